import { ClickHouseError } from "@clickhouse/client";
import type { History } from "../connect.js";

const SQL = `
  SELECT sum(rows) AS rows FROM system.parts
  WHERE database = currentDatabase() AND active AND table != 'schema_migrations'`;

/** ErrorCodes.cpp: UNKNOWN_DATABASE. */
const unknownDatabase = "81";

/** True when nothing was ever stored, or the database was deleted since. */
export async function isEmpty({ client }: History): Promise<boolean> {
  try {
    const [row] = await (await client.query({ query: SQL, format: "JSONEachRow" })).json<{ rows: number }>();
    return (row?.rows ?? 0) === 0;
  } catch (error) {
    if (error instanceof ClickHouseError && error.code === unknownDatabase) return true;
    throw error;
  }
}
