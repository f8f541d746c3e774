import type { Readable } from "node:stream";
import type { History } from "../connect.js";
import { copiedTables } from "./copied-tables.js";
import { createSideTables, dropSideTables, forEachTable, shareParts, sideTable } from "./side-tables.js";

export interface FrozenPartition {
  /** The server's name of the partition: letters, digits, `-` and `_`. */
  partition: string;
  rows: number;
}

/** The database as it stands at one moment, kept while the tables go on. */
export interface FrozenHistory {
  tables: readonly string[];
  /** Takes the moment: every table, within a second or so, while nothing may be inserted anywhere. */
  freeze(): Promise<void>;
  /** What of a table is to be read, in order. */
  partitions(table: string): Promise<FrozenPartition[]>;
  /**
   * All rows of a partition as ClickHouse's format Native, compressed with zstd by the server. A failure of the server in
   * the middle breaks the stream off.
   */
  read(table: string, partition: string): Promise<Readable>;
  /** Gives back what was kept. */
  discard(): Promise<void>;
}

/**
 * Makes ready to freeze the database; what an interrupted call has left is removed. Parts of a table never change, so
 * that keeping them costs links alone, until merges or the retention have replaced them in the table.
 * One at a time: whoever calls sees to that.
 */
export async function prepareFreeze(history: History): Promise<FrozenHistory> {
  const tables = await copiedTables(history);
  await createSideTables(history, "frozen", tables);
  return {
    tables,
    freeze: () => forEachTable(tables, (table) => shareParts(history, table, sideTable("frozen", table))),
    partitions: (table) => partitionsOf(history, table),
    read: (table, partition) => readPartition(history, table, partition),
    discard: () => dropSideTables(history, "frozen"),
  };
}

async function readPartition({ client }: History, table: string, partition: string): Promise<Readable> {
  const { stream } = await client.exec({
    query: `SELECT * FROM ${sideTable("frozen", table)} WHERE _partition_id = {partition:String} FORMAT Native`,
    query_params: { partition },
    http_headers: { "accept-encoding": "zstd" },
    clickhouse_settings: { enable_http_compression: 1 },
    decompress_response_stream: false,
  });
  return stream as Readable;
}

/** Counted in the rows, not told by the parts, which count deleted ones, too. */
async function partitionsOf({ client }: History, table: string): Promise<FrozenPartition[]> {
  const query = `SELECT _partition_id AS partition, toUInt64(count()) AS rows FROM ${sideTable("frozen", table)}
    GROUP BY _partition_id ORDER BY _partition_id`;
  return (await client.query({ query, format: "JSONEachRow" })).json<FrozenPartition>();
}
