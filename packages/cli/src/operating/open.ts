import { existsSync } from "node:fs";
import { connectEventLog, type EventLog, isStreamMissing, logFailure } from "@statwire/event-log";
import { connectHistory, type History, toHistoryOptions } from "@statwire/history-store";
import { createLogger, type Logger } from "@statwire/runtime";
import { connectSnapshotStore, type SnapshotStore, SnapshotStoreUnavailableError } from "@statwire/snapshot-store";
import { CommandError, type Outside } from "../command.js";
import type { Servers } from "./servers.js";

/** Name of the connection and of its inbox: the user "operator" may subscribe no other. */
const operator = "operator";

const connectTimeoutMs = 5_000;
const commandTimeoutMs = 10_000;

/**
 * Does something with the event log and closes it.
 * @throws CommandError when the log is not reachable, or refuses or fails what is asked of it.
 */
export async function withEventLog<Result>(
  { bus }: Servers,
  { signal }: Outside,
  act: (log: EventLog) => Promise<Result>,
  name = operator,
): Promise<Result> {
  const { url, credentialsFile } = bus;
  if (credentialsFile !== undefined && !existsSync(credentialsFile)) {
    throw new CommandError(
      `${credentialsFile} is not there: npm start makes it in its data folder (--data-dir), and "statwire setup" or ` +
        '"statwire credentials init" elsewhere (NATS_URL, NATS_CREDS_FILE)',
    );
  }
  const trouble = { reason: "no answer" };
  const tooLong = AbortSignal.timeout(connectTimeoutMs);
  const options = { url, credentialsFile, name, log: listening(trouble), signal: AbortSignal.any([signal, tooLong]) };
  const log = await connectEventLog(options).catch((error: unknown) => {
    signal.throwIfAborted();
    if (tooLong.aborted) throw new CommandError(`${withoutPassword(url)} cannot be used: ${trouble.reason}`);
    throw error;
  });
  try {
    return await act(log);
  } catch (error) {
    if (isStreamMissing(error)) throw new CommandError("the event log has no such stream; the ingester creates them");
    const failure = logFailure(error);
    throw failure === undefined ? error : new CommandError(`the event log: ${failure}`, { cause: error });
  } finally {
    await log.close();
  }
}

/** Does something with the history store and closes it. @throws CommandError when it cannot be used. */
export async function withHistory<Result>(
  servers: Servers,
  act: (history: History) => Promise<Result>,
  options: { mayBeAbsent?: boolean } = {},
): Promise<Result> {
  const history = connectHistory(toHistoryOptions(servers.history));
  try {
    // A statement needs the database to be there.
    const answer = await (options.mayBeAbsent ? history.client.ping() : history.client.ping({ select: true }));
    if (!answer.success)
      throw new CommandError(`${withoutPassword(history.options.url)} cannot be used: ${answer.error.message}`);
    return await act(history);
  } finally {
    await history.close();
  }
}

/** Does something with the snapshot store and closes it. @throws CommandError when it cannot be used. */
export async function withSnapshots<Result>(
  { snapshots }: Servers,
  { signal }: Outside,
  act: (store: SnapshotStore) => Promise<Result>,
): Promise<Result> {
  const trouble = { reason: "no answer" };
  const onError = (error: Error) => {
    trouble.reason = error.message;
  };
  const store = connectSnapshotStore({ ...snapshots, name: operator, commandTimeoutMs, onError });
  const tooLong = AbortSignal.timeout(connectTimeoutMs);
  const unusable = () => new CommandError(`${withoutPassword(snapshots.url)} cannot be used: ${trouble.reason}`);
  try {
    await store.connected(AbortSignal.any([signal, tooLong])).catch(() => {
      signal.throwIfAborted();
      throw unusable();
    });
    return await act(store);
  } catch (error) {
    throw error instanceof SnapshotStoreUnavailableError ? unusable() : error;
  } finally {
    await store.close();
  }
}

/** A failure of servers or disks, in a sentence; what the person interrupted stays what it is. */
export function asCommandError(error: unknown, { signal }: Outside): unknown {
  if (error instanceof CommandError || (signal.aborted && error === signal.reason)) return error;
  return new CommandError(error instanceof Error ? error.message : String(error), { cause: error });
}

/** Says what is under way on standard error, once it has taken two seconds. */
export async function withProgress<Result>(
  { tell }: Outside,
  text: () => string,
  act: () => Promise<Result>,
): Promise<Result> {
  const timer = setInterval(() => tell(`${text()} …`), 2_000);
  try {
    return await act();
  } finally {
    clearInterval(timer);
  }
}

/** A silent logger that remembers why the last attempt failed. */
function listening(trouble: { reason: string }): Logger {
  const log = createLogger({ service: "statwire", level: "silent" });
  log.warn = ((fields: { err?: Error }) => {
    if (fields.err !== undefined) trouble.reason = fields.err.message;
  }) as Logger["warn"];
  return log;
}

function withoutPassword(url: string): string {
  return url.replaceAll(/\/\/[^/@\s]*@/g, "//");
}
