import type { History } from "../connect.js";

/**
 * A text that differs once rows of `retention_changes` or `rollup_closes` have come, gone or changed: it is of what the server
 * knows of their parts without reading them. Answers out of them that were asked for after a mark was, are true as long as the
 * mark is the same. A third of the processor's time of asking anew, which grows with the closes.
 *
 * A part that is inserted has a block number higher than all before, a mutation a version, and what leaves takes its rows. A
 * merge changes nothing: of a part that no mutation has changed, the version is only its lowest block, which a merge lowers.
 */
export async function changeMark({ client }: History): Promise<string> {
  return (await client.query({ query: SQL, format: "JSONCompactEachRow" })).text();
}

const SQL = `
  SELECT table, sum(rows), max(max_block_number), max(if(data_version = min_block_number, 0, data_version))
  FROM system.parts
  WHERE database = currentDatabase() AND table IN ('retention_changes', 'rollup_closes') AND active
  GROUP BY table ORDER BY table`;
