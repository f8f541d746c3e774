import { type Document, kindOf } from "@statwire/control-plane";
import {
  type CurrentDocument,
  type FileKind,
  fileKinds,
  labelsOf,
  nameIn,
  toWorkspaceFile,
  type WorkspaceFile,
  withReferences,
} from "./workspace-documents.js";

/** One field that is to be another. */
export interface FieldChange {
  field: string;
  from: unknown;
  to: unknown;
}

/** One change that makes the workspace what the file says. */
export interface Step {
  operation: "create" | "replace" | "delete";
  kind: FileKind;
  /** As the file calls it. */
  label: string;
  /** Of a new document a word that stands for its id until it has one. */
  id: string;
  /** The revision that the plan was made for; not of a new one. */
  revision?: number;
  /** What is written; not of a deletion. */
  document?: Document;
  /** By the names and labels that the file has. */
  changes: readonly FieldChange[];
}

export type Planned = { ok: true; steps: Step[] } | { ok: false; problems: string[] };

/**
 * What has to be done so that a workspace is what a file says: what is pointed at first. Documents that the file does not
 * mention stay, unless it is to be pruned.
 */
export function planChanges(input: unknown, current: readonly CurrentDocument[], options: { prune: boolean }): Planned {
  const problems: string[] = [];
  const file = readFile(input, problems);
  const entries = fileKinds.flatMap((kind) =>
    Object.entries(file[kindOf(kind).plural] ?? {}).map(([label, fields]) => ({ kind, label, fields })),
  );
  const labels = labelsOf(current);
  const byLabel = new Map(current.map((one) => [`${one.kind} ${labels.get(`${one.kind} ${one.id}`)}`, one]));
  for (const one of current) byLabel.set(`${one.kind} ${one.id}`, one);
  const found = existingOf(entries, current, byLabel);
  const ids = new Map([...byLabel].map(([label, { id }]) => [label, id]));
  for (const [index, entry] of entries.entries()) {
    ids.set(`${entry.kind} ${entry.label}`, found.get(entry)?.id ?? `new-${index + 1}`);
  }
  const before = toWorkspaceFile(current);
  const steps: Step[] = [];
  const mentioned = new Set<CurrentDocument>();
  for (const entry of entries) {
    const { kind, label, fields } = entry;
    const resolved = withReferences(kind, fields, (other, word) => ids.get(`${other} ${word}`) ?? word);
    const parsed = kindOf(kind).fields.safeParse(resolved);
    if (!parsed.success) {
      problems.push(...parsed.error.issues.map(({ path, message }) => pathText(kind, label, path, message)));
      continue;
    }
    const document = parsed.data as Document;
    const existing = found.get(entry);
    if (existing !== undefined) mentioned.add(existing);
    const id = existing?.id ?? ids.get(`${kind} ${label}`) ?? label;
    const was = existing === undefined ? {} : (before[kindOf(kind).plural]?.[labels.get(`${kind} ${id}`) ?? id] ?? {});
    const changes = differences(was, fields);
    if (existing === undefined) steps.push({ operation: "create", kind, label, id, document, changes });
    else if (!isSame(existing.fields, document)) {
      steps.push({ operation: "replace", kind, label, id, revision: existing.revision, document, changes });
    }
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, steps: [...steps, ...(options.prune ? deletions(current, mentioned, labels) : [])] };
}

interface Entry {
  kind: FileKind;
  label: string;
  fields: Document;
}

/**
 * The document that each entry is about: the one with the id that its label is; or with the name that its fields say, so that a
 * file whose labels are no names makes nothing twice; or, to be called otherwise, the one that its label names. Of several with
 * one name they go by age, as a file makes them.
 */
function existingOf(
  entries: readonly Entry[],
  current: readonly CurrentDocument[],
  byLabel: ReadonlyMap<string, CurrentDocument>,
): Map<Entry, CurrentDocument> {
  const found = new Map<Entry, CurrentDocument>();
  const taken = new Set<CurrentDocument>();
  const byAge = current.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const ways: ((entry: Entry) => CurrentDocument | undefined)[] = [
    ({ kind, label }) => byAge.find((one) => one.kind === kind && one.id === label),
    ({ kind, fields }) =>
      byAge.find((one) => one.kind === kind && !taken.has(one) && nameIn(kind, one.fields) === nameIn(kind, fields)),
    ({ kind, label }) => byLabel.get(`${kind} ${label}`),
  ];
  for (const way of ways) {
    for (const entry of entries) {
      const one = found.has(entry) ? undefined : way(entry);
      if (one === undefined || taken.has(one)) continue;
      found.set(entry, one);
      taken.add(one);
    }
  }
  return found;
}

function readFile(input: unknown, problems: string[]): WorkspaceFile {
  if (input === null || input === undefined) return {};
  if (!isObject(input)) {
    problems.push("expected lists of documents by kind");
    return {};
  }
  const plurals = fileKinds.map((kind) => kindOf(kind).plural);
  for (const [plural, documents] of Object.entries(input)) {
    if (!plurals.includes(plural)) problems.push(`${plural}: expected one of ${plurals.join(", ")}`);
    else if (!isObject(documents)) problems.push(`${plural}: expected documents by name`);
    else {
      for (const [label, fields] of Object.entries(documents)) {
        if (!isObject(fields)) problems.push(`${plural}.${label}: expected its fields`);
      }
    }
  }
  return problems.length > 0 ? {} : (input as WorkspaceFile);
}

/** What points at others goes before them. */
function deletions(
  current: readonly CurrentDocument[],
  mentioned: ReadonlySet<CurrentDocument>,
  labels: ReadonlyMap<string, string>,
): Step[] {
  return [...fileKinds].reverse().flatMap((kind) =>
    current
      .filter((document) => document.kind === kind && !mentioned.has(document))
      .map(({ id, revision }) => ({
        operation: "delete" as const,
        kind,
        label: labels.get(`${kind} ${id}`) ?? id,
        id,
        revision,
        changes: [],
      })),
  );
}

function differences(was: Document, is: Document): FieldChange[] {
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
  return names.map((field) => ({ field, from: was[field], to: is[field] })).filter(({ from, to }) => !isSame(from, to));
}

function isSame(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_name, member: unknown) =>
      isObject(member)
        ? Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1)))
        : member,
    ) ?? ""
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function pathText(kind: FileKind, label: string, path: readonly PropertyKey[], message: string): string {
  return `${[kindOf(kind).plural, label, ...path].join(".")}: ${message}`;
}
