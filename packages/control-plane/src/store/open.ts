import { configurationBuckets, type EventLog, logFailure, readValue, valuesOf } from "@statwire/event-log";
import { backoffMs, sleep } from "@statwire/runtime";
import type { Change } from "../decide/change.js";
import type { Command, Origin } from "../decide/command.js";
import { decide } from "../decide/decide.js";
import { type Refusal, refuse } from "../decide/refusal.js";
import { type DocumentKey, documentKey, secretKey } from "../documents/keys.js";
import type { StoredRevision } from "../documents/revision.js";
import { kindOf } from "../kinds/index.js";
import { installation } from "../kinds/kind.js";
import type { Permission } from "../permissions/may-do.js";
import type { Changed, ChangeOptions, ControlPlane } from "./control-plane.js";
import type { Documents } from "./documents.js";
import { forgetSecret } from "./forget-secret.js";
import { type SettledTurns, settleTurns } from "./owner-turns.js";
import { deleteOrphans, purgeDeleted } from "./repair.js";
import { idOfRequest, recallRequest } from "./requests.js";
import { DocumentWatch, toStoredRevision } from "./watch.js";
import { type WriteDeps, writeChange } from "./write-change.js";

export interface OpenOptions extends WriteDeps {
  now(): number;
  /** Ends everything when it aborts. */
  signal: AbortSignal;
}

/** How often others may be faster before a change without `expected` is given up. */
const attemptsMax = 20;
/** How long the watch may take to bring back what was written. */
const seenWithinMs = 5_000;
const historyMax = 64;
const repairEveryMs = 60_000;
/** For how long a deleted document keeps its past in the log; the audit has it longer. */
const deletedKeptMs = 30 * 24 * 3_600_000;

/**
 * Opens the configuration: reads all of it, and keeps reading. Resolves when everything is known.
 * @throws the signal's reason when it aborts first.
 */
export async function openControlPlane(options: OpenOptions): Promise<ControlPlane> {
  const { log, signal } = options;
  const watch = new DocumentWatch(log, signal);
  await new Promise<void>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    signal.throwIfAborted();
    watch.run(resolve).catch(reject);
  });
  const repair = repairs(options, watch);
  return {
    get: (key) => watch.documents.get(key),
    named: (...name) => watch.documents.named(...name),
    having: (...what) => watch.documents.having(...what),
    holderOf: (sha256) => watch.documents.holderOf(sha256),
    list: (...what) => watch.documents.list(...what),
    latest: (workspace) => watch.documents.latest(workspace),
    workspaces: () => watch.documents.workspaces().filter((workspace) => workspace !== installation),
    change: async (command, origin, more = {}) => {
      const changed = await change(options, watch, command, origin, more).catch((error: unknown) =>
        toUnavailable(log, error),
      );
      if (changed.ok && command.verb === "delete" && more.dryRun !== true) repair.soon();
      return changed;
    },
    history: (key, limit) => history(options, key, limit),
    readSecret: (document) => readSecret(options, document),
    onRevision: (listener) => watch.onRevision(listener),
    status: () => watch.status(),
    silentMs: () => watch.silentMs(),
  };
}

/** What the log fails at is an everyday failure; @throws anything else. */
function toUnavailable(log: EventLog, error: unknown): Refusal {
  const reason = logFailure(error) ?? log.status();
  if (reason === undefined) throw error;
  return refuse("unavailable", reason);
}

async function change(
  options: OpenOptions,
  watch: DocumentWatch,
  command: Command,
  origin: Origin,
  more: ChangeOptions,
): Promise<Changed> {
  const proposed = (command.verb === "create" ? command.proposedId : undefined) ?? options.createId();
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const decideNow = () => decideOnce(options, watch.documents, command, origin, more, proposed);
    const { decided, turns } = await decideInTurn(options, watch, decideNow, more);
    if (!decided.ok) return decided;
    if ("current" in decided) return decided;
    if (isForShow(decided, more)) return { ok: true, current: { ...decided.next, revision: decided.follows } };
    if (turns !== undefined) {
      const before = watch.documents.get(decided.next)?.secret;
      const written = await writeChange(options, decided, turns);
      if (written.ok) return stored(options, watch, { ...written.next, revision: written.revision }, before);
      if (!("conflict" in written)) return written;
      if (written.conflict === "document") {
        // What the caller asked about is not what is there any more.
        await catchUp(options, watch, decided);
        if (command.verb !== "create" && command.expected !== undefined) {
          return refuse("changed", `the ${command.kind} was changed meanwhile`);
        }
      }
    }
    await sleep(backoffMs(attempt, { baseMs: 5, maxMs: 200, random: Math.random() }), options.signal);
  }
  return refuse("unavailable", `others were faster ${attemptsMax} times`);
}

/** Nothing is to be written. */
function isForShow(decided: Change, { dryRun = false }: ChangeOptions): boolean {
  return dryRun || decided.isSame;
}

/**
 * What to do now. What takes an owner away is decided once more when nobody else is about to take one, with what is known then.
 * @returns no turns: somebody else is
 */
async function decideInTurn(
  { log }: OpenOptions,
  watch: DocumentWatch,
  decideNow: () => Promise<Change | Changed>,
  more: ChangeOptions,
): Promise<{ decided: Change | Changed; turns?: SettledTurns | undefined }> {
  const first = await decideNow();
  if (!first.ok || "current" in first) return { decided: first };
  if (isForShow(first, more) || first.losesOwner.length === 0) return { decided: first, turns: new Map() };
  const turns = await settleTurns(log, watch, first, seenWithinMs);
  const decided = await decideNow();
  if (!decided.ok || "current" in decided) return { decided };
  return { decided, turns: decided.losesOwner.every((workspace) => turns?.has(workspace)) ? turns : undefined };
}

/** What to do now, or the document that is there already; refused, too, when the caller may not. */
async function decideOnce(
  options: OpenOptions,
  documents: Documents,
  command: Command,
  origin: Origin,
  { idempotencyKey, dryRun = false, allows = () => "allowed" }: ChangeOptions,
  proposed: string,
): Promise<Change | Changed> {
  const before = command.verb === "create" ? undefined : documents.get(command);
  // What may not be known of is not there.
  if (before !== undefined && allows(before) !== "allowed") return refused(allows(before), command);
  const ask = (decided: Change | Refusal) => {
    if (!decided.ok) return decided;
    const permission = allows(decided.next, before);
    return permission === "allowed" ? decided : refused(permission, command);
  };
  const decided = ask(decide(command, documents, origin, () => proposed));
  if (command.verb !== "create" || idempotencyKey === undefined || dryRun || isFaulty(decided)) return decided;
  const request = { ...toRequest(command, origin), key: idempotencyKey };
  // Only what would be created is noted: what is refused must not fill the bucket.
  const known = await (decided.ok ? idOfRequest(options.log, request, proposed) : recallRequest(options.log, request));
  if (known === undefined) return decided;
  if (!known.ok) return known;
  options.afterWrite?.("request");
  const key = createdKey(command, known.id);
  const current = documents.get(key);
  // An id that clients choose may be another's.
  const isOurs = kindOf(command.kind).idField === undefined || current?.requestId === known.requestId;
  if (current !== undefined && isOurs) {
    if (allows(current) !== "allowed") return refused(allows(current), command);
    // With the id of this very change, an attempt of ours has written it.
    return known.id === proposed ? { ok: true, current } : { ok: true, current, isReplay: true };
  }
  if (documents.deleted(key) !== undefined) {
    return refuse("key-reused", "what was created with this Idempotency-Key was deleted since");
  }
  return ask(decide(command, documents, origin, () => known.id));
}

function refused(permission: Permission, { kind, verb, ...command }: Command): Refusal {
  if (permission === "hidden" && "id" in command) return refuse("not-found", `there is no ${kind} "${command.id}"`);
  return refuse("forbidden", `you may not ${verb} this ${kind}`);
}

/** Nothing that an earlier attempt with the same key could have caused. */
function isFaulty(decided: Change | Refusal): boolean {
  return !decided.ok && (decided.code === "invalid" || decided.code === "dangling");
}

type Create = Extract<Command, { verb: "create" }>;

function toRequest({ workspace, kind, input }: Create, { actor, requestId }: Origin) {
  return { workspace, kind, input, actorId: actor.id, requestId };
}

/** Where a creation puts its document, if it is given this id. A workspace is in itself. */
function createdKey({ workspace, kind, input }: Create, id: string): DocumentKey {
  const { idField } = kindOf(kind);
  const chosen = idField === undefined ? id : String((input as Record<string, unknown>)[idField]);
  return { workspace: kind === "workspace" ? chosen : workspace, kind, id: chosen };
}

async function stored(
  { log, afterWrite }: OpenOptions,
  watch: DocumentWatch,
  current: StoredRevision,
  secretBefore: string | undefined,
): Promise<Changed> {
  if (!(await watch.seen(current.revision, seenWithinMs))) {
    log.log.warn({ key: documentKey(current), revision: current.revision }, "a change was stored and is not seen yet");
  }
  // No revision points at it any more.
  if (secretBefore !== undefined && secretBefore !== current.secret) {
    await forgetSecret(log, current, secretBefore);
    afterWrite?.("forgotten");
  }
  return { ok: true, current };
}

/** Waits until what somebody else has written is known here. */
async function catchUp({ log }: OpenOptions, watch: DocumentWatch, { next }: Change): Promise<void> {
  const found = await readValue(log, { bucket: configurationBuckets.config, key: documentKey(next) });
  if (found !== undefined) await watch.seen(found.revision, seenWithinMs);
}

async function history({ log, signal }: OpenOptions, key: DocumentKey, limit: number): Promise<StoredRevision[]> {
  const messages = await valuesOf(log, { bucket: configurationBuckets.config, key: documentKey(key) }, signal);
  const revisions = messages.map((message) => toStoredRevision(key, message));
  return revisions
    .filter((revision) => revision !== undefined && revision !== "purged")
    .reverse()
    .slice(0, Math.min(limit, historyMax));
}

async function readSecret({ log, sealer }: OpenOptions, document: StoredRevision): Promise<unknown> {
  if (document.secret === undefined) return undefined;
  const key = secretKey(document, document.secret);
  const found = await readValue(log, { bucket: configurationBuckets.secrets, key });
  if (found === undefined || found.payload.length === 0) return undefined;
  return JSON.parse(Buffer.from(sealer.open(found.payload, key)).toString("utf8"));
}

/** Cleans up behind deletions: soon after each, and every minute whatever happened. */
function repairs({ log, now, signal }: OpenOptions, watch: DocumentWatch): { soon(): void } {
  let wake: () => void = () => undefined;
  const round = async () => {
    const orphans = await deleteOrphans(log, watch.documents, now());
    const purged = orphans > 0 ? 0 : await purgeDeleted(log, watch.documents, now() - deletedKeptMs);
    if (orphans + purged > 0) log.log.info({ orphans, purged }, "deleted documents cleaned up");
    return orphans + purged;
  };
  const run = async () => {
    while (!signal.aborted) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const done = await round().catch((error: unknown) => {
        log.log.warn({ err: error }, "deleted documents cannot be cleaned up now");
        return 0;
      });
      const pause = new AbortController();
      // After some were found there may be more.
      await Promise.race([woken, sleep(done > 0 ? 100 : repairEveryMs, AbortSignal.any([signal, pause.signal]))]);
      pause.abort();
    }
  };
  void run();
  return { soon: () => wake() };
}
