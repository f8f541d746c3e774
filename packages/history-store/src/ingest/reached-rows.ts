import type { History } from "../connect.js";
import type { ReachedTable } from "./reached-tables.js";

/** How many rows of the batch a table has too few of, and how many it has too often. */
export async function differingRows(
  { client }: History,
  table: ReachedTable,
): Promise<{ missingRows: number; surplusRows: number }> {
  const query = `
    SELECT
        toUInt32(sum(if(wanted > found, wanted - found, 0))) AS missingRows,
        toUInt32(sum(if(found > wanted, found - wanted, 0))) AS surplusRows
    FROM (${countedRows(table)})`;
  const [row] = await (await client.query({ query, format: "JSONEachRow" })).json<{
    missingRows: number;
    surplusRows: number;
  }>();
  return { missingRows: row?.missingRows ?? 0, surplusRows: row?.surplusRows ?? 0 };
}

/** Deletes all rows of the batch from the table. Resolves when they are gone. */
export async function removeRows({ client }: History, table: ReachedTable): Promise<void> {
  const keys = keyColumns(table);
  await client.command({
    query: `
      ALTER TABLE ${table.name} DELETE
      WHERE (${keys}) IN (SELECT ${keys} FROM (${typedRows(table)}))
        AND ${rowHash(table)} IN (SELECT ${rowHash(table)} FROM (${typedRows(table)}))`,
    clickhouse_settings: { mutations_sync: "2" },
  });
}

/** Writes the rows of the batch into the table, whatever it remembers of earlier inserts; sums get nothing twice. */
export async function restoreRows({ client }: History, table: ReachedTable): Promise<void> {
  const values = table.columns.map(({ name, type }) => (isSum(type) ? `0 AS ${quoted(name)}` : quoted(name)));
  await client.command({
    query: `
      INSERT INTO ${table.name} (${table.columns.map(({ name }) => quoted(name)).join(", ")})
      SELECT ${values.join(", ")} FROM (${table.expected})`,
    clickhouse_settings: {
      insert_deduplicate: 0,
      async_insert: 0,
      max_partitions_per_insert_block: "0",
      min_insert_block_size_rows: "10000000",
      min_insert_block_size_bytes: "4000000000",
    },
  });
}

/** The batch's different rows, by hash: how often each is wanted and found. Rows that are not of the batch are left out. */
export function countedRows(table: ReachedTable): string {
  const keys = keyColumns(table);
  return `
    SELECT hash, sum(isWanted) AS wanted, count() - wanted AS found
    FROM (
        SELECT ${rowHash(table)} AS hash, 1 AS isWanted FROM (${typedRows(table)})
        UNION ALL
        SELECT ${rowHash(table)} AS hash, 0 AS isWanted FROM ${table.name}
        WHERE (${keys}) IN (SELECT ${keys} FROM (${typedRows(table)}))
    )
    GROUP BY hash
    HAVING wanted > 0`;
}

/** What the view makes of the batch, as the table would store it. */
export function typedRows({ columns, expected }: ReachedTable): string {
  const cast = columns.map(
    ({ name, type }) => `CAST(${quoted(name)}, '${type.replaceAll("'", "\\'")}') AS ${quoted(name)}`,
  );
  return `SELECT ${cast.join(", ")} FROM (${expected})`;
}

/** Of the stored bytes: NULL, arrays and tuples count as they are, which `=` and `IN` would not do. */
export function rowHash({ columns }: ReachedTable): string {
  return `sipHash64(formatRow('RowBinary', ${columns.map(({ name }) => quoted(name)).join(", ")}))`;
}

/** What a row is found by without reading the table. */
function keyColumns({ columns }: ReachedTable): string {
  const keys = columns.filter(({ isKey }) => isKey);
  return keys.map(({ name }) => quoted(name)).join(", ");
}

function quoted(name: string): string {
  return `\`${name}\``;
}

function isSum(type: string): boolean {
  return type.startsWith("SimpleAggregateFunction(sum");
}
