import { sleep } from "@statwire/runtime";
import type { History } from "../connect.js";

/** Told of a table that a migration has the server write anew, and of how many of its parts are left. */
export type OnRewriting = (table: string, partsLeft: number) => void;

const lookMs = 100;
const tellMs = 10_000;

/** The table that a statement has written anew, part by part; undefined when it changes no rows. */
export function rewrittenTable(statement: string): string | undefined {
  return /^ALTER TABLE (\w+)\s+UPDATE\s/.exec(statement)?.[1];
}

/**
 * Has a table written anew and waits until it is. No request waits for it: the rows of many nodes take longer than any is given, and
 * each repeat would begin anew. What an interrupted call has begun is over first.
 * @param statement one with a `rewrittenTable`
 * @throws Error when the server says that it cannot be done.
 */
export async function rewriteTable(
  history: History,
  { statement, table }: { statement: string; table: string },
  onRewriting?: OnRewriting,
): Promise<void> {
  await untilRewritten(history, table, onRewriting);
  await history.client.command({ query: statement, clickhouse_settings: { mutations_sync: "0" } });
  await untilRewritten(history, table, onRewriting);
}

async function untilRewritten(history: History, table: string, onRewriting?: OnRewriting): Promise<void> {
  for (let toldAtMs = Number.NEGATIVE_INFINITY; ; ) {
    const { mutations, parts, failure } = await underWay(history, table);
    if (mutations === 0) return;
    if (failure !== "") throw new Error(`${table} cannot be written anew: ${failure}`);
    if (performance.now() - toldAtMs >= tellMs) {
      toldAtMs = performance.now();
      onRewriting?.(table, parts);
    }
    await sleep(lookMs);
  }
}

interface UnderWay {
  mutations: number;
  parts: number;
  failure: string;
}

async function underWay({ client }: History, table: string): Promise<UnderWay> {
  const result = await client.query({ query: UNDER_WAY, query_params: { table }, format: "JSONEachRow" });
  const [row] = await result.json<UnderWay>();
  if (row === undefined) throw new Error("the server does not say what it is writing anew");
  return row;
}

const UNDER_WAY = `
  SELECT toUInt32(count()) AS mutations, toUInt32(max(parts_to_do)) AS parts, max(latest_fail_reason) AS failure
  FROM system.mutations WHERE database = currentDatabase() AND table = {table:String} AND NOT is_done`;
