import { askConnected, type EventLog } from "./connect.js";
import { toMessage } from "./one-message.js";
import type { StoredMessage } from "./stored-message.js";
import { streamState } from "./stream-state.js";

/** Where a message stands against what is sought; undefined for one that does not tell. */
export type Comparison = "before" | "sought" | "after" | undefined;

/** What a search on a subject came to. */
export interface SubjectSearch {
  found?: StoredMessage;
  /** The nearest messages around the place where it would be, of those that tell where they stand. */
  before?: StoredMessage;
  after?: StoredMessage;
  /** Too many messages did not tell where they stand, so what is sought may be there all the same. */
  isCutShort: boolean;
}

/** A stream of a billion messages is halved thirty times; the rest is for messages that do not tell where they stand. */
const looksMax = 1_000;

/**
 * Looks for a message on a subject whose messages are in order, as on a lane, by halving the stream: some thirty
 * requests, whatever the stream holds. Messages that do not tell where they stand are passed over.
 * @throws StreamNotFoundError, or when the log does not answer.
 */
export async function findOnSubject(
  log: EventLog,
  { stream, subject }: { stream: string; subject: string },
  compare: (message: StoredMessage) => Comparison,
): Promise<SubjectSearch> {
  const { firstSequence, lastSequence } = await streamState(log, stream);
  const search: SubjectSearch = { isCutShort: false };
  let [low, high] = [Math.max(1, firstSequence), lastSequence + 1];
  let from: number | undefined;
  for (let looks = 0; low < high; looks += 1) {
    if (looks === looksMax) return { ...search, isCutShort: true };
    const middle = Math.floor((low + high) / 2);
    const message = await nextOnSubject(log, { stream, subject }, from ?? middle);
    if (message === undefined || message.sequence >= high) {
      high = middle;
      from = undefined;
      continue;
    }
    const comparison = compare(message);
    from = comparison === undefined ? message.sequence + 1 : undefined;
    if (comparison === "sought") return { ...search, found: message };
    if (comparison === "before") {
      search.before = message;
      low = message.sequence + 1;
    }
    if (comparison === "after") {
      search.after = message;
      // Those from the middle up to it are of other subjects, or do not tell.
      high = middle;
    }
  }
  return search;
}

/** The first message of a subject, or of a filter, from a sequence on; undefined when there is none. @throws when the log does not answer. */
export async function nextOnSubject(
  log: EventLog,
  { stream, subject }: { stream: string; subject: string },
  sequence: number,
): Promise<StoredMessage | undefined> {
  const query = { seq: sequence, next_by_subj: subject };
  return toMessage(await askConnected(log, () => log.manager.direct.getMessage(stream, query)));
}
