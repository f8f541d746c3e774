import { configurationBuckets, type EventLog, readValue, replaceValue } from "@statwire/event-log";
import { z } from "zod";
import type { Name } from "../decide/change.js";
import { namesOf } from "../decide/decide.js";
import { type Refusal, refuse, refuseField } from "../decide/refusal.js";
import { claimKey, type DocumentKey, documentKey } from "../documents/keys.js";
import { decodeRevision, encodeRevision, type Revision } from "../documents/revision.js";

/** For how long a claim without a document is taken for one whose document is on its way. */
export const claimPatienceMs = 15_000;

const claimSchema = z.object({ owner: z.string(), atMs: z.number(), requestId: z.string() });

/** How often somebody else may be faster before it is given up. */
const attemptsMax = 5;

const bucket = configurationBuckets.claims;

/**
 * Claims a unique name for a document, before the document is written. A claim is a value that names its owner; who finds
 * one of another owner looks at the owner's document: it has the name, then the name is taken; it has not, then it is being
 * written, or its writer is gone. After some patience the latter is made sure of: a revision is put where the owner's would
 * go (`fence`), so that a writer who is late after all is refused, and the claim is taken over. So no two documents get one name,
 * whoever dies when.
 * @throws when the log does not answer.
 */
export async function claimName(log: EventLog, name: Name, revision: Revision): Promise<{ ok: true } | Refusal> {
  const address = { bucket, key: claimKey(name) };
  const owner = documentKey(revision);
  const { atMs, requestId } = revision;
  const payload = Buffer.from(JSON.stringify({ owner, atMs, requestId } satisfies z.infer<typeof claimSchema>));
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    const found = await readValue(log, address);
    const claim = found === undefined ? undefined : parseClaim(found.payload);
    if (claim !== undefined && claim.owner !== owner) {
      const standing = await standingOf(log, claim.owner, name);
      if (standing.hasName) return refuseField("taken", name.field, `another ${name.kind} has it`);
      if (atMs - claim.atMs < claimPatienceMs) {
        return refuseField("taken", name.field, `another ${name.kind} is just getting it`);
      }
      if (!(await fence(log, claim.owner, standing, revision))) continue;
    }
    const outcome = await replaceValue(log, { ...address, payload, follows: found?.revision ?? 0 });
    if (outcome.kind === "stored") return { ok: true };
    if (outcome.kind !== "conflict") return refuse("unavailable", outcome.reason);
  }
  return refuse("unavailable", `others were faster ${attemptsMax} times`);
}

/** A claim as it was found. */
export interface FoundClaim {
  name: Name;
  revision: number;
}

/**
 * The claims that a document has on names which it is about to lose. To be read before the document is written.
 * @throws when the log does not answer.
 */
export async function findClaims(log: EventLog, names: readonly Name[], owner: DocumentKey): Promise<FoundClaim[]> {
  const found: FoundClaim[] = [];
  for (const name of names) {
    const value = await readValue(log, { bucket, key: claimKey(name) });
    if (value === undefined || parseClaim(value.payload)?.owner !== documentKey(owner)) continue;
    found.push({ name, revision: value.revision });
  }
  return found;
}

/**
 * Gives a name back, after the document was written without it. A claim that was made again since it was found stays: whoever
 * gives the document that name back claims first, and writes the claim anew even when the document has it already.
 */
export async function releaseClaim(log: EventLog, { name, revision }: FoundClaim): Promise<void> {
  await replaceValue(log, { bucket, key: claimKey(name), payload: new Uint8Array(), follows: revision });
}

/** Undefined for a name that was given back. */
function parseClaim(payload: Uint8Array): z.infer<typeof claimSchema> | undefined {
  if (payload.length === 0) return undefined;
  return claimSchema.parse(JSON.parse(Buffer.from(payload).toString("utf8")));
}

interface Standing {
  hasName: boolean;
  /** The owner's last revision; 0 when it has none. */
  revision: number;
  last: Revision | undefined;
}

/** What the owner's document is in the log, which knows more than any memory. */
async function standingOf(log: EventLog, owner: string, { field, name }: Name): Promise<Standing> {
  const found = await readValue(log, { bucket: configurationBuckets.config, key: owner });
  if (found === undefined) return { hasName: false, revision: 0, last: undefined };
  const decoded = decodeRevision(found.payload);
  // What a later version wrote keeps its names.
  if (!decoded.ok) return { hasName: found.payload.length > 0, revision: found.revision, last: undefined };
  const { revision: last } = decoded;
  const names = last.action === "deleted" ? [] : namesOf(last);
  return { hasName: names.some((own) => own.field === field && own.name === name), revision: found.revision, last };
}

/**
 * Has whoever still means to write the owner's document fail. A document that was never written becomes a deleted one; one
 * that has another name gets the same revision once more.
 */
export async function fence(
  log: EventLog,
  owner: string,
  { revision, last }: Pick<Standing, "revision" | "last">,
  cause: Revision,
): Promise<boolean> {
  const [workspace = "", , id = ""] = owner.split(".");
  const system = { kind: "system", id: "control-plane", name: "repair of an unfinished change" } as const;
  const same = { actor: system, requestId: cause.requestId, atMs: cause.atMs };
  const next: Revision =
    last === undefined
      ? { ...cause, ...same, workspace, id, document: {}, action: "deleted", createdAtMs: cause.atMs }
      : { ...last, ...same, action: last.action === "deleted" ? "deleted" : "replaced" };
  const payload = encodeRevision(next);
  const outcome = await replaceValue(log, {
    bucket: configurationBuckets.config,
    key: owner,
    payload,
    follows: revision,
  });
  return outcome.kind === "stored";
}
