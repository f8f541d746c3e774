import { configurationBuckets, type EventLog, readValue, replaceValue } from "@statwire/event-log";
import { z } from "zod";
import type { Change } from "../decide/change.js";
import { type Refusal, refuse } from "../decide/refusal.js";
import { documentKey, ownerTurnKey } from "../documents/keys.js";
import { decodeRevision, type Revision } from "../documents/revision.js";
import { claimPatienceMs, fence } from "./claims.js";
import type { DocumentWatch } from "./watch.js";

/** Which revision of which document whoever had the turn last was about to follow. */
const turnSchema = z.object({ document: z.string(), follows: z.number(), atMs: z.number(), requestId: z.string() });

const bucket = configurationBuckets.claims;

/** Revisions of the turns of some workspaces; each is over, and what was written in it is known here. */
export type SettledTurns = ReadonlyMap<string, number>;

/**
 * That a workspace keeps an owner is a rule on several documents, of which the log compares one when it is written. So whoever takes
 * an owner away takes a turn first: one key of each workspace, which names the document that is about to be written. To be read
 * before it is decided, and taken at the revision that was read (`takeTurns`): of two at once one finds it taken, and decides anew with
 * what the other has done. One whose writer does not come back is ended after some patience, behind a fence, as a claim is.
 * @returns undefined while a turn is under way
 * @throws when the log does not answer.
 */
export async function settleTurns(
  log: EventLog,
  watch: Pick<DocumentWatch, "seen">,
  { losesOwner, next }: Change,
  seenWithinMs: number,
): Promise<SettledTurns | undefined> {
  const settled = new Map<string, number>();
  for (const workspace of losesOwner) {
    const found = await readValue(log, { bucket, key: ownerTurnKey(workspace) });
    const written = found === undefined || found.payload.length === 0 ? 0 : await writtenIn(log, found.payload, next);
    if (written === undefined || !(await watch.seen(written, seenWithinMs))) return undefined;
    settled.set(workspace, found?.revision ?? 0);
  }
  return settled;
}

/** The last revision of the document that a turn was for; undefined while it has not been written. */
async function writtenIn(log: EventLog, payload: Uint8Array, cause: Revision): Promise<number | undefined> {
  const turn = turnSchema.parse(JSON.parse(Buffer.from(payload).toString("utf8")));
  const found = await readValue(log, { bucket: configurationBuckets.config, key: turn.document });
  const revision = found?.revision ?? 0;
  if (revision !== turn.follows) return revision;
  if (found === undefined || cause.atMs - turn.atMs < claimPatienceMs) return undefined;
  // It is written once more as it is, so that a writer who is late after all is refused; then the turn is over.
  const decoded = decodeRevision(found.payload);
  if (decoded.ok) await fence(log, turn.document, { revision, last: decoded.revision }, cause);
  return undefined;
}

/**
 * Takes the turns that a change needs; all of them or none.
 * @returns `conflict`: somebody else took one since it was settled
 * @throws when the log does not answer.
 */
export async function takeTurns(
  log: EventLog,
  { losesOwner, next, follows }: Change,
  settled: SettledTurns,
): Promise<"taken" | "conflict" | Refusal> {
  const turn = { document: documentKey(next), follows, atMs: next.atMs, requestId: next.requestId };
  const payload = Buffer.from(JSON.stringify(turn satisfies z.infer<typeof turnSchema>));
  const taken: { key: string; revision: number }[] = [];
  for (const workspace of losesOwner) {
    const key = ownerTurnKey(workspace);
    const outcome = await replaceValue(log, { bucket, key, payload, follows: settled.get(workspace) ?? 0 });
    if (outcome.kind === "stored") {
      taken.push({ key, revision: outcome.revision });
      continue;
    }
    for (const { key, revision } of taken) {
      await replaceValue(log, { bucket, key, payload: new Uint8Array(), follows: revision });
    }
    return outcome.kind === "conflict" ? "conflict" : refuse("unavailable", outcome.reason);
  }
  return "taken";
}
