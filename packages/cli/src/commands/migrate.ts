import {
  checkDeduplicationWindows,
  connectHistory,
  type History,
  historySettings,
  migrate,
  migrationState,
  toHistoryOptions,
} from "@statwire/history-store";
import { parseSettings } from "@statwire/runtime";
import { type Command, CommandError, type Outside, parseOptions, UsageError } from "../command.js";

const timeoutDefaultSeconds = 120;
const betweenAttemptsMs = 500;

/** Brings the tables of ClickHouse to this version, before the ingester has to. */
export const migrateHistory: Command = {
  purpose: "creates the tables of ClickHouse or brings them up to date",
  usage: `statwire migrate [--timeout SECONDS] [--all]

Waits for the server of CLICKHOUSE_URL, creates the database and its tables, and sets what is kept for how long
(RETENTION_RAW_DAYS, RETENTION_HOURLY_DAYS, RETENTION_DAILY_DAYS, …) and whether inserts are durable
(CLICKHOUSE_DURABLE_INSERTS). Rows that a shorter retention deletes are told of before. The settings are those of the ingester; give both the same.

A database that is in use is left to the ingester, which migrates between two inserts when it starts: changing a view
between two attempts of one insert would count readings twice.

  --timeout SECONDS  how long to wait for the server [${timeoutDefaultSeconds}]
  --all              migrates a database that is in use, too; stop every ingester first`,

  async run(args, outside) {
    const options = parseOptions(args, {
      timeout: { type: "string", default: String(timeoutDefaultSeconds) },
      all: { type: "boolean", default: false },
    });
    const timeoutMs = millisecondsOf(options.timeout);
    const history = connectHistory(toHistoryOptions(parseSettings(historySettings, outside.environment)));
    try {
      await untilReachable(history, timeoutMs, outside);
      await bringUpToDate(history, options.all, outside);
    } finally {
      await history.close();
    }
  },
};

function millisecondsOf(text: string): number {
  const seconds = Number(text);
  if (!/^\d+$/.test(text) || seconds > 86_400) {
    throw new UsageError(`--timeout: expected whole seconds up to 86400, got ${text}`);
  }
  return seconds * 1000;
}

async function untilReachable(history: History, timeoutMs: number, { now, sleep, tell }: Outside): Promise<void> {
  const { url } = history.options;
  const deadline = now() + timeoutMs;
  for (let attempt = 1; ; attempt += 1) {
    const answer = await history.client.ping();
    if (answer.success) return;
    if (now() >= deadline) throw new CommandError(`${url} does not answer: ${answer.error.message}`);
    if (attempt === 1) tell(`waiting for ${url} …`);
    await sleep(betweenAttemptsMs);
  }
}

async function bringUpToDate(history: History, all: boolean, { print, tell }: Outside): Promise<void> {
  const { database } = history.options;
  try {
    const { applied, pending } = await migrationState(history);
    if (applied.length > 0 && pending.length > 0 && !all) {
      print(`${database} is in use; left to the ingester: ${pending.join(", ")}`);
      return;
    }
    const now = await migrate(history, {
      onShortened: (leaving) => {
        for (const { table, rows, days } of leaving)
          tell(`${table}: deleting ${rows} rows that are older than ${days} days`);
      },
      onRewriting: (table, partsLeft) => tell(`${table} is written anew, ${partsLeft} parts left …`),
    });
    await checkDeduplicationWindows(history);
    print(now.length === 0 ? `${database} is up to date` : `${database}: applied ${now.join(", ")}`);
  } catch (error) {
    throw new CommandError((error as Error).message, { cause: error });
  }
}
