import { configurationBuckets, type EventLog, replaceValue } from "@statwire/event-log";
import type { Change } from "../decide/change.js";
import { type Refusal, refuse, refuseField } from "../decide/refusal.js";
import { documentKey, secretKey } from "../documents/keys.js";
import { encodeRevision, type Revision } from "../documents/revision.js";
import { claimName, findClaims, releaseClaim } from "./claims.js";
import { forgetSecret } from "./forget-secret.js";
import { type SettledTurns, takeTurns } from "./owner-turns.js";
import type { Sealer } from "./sealer.js";

export interface WriteDeps {
  log: EventLog;
  sealer: Sealer;
  createId(): string;
  /** Called after each write; tests stop here, as a killed process does. */
  afterWrite?(what: "request" | "claim" | "secret" | "turn" | "document" | "release" | "forgotten"): void;
}

/** `conflict`: somebody else has written the document since it was decided, or has taken an owner away. */
export type Written =
  | { ok: true; revision: number; next: Revision }
  | { ok: false; conflict: "document" | "turn" }
  | Refusal;

/**
 * Writes a change. The order is the design: names are claimed, then the secret is stored apart under a name that nothing
 * points at yet, then the turn is taken to take an owner away (`settleTurns`), then the document is written, which is when the
 * change is made; then what is no longer needed goes. Whoever dies in between leaves a document as it was or as it should be; a
 * claim or a turn without its document is taken over, a secret that nothing points at is never read. Nothing is undone after a refusal: somebody else may have built on it meanwhile.
 * @throws when the log does not answer.
 */
export async function writeChange(deps: WriteDeps, change: Change, turns: SettledTurns): Promise<Written> {
  const { log } = deps;
  for (const name of change.claims) {
    const claimed = await claimName(log, name, change.next);
    if (!claimed.ok) return claimed;
    deps.afterWrite?.("claim");
  }
  const losing = await findClaims(log, change.releases, change.next);
  const next = await withSecret(deps, change);
  if ("code" in next) return next;
  // What was stored for an attempt that fails is pointed at by nothing.
  const forget = async () => {
    if (next.secret !== undefined && next.secret !== change.next.secret) await forgetSecret(log, next, next.secret);
  };
  const turn = await takeTurns(log, change, turns);
  if (turn !== "taken") {
    await forget();
    return turn === "conflict" ? { ok: false, conflict: "turn" } : turn;
  }
  if (change.losesOwner.length > 0) deps.afterWrite?.("turn");
  const outcome = await replaceValue(log, {
    bucket: configurationBuckets.config,
    key: documentKey(next),
    payload: encodeRevision(next),
    follows: change.follows,
  });
  if (outcome.kind === "conflict") {
    await forget();
    return { ok: false, conflict: "document" };
  }
  if (outcome.kind !== "stored") return refuse("unavailable", outcome.reason);
  deps.afterWrite?.("document");
  for (const claim of losing) {
    await releaseClaim(log, claim);
    deps.afterWrite?.("release");
  }
  return { ok: true, revision: outcome.revision, next };
}

/** Stores a new secret, and gives its name to the revision. Each has a name of its own, so none is ever replaced. */
async function withSecret(
  { log, sealer, createId, afterWrite }: WriteDeps,
  change: Change,
): Promise<Revision | Refusal> {
  const { next, secret } = change;
  if (secret === undefined) return next;
  if (secret === null) {
    const { secret: _gone, ...without } = next;
    return without;
  }
  if (!sealer.hasKey) return refuseField("forbidden", "secret", "this installation has no key to keep secrets with");
  const name = createId();
  const key = secretKey(next, name);
  const payload = sealer.seal(Buffer.from(JSON.stringify(secret)), key);
  const outcome = await replaceValue(log, { bucket: configurationBuckets.secrets, key, payload, follows: 0 });
  if (outcome.kind !== "stored") {
    return refuse("unavailable", outcome.kind === "conflict" ? "a secret of that name exists" : outcome.reason);
  }
  afterWrite?.("secret");
  return { ...next, secret: name };
}
