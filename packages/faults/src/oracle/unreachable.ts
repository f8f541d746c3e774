import { logFailure } from "@statwire/event-log";
import { SnapshotStoreUnavailableError } from "@statwire/snapshot-store";
import { LogUnreadableError } from "./read-truth.js";

const codes = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "ABORT_ERR"]);
/**
 * Codes of ClickHouse (ErrorCodes.cpp) for a question that it did not take or finish: TIMEOUT_EXCEEDED,
 * TOO_MANY_SIMULTANEOUS_QUERIES, ABORTED, MEMORY_LIMIT_EXCEEDED, QUERY_WAS_CANCELLED.
 */
const unanswered = new Set(["159", "202", "236", "241", "394"]);
const names = new Set(["TimeoutError", "AbortError"]);
/** What clients say in words only: of a connection that ended, and a server that is being started. */
const texts =
  /socket hang up|disconnected before the answer|timeout|socket closed|connection (is )?closed|aborted|LOADING|not connected/i;

/** Whether an error says that a server did not answer, and nothing about what it answers. */
export function isUnreachable(error: unknown): boolean {
  if (logFailure(error) !== undefined) return true;
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as { code?: unknown };
    if (cause instanceof SnapshotStoreUnavailableError || cause instanceof LogUnreadableError) return true;
    if (typeof code === "string" && (codes.has(code) || unanswered.has(code))) return true;
    if (names.has(cause.name) || texts.test(cause.message)) return true;
    if (cause instanceof AggregateError && cause.errors.some(isUnreachable)) return true;
  }
  return false;
}
