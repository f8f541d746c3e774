import type { Readable } from "node:stream";
import type { History } from "../connect.js";
import { copiedTables } from "./copied-tables.js";
import { createSideTables, dropSideTables, shareParts, sideTable } from "./side-tables.js";

export interface FrozenPartition {
  table: string;
  /** The server's name of the partition: letters, digits, `-` and `_`. */
  partition: string;
  rows: number;
}

/** The database as it stands at one moment, kept while the tables go on. */
export interface FrozenHistory {
  tables: readonly string[];
  /**
   * Takes the moment: every table one after the other, within a second or so, while nothing may be inserted anywhere.
   * @returns what there is to be read, in order.
   */
  freeze(): Promise<FrozenPartition[]>;
  /**
   * All rows of a partition as ClickHouse's format Native, compressed with zstd by the server. A failure of the server in
   * the middle breaks the stream off.
   */
  read(part: Pick<FrozenPartition, "table" | "partition">): Promise<Readable>;
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
    async freeze() {
      for (const table of tables) await shareParts(history, table, sideTable("frozen", table));
      const result = await history.client.query({ query: PARTITIONS, format: "JSONEachRow" });
      return result.json<FrozenPartition>();
    },
    read: (part) => readPartition(history, part),
    discard: () => dropSideTables(history, "frozen"),
  };
}

async function readPartition(
  { client }: History,
  { table, partition }: FrozenPartition | { table: string; partition: string },
) {
  const { stream } = await client.exec({
    query: `SELECT * FROM ${sideTable("frozen", table)} WHERE _partition_id = {partition:String} FORMAT Native`,
    query_params: { partition },
    http_headers: { "accept-encoding": "zstd" },
    clickhouse_settings: { enable_http_compression: 1 },
    decompress_response_stream: false,
  });
  return stream as Readable;
}

const PARTITIONS = `
  SELECT substring(table, length('frozen_') + 1) AS table, partition_id AS partition, toUInt64(sum(rows)) AS rows
  FROM system.parts
  WHERE database = currentDatabase() AND active AND startsWith(table, 'frozen_')
  GROUP BY table, partition_id ORDER BY table, partition_id
  SETTINGS prefer_column_name_to_alias = 1`;
