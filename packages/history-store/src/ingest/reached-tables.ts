import type { LandedKind } from "@statwire/events";
import type { History } from "../connect.js";

/** A table that an insert reaches through one view, and what the view makes of a batch in another landing table. */
export interface ReachedTable {
  name: string;
  /** False when the engine folds rows, so that they cannot be told apart any more. */
  keepsRows: boolean;
  columns: ReachedColumn[];
  /** The view's query, reading the batch. */
  expected: string;
}

export interface ReachedColumn {
  name: string;
  type: string;
  /** Part of the sorting or the partition key: what a row is found by. */
  isKey: boolean;
}

interface Row {
  view: string;
  table: string;
  engine: string;
  query: string;
  columns: [name: string, type: string, isKey: 0 | 1][];
}

/**
 * Every table that an insert of this kind reaches.
 * @param scratch the table that stands for the landing table in `expected`
 */
export async function reachedTables(history: History, kind: LandedKind, scratch: string): Promise<ReachedTable[]> {
  const landing = `landing_${kind}`;
  const result = await history.client.query({ query: VIEWS, query_params: { landing }, format: "JSONEachRow" });
  // The server writes the name with its database, or quotes it.
  const source = new RegExp(`(?:\`?${history.options.database}\`?\\.)?\`?\\b${landing}\\b\`?`, "g");
  return (await result.json<Row>()).map(({ table, engine, query, columns }) => ({
    name: table,
    keepsRows: /^(?:Replicated|Shared)?MergeTree$/.test(engine),
    columns: columns.map(([name, type, isKey]) => ({ name, type, isKey: isKey === 1 })),
    expected: query.replaceAll(source, scratch),
  }));
}

/** The names of the tables that an insert of this kind reaches. */
export async function reachedTableNames(history: History, kind: LandedKind): Promise<string[]> {
  return (await reachedTables(history, kind, `landing_${kind}`)).map(({ name }) => name);
}

/** A view has the columns that it fills; those that its table computes itself are not among them. */
const VIEWS = `
  SELECT
      v.name AS view,
      v.target_table AS table,
      any(t.engine) AS engine,
      any(v.as_select) AS query,
      groupArray((c.name, c.type, toUInt8(c.is_in_sorting_key OR c.is_in_partition_key))) AS columns
  FROM system.tables AS v
  INNER JOIN system.tables AS t ON t.database = v.target_database AND t.name = v.target_table
  INNER JOIN system.columns AS f ON f.database = v.database AND f.table = v.name
  INNER JOIN system.columns AS c ON c.database = t.database AND c.table = t.name AND c.name = f.name
  WHERE v.database = currentDatabase() AND v.engine = 'MaterializedView'
    AND has((
        SELECT dependencies_table FROM system.tables WHERE database = currentDatabase() AND name = {landing:String}
    ), v.name)
  GROUP BY v.name, v.target_table
  ORDER BY v.name`;
