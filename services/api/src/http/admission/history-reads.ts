import type { IncomingMessage } from "node:http";
import type { Patience } from "./places.js";

const underNodes = "/api/v2/nodes/";
const path = /^\/api\/v2\/nodes\/[^/?]+\/(?:metrics\/[^/?]+|completeness)(?:\?|$)/;

/**
 * Whether a request is one that always waits for the history and for hardly anything else: a series of a node, and how complete it is. These take
 * turns at the door, so that whoever has begun never waits for a second turn between two reads of the history. What reads the history
 * otherwise takes turns there (`historyReads`), and so does what is written so that it is not recognized here.
 */
export function readsHistory({ method, url }: Pick<IncomingMessage, "method" | "url">): boolean {
  return method === "GET" && url !== undefined && url.startsWith(underNodes) && path.test(url);
}

/**
 * A read is some milliseconds of all processors, so a dashboard of a hundred panels is answered within a second or two. As long as too much
 * comes anyway no more wait than run, which is about as long as a read takes, however long that is now. Two seconds is much longer than most
 * reads take: what is not answered by then (a slow client, a long statement) keeps its turn from nobody. It is not this process that they
 * wait for, so that they never become fewer.
 */
export const historyPatience: Patience = {
  burstWaitMsMax: 2_000,
  overloadWaitMsMax: 100,
  nextWaitMsMax: 2_000,
  standingMsMax: 2_000,
  looksMax: 200,
  runningMin: Number.POSITIVE_INFINITY,
};
