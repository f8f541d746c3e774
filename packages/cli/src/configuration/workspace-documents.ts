import { type Document, type KindName, kindOf } from "@statwire/control-plane";

/**
 * What a workspace file holds, in the order in which it is built up. People, their rights and tokens are not in it: they are
 * nothing that one copies.
 */
export const fileKinds = ["project", "tag", "proxy", "device", "maintenance", "setting"] as const satisfies KindName[];

export type FileKind = (typeof fileKinds)[number];

/** A document as the API has it, without what it says beside its own fields. */
export interface CurrentDocument {
  kind: FileKind;
  id: string;
  revision: number;
  fields: Document;
}

/** By the plural of the kind, then by label: only what differs from the defaults, with labels in the place of ids. */
export type WorkspaceFile = Record<string, Record<string, Document>>;

/** The field that people call a document of a kind by. */
const labelFields: Record<FileKind, string> = {
  project: "key",
  tag: "name",
  proxy: "host",
  device: "name",
  maintenance: "title",
  setting: "key",
};

/** What people call a document by, as its fields say it. */
export function nameIn(kind: FileKind, fields: Document): string {
  return String(fields[labelFields[kind]]);
}

/**
 * How each document is called in a file: by its name, or by its id where several have that name.
 * @returns by `kind` and id
 */
export function labelsOf(documents: readonly CurrentDocument[]): Map<string, string> {
  const counts = new Map<string, number>();
  const nameOf = ({ kind, fields }: CurrentDocument) => nameIn(kind, fields);
  for (const document of documents) {
    const key = `${document.kind} ${nameOf(document)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Map(
    documents.map((document) => {
      const name = nameOf(document);
      const isAlone = counts.get(`${document.kind} ${name}`) === 1;
      return [`${document.kind} ${document.id}`, isAlone ? name : document.id];
    }),
  );
}

/** The file of documents. */
export function toWorkspaceFile(documents: readonly CurrentDocument[]): WorkspaceFile {
  const labels = labelsOf(documents);
  const file: WorkspaceFile = {};
  for (const kind of fileKinds) {
    const entries = documents
      .filter((document) => document.kind === kind)
      .map((document): [string, Document] => [
        labels.get(`${kind} ${document.id}`) ?? document.id,
        withoutDefaults(
          kind,
          withReferences(kind, document.fields, (other, id) => labels.get(`${other} ${id}`) ?? id),
        ),
      ])
      .sort(([one], [other]) => (one < other ? -1 : 1));
    if (entries.length > 0) file[kindOf(kind).plural] = Object.fromEntries(entries);
  }
  return file;
}

/** The same document with every reference to another put in other words. */
export function withReferences(
  kind: FileKind,
  fields: Document,
  word: (kind: string, reference: string) => string,
): Document {
  const changed = kindOf(kind).references.flatMap(({ field, kind: other }): [string, unknown][] => {
    const value = fields[field];
    if (typeof value === "string") return [[field, word(other, value)]];
    if (!Array.isArray(value)) return [];
    return [[field, value.map((item) => (typeof item === "string" ? word(other, item) : item))]];
  });
  return { ...fields, ...Object.fromEntries(changed) };
}

function withoutDefaults(kind: FileKind, fields: Document): Document {
  const { shape } = kindOf(kind).fields;
  const entries = Object.entries(fields).filter(([name, value]) => {
    const schema = shape[name] as { safeParse(value: unknown): { success: boolean; data?: unknown } } | undefined;
    const absent = schema?.safeParse(undefined);
    return absent?.success !== true || JSON.stringify(absent.data) !== JSON.stringify(value);
  });
  return Object.fromEntries(entries);
}
