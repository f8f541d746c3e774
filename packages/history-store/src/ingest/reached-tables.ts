import type { LandedKind } from "@statwire/events";
import type { History } from "../connect.js";

/** A table that an insert reaches through views, and what they make of a batch in another landing table. */
export interface ReachedTable {
  name: string;
  /** False when the engine folds rows, so that they cannot be told apart any more. */
  keepsRows: boolean;
  columns: ReachedColumn[];
  /** The last view's query, reading the batch: through the queries of the views before it, where there are such. */
  expected: string;
}

export interface ReachedColumn {
  name: string;
  type: string;
  /** Part of the sorting or the partition key: what a row is found by. */
  isKey: boolean;
}

interface View {
  view: string;
  /** What it reads. */
  source: string;
  /** What it fills. */
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
  const result = await history.client.query({ query: VIEWS, format: "JSONEachRow" });
  return followViews(await result.json<View>(), history.options.database, { source: `landing_${kind}`, scratch });
}

/** What is filled from a table, with something else in its place; a table that keeps nothing hands on to views of its own. */
function followViews(
  views: readonly View[],
  database: string,
  { source, scratch }: { source: string; scratch: string },
): ReachedTable[] {
  // The server writes the name with its database, or quotes it.
  const named = new RegExp(`(?:\`?${database}\`?\\.)?\`?\\b${source}\\b\`?`, "g");
  return views
    .filter((view) => view.source === source)
    .flatMap(({ table, engine, query, columns }) => {
      const expected = query.replaceAll(named, () => scratch);
      if (engine === "Null") return followViews(views, database, { source: table, scratch: `(${expected})` });
      return {
        name: table,
        keepsRows: /^(?:Replicated|Shared)?MergeTree$/.test(engine),
        columns: columns.map(([name, type, isKey]) => ({ name, type, isKey: isKey === 1 })),
        expected,
      };
    });
}

/** The names of the tables that an insert of this kind reaches. */
export async function reachedTableNames(history: History, kind: LandedKind): Promise<string[]> {
  return (await reachedTables(history, kind, `landing_${kind}`)).map(({ name }) => name);
}

/** A view has the columns that it fills; those that its table computes itself are not among them. */
const VIEWS = `
  SELECT
      v.name AS view,
      s.name AS source,
      v.target_table AS table,
      any(t.engine) AS engine,
      any(v.as_select) AS query,
      groupArray((c.name, c.type, toUInt8(c.is_in_sorting_key OR c.is_in_partition_key))) AS columns
  FROM system.tables AS v
  INNER JOIN (
      SELECT name, arrayJoin(dependencies_table) AS view FROM system.tables WHERE database = currentDatabase()
  ) AS s ON s.view = v.name
  INNER JOIN system.tables AS t ON t.database = v.target_database AND t.name = v.target_table
  INNER JOIN system.columns AS f ON f.database = v.database AND f.table = v.name
  INNER JOIN system.columns AS c ON c.database = t.database AND c.table = t.name AND c.name = f.name
  WHERE v.database = currentDatabase() AND v.engine = 'MaterializedView'
  GROUP BY v.name, s.name, v.target_table
  ORDER BY v.name`;
