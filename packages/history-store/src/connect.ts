import { type ClickHouseClient, ClickHouseLogLevel, createClient } from "@clickhouse/client";

/** For how many days each level of detail is kept. */
export interface Retention {
  rawDays: number;
  hourlyDays: number;
  dailyDays: number;
  /** Lines of logs, from when they arrived. */
  logsDays: number;
  /** What was known of an hour or a day before it was closed again, from then on. */
  versionsDays: number;
}

export interface HistoryOptions {
  url: string;
  database: string;
  username: string;
  password: string;
  durableInserts?: boolean;
  retention?: Retention;
}

/** An open history store. Whoever connects closes it. */
export interface History {
  readonly client: ClickHouseClient;
  readonly options: Required<HistoryOptions>;
  close(): Promise<void>;
}

export const defaultRetention: Retention = {
  rawDays: 14,
  hourlyDays: 400,
  dailyDays: 1826,
  logsDays: 14,
  versionsDays: 90,
};

const requestTimeoutMs = 120_000;

/**
 * Opens the history store. Touches the network only when it is used, so a server that is away shows in the first
 * statement, not here.
 * @throws RangeError when a coarser level would be kept for a shorter time than a finer one.
 */
export function connectHistory(options: HistoryOptions): History {
  const complete = { durableInserts: false, retention: defaultRetention, ...options };
  const { rawDays, hourlyDays, dailyDays } = complete.retention;
  if (rawDays > hourlyDays || hourlyDays > dailyDays) {
    throw new RangeError(
      `retention must grow from raw to hourly to daily, got ${rawDays}, ${hourlyDays}, ${dailyDays}`,
    );
  }
  const client = clientOf(complete, complete.database);
  return { client, options: complete, close: () => client.close() };
}

/** Creates the database unless it exists; a user without the right to create one needs it to exist. */
export async function ensureDatabase({ options }: History): Promise<void> {
  const server = clientOf(options, "default");
  try {
    const found = await server.query({
      query: "SELECT name FROM system.databases WHERE name = {database:String}",
      query_params: { database: options.database },
      format: "JSONEachRow",
    });
    if ((await found.json()).length > 0) return;
    await server.command({
      query: "CREATE DATABASE IF NOT EXISTS {database:Identifier}",
      query_params: { database: options.database },
    });
  } finally {
    await server.close();
  }
}

function clientOf({ url, username, password }: HistoryOptions, database: string): ClickHouseClient {
  return createClient({
    url,
    database,
    username,
    password,
    application: "statwire",
    request_timeout: requestTimeoutMs,
    // Errors reach whoever asked, who logs them; the library would print them a second time.
    log: { level: ClickHouseLogLevel.OFF },
    clickhouse_settings: {
      output_format_json_quote_64bit_integers: 0,
      // A sign of life before anything between here and the server gives up on a long statement.
      send_progress_in_http_headers: 1,
      http_headers_progress_interval_ms: "50000",
    },
  });
}
