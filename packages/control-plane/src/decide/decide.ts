import type { z } from "zod";
import type { DocumentKey } from "../documents/keys.js";
import type { Action, Revision, StoredRevision } from "../documents/revision.js";
import { kindOf } from "../kinds/index.js";
import { type Document, documentBytesMax, idsIn, installation, type Kind } from "../kinds/kind.js";
import type { Change, Name } from "./change.js";
import type { Command, Origin } from "./command.js";
import { refuseEnding } from "./ending.js";
import { refuseWithoutOwner, workspacesLosingOwner } from "./last-owner.js";
import { mergePatch } from "./merge-patch.js";
import { planOf } from "./plan-of.js";
import { type FieldFault, type Refusal, refuse, refuseField } from "./refusal.js";
import type { View } from "./view.js";

/**
 * What a command does to the documents, or why not. Whether the caller may do it is not asked here (`mayDo`).
 * @param createId gives the id of a new document, unless its kind has the client choose
 */
export function decide(command: Command, view: View, origin: Origin, createId: () => string): Change | Refusal {
  if (command.verb === "create") return decideCreate(command, view, origin, createId);
  const key = { workspace: command.workspace, kind: command.kind, id: command.id };
  const current = view.get(key);
  if (current === undefined) return refuse("not-found", `there is no ${command.kind} "${command.id}"`);
  if (command.expected !== undefined && command.expected !== current.revision) {
    return refuse("changed", `the ${command.kind} has revision ${current.revision} by now, not ${command.expected}`);
  }
  if (command.verb === "delete") {
    return refuseEnding(view, current) ?? refuseWithoutOwner(view, current) ?? decideDelete(current, view, origin);
  }
  return decideReplace(command, current, view, origin);
}

type Create = Extract<Command, { verb: "create" }>;
type Replace = Extract<Command, { verb: "replace" | "patch" }>;

function decideCreate(command: Create, view: View, origin: Origin, createId: () => string): Change | Refusal {
  const kind = kindOf(command.kind);
  const parsed = parseDocument(kind, command.input, command.kept ?? {});
  if (!parsed.ok) return parsed;
  const { document } = parsed;
  const id = kind.idField === undefined ? createId() : String(document[kind.idField]);
  // A workspace is its own: nothing else could say which one it belongs to.
  const workspace = command.kind === "workspace" ? id : command.workspace;
  const key = { workspace, kind: command.kind, id };
  if (view.get(key) !== undefined) return refuseField("taken", kind.idField ?? "id", `"${id}" exists already`);
  // Its history is another's.
  if (view.deleted(key) !== undefined) return refuseField("taken", kind.idField ?? "id", `"${id}" existed before`);
  if (command.kind !== "workspace" && view.deleted({ workspace, kind: "workspace", id: workspace }) !== undefined) {
    return refuse("not-found", `there is no workspace "${workspace}"`);
  }
  const max = kind.countMax[planOf(view, workspace, origin.atMs)];
  if (view.count(workspace, command.kind) >= max) {
    return refuse("too-many", `there are ${max} ${kind.plural} already, which is as many as there may be`);
  }
  const fault = faultOf(kind, key, document, view) ?? refuseCrowd(kind, key, document, view, origin.atMs);
  if (fault !== undefined) return fault;
  const secret = parseSecret(kind, command.secret);
  if (!secret.ok) return secret;
  const next = {
    ...toRevision(key, document, "created", origin, origin.atMs),
    ...(command.credentials === undefined ? {} : { credentials: command.credentials }),
  };
  const change = { follows: 0, claims: namesOf(next), releases: [], losesOwner: [], isSame: false };
  return { ok: true, next, ...change, ...secret.value };
}

function decideReplace(command: Replace, current: StoredRevision, view: View, origin: Origin): Change | Refusal {
  const kind = kindOf(command.kind);
  const { fields, kept } = split(kind, current.document);
  const input = command.verb === "patch" ? mergePatch(fields, command.patch) : command.input;
  const parsed = parseDocument(kind, input, { ...kept, ...command.kept });
  if (!parsed.ok) return parsed;
  const { document } = parsed;
  if (kind.idField !== undefined && document[kind.idField] !== current.id) {
    return refuseField("invalid", kind.idField, "cannot be changed");
  }
  const fault =
    faultOf(kind, current, document, view) ??
    refuseWithoutOwner(view, current, document) ??
    refuseCrowd(kind, current, document, view, origin.atMs);
  if (fault !== undefined) return fault;
  const secret = parseSecret(kind, command.secret);
  if (!secret.ok) return secret;
  const action = command.verb === "patch" ? "patched" : "replaced";
  const next = {
    ...toRevision(current, document, action, origin, current.createdAtMs),
    ...keptApart(current),
    ...(command.credentials === undefined ? {} : { credentials: command.credentials }),
  };
  const before = namesOf(current);
  const after = namesOf(next);
  return {
    ok: true,
    next,
    follows: current.revision,
    claims: after.filter((name) => !includes(before, name)),
    releases: before.filter((name) => !includes(after, name)),
    losesOwner: workspacesLosingOwner(view, current, document),
    isSame:
      secret.value.secret === undefined &&
      command.credentials === undefined &&
      canonical(document) === canonical(current.document),
    ...secret.value,
  };
}

/** What points at it is deleted or cleared by itself (`Reference`). */
function decideDelete(current: StoredRevision, view: View, origin: Origin): Change {
  const next = toRevision(current, current.document, "deleted", origin, current.createdAtMs);
  const change = { claims: [], releases: namesOf(current), losesOwner: workspacesLosingOwner(view, current) };
  return { ok: true, next, follows: current.revision, ...change, isSame: false };
}

function toRevision(
  key: DocumentKey,
  document: Document,
  action: Action,
  origin: Origin,
  createdAtMs: number,
): Revision {
  const { workspace, kind, id } = key;
  return { workspace, kind, id, document, action, ...origin, createdAtMs };
}

/** What is no part of the document and stays with it. */
function keptApart({ secret, credentials }: Revision): Pick<Revision, "secret" | "credentials"> {
  return { ...(secret === undefined ? {} : { secret }), ...(credentials === undefined ? {} : { credentials }) };
}

/** What a client writes, and what only we write, of a stored document. */
function split(kind: Kind, document: Document): { fields: Document; kept: Document } {
  const isKept = (name: string) => kind.kept !== undefined && Object.hasOwn(kind.kept.shape, name);
  const entries = Object.entries(document);
  return {
    fields: Object.fromEntries(entries.filter(([name]) => !isKept(name))),
    kept: Object.fromEntries(entries.filter(([name]) => isKept(name))),
  };
}

function parseDocument(kind: Kind, input: unknown, kept: Document): { ok: true; document: Document } | Refusal {
  const parsed = kind.fields.safeParse(input);
  if (!parsed.success) return refuseIssues(parsed.error);
  const document = { ...(parsed.data as Document), ...(kind.kept?.parse(kept) as Document | undefined) };
  const bytes = Buffer.byteLength(JSON.stringify(document));
  if (bytes <= documentBytesMax) return { ok: true, document };
  return refuse("invalid", `the document has ${bytes} bytes, at most ${documentBytesMax} are taken`);
}

function parseSecret(kind: Kind, input: unknown): { ok: true; value: { secret?: unknown } } | Refusal {
  if (input === undefined) return { ok: true, value: {} };
  // Null takes it away.
  if (input === null) return { ok: true, value: { secret: null } };
  if (kind.secret === undefined) return refuseField("invalid", "secret", "this kind has none");
  const parsed = kind.secret.safeParse(input);
  return parsed.success ? { ok: true, value: { secret: parsed.data } } : refuseIssues(parsed.error, "secret.");
}

function refuseIssues({ issues }: z.ZodError, prefix = ""): Refusal {
  const faults = issues.slice(0, 50).flatMap((issue): FieldFault[] => {
    if (issue.code !== "unrecognized_keys") return [{ field: prefix + issue.path.join("."), message: issue.message }];
    return issue.keys
      .slice(0, 50)
      .map((name) => ({ field: prefix + [...issue.path, name].join("."), message: "unknown field" }));
  });
  return refuse("invalid", faults.map(({ field, message }) => `${field}: ${message}`).join("; "), faults);
}

/** A name that is taken, or something that does not exist. */
function faultOf(kind: Kind, key: DocumentKey, document: Document, view: View): Refusal | undefined {
  for (const { field, of } of kind.unique) {
    const name = of(document);
    const owner = name === undefined ? undefined : view.named(key.workspace, key.kind, field, name);
    if (owner !== undefined && owner.id !== key.id) return refuseField("taken", field, `another ${key.kind} has it`);
  }
  const dangling = kind.references.flatMap(({ field, kind: other }) =>
    idsIn(document, field)
      .filter((id) => view.get(referenceKey(key.workspace, other, id)) === undefined)
      .map((id) => ({ field, message: `there is no ${other} "${id}"` })),
  );
  if (dangling.length === 0) return undefined;
  return refuse("dangling", dangling.map(({ field, message }) => `${field}: ${message}`).join("; "), dangling);
}

/** As many as may be of one parent; what is of it already stays, whatever the plan has become. */
function refuseCrowd(
  { countMaxWithin, plural }: Kind,
  key: DocumentKey,
  document: Document,
  view: View,
  nowMs: number,
): Refusal | undefined {
  if (countMaxWithin === undefined) return undefined;
  const { field } = countMaxWithin;
  const parent = document[field];
  const max = countMaxWithin.max[planOf(view, key.workspace, nowMs)];
  if (max === undefined || typeof parent !== "string") return undefined;
  let count = 0;
  for (const other of view.list(key.workspace, key.kind)) {
    if (other.document[field] !== parent) continue;
    if (other.id === key.id) return undefined;
    count += 1;
  }
  if (count < max) return undefined;
  return refuseField("too-many", field, `it has ${max} ${plural} already, which is as many as there may be`);
}

/** Where a referenced document is: in the same workspace, or in none. */
export function referenceKey(workspace: string, kind: string, id: string): DocumentKey {
  const name = kind as DocumentKey["kind"];
  return { workspace: kindOf(name).scope === "installation" ? installation : workspace, kind: name, id };
}

/** The unique names that a revision's document has. */
export function namesOf({ workspace, kind, document }: Revision): Name[] {
  return kindOf(kind).unique.flatMap(({ field, of }) => {
    const name = of(document);
    return name === undefined ? [] : [{ workspace, kind, field, name }];
  });
}

function includes(names: readonly Name[], { field, name }: Name): boolean {
  return names.some((other) => other.field === field && other.name === name);
}

/** The same for documents that differ only in the order of members. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, member: unknown) =>
    typeof member === "object" && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1)))
      : member,
  );
}
