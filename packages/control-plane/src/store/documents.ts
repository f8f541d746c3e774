import { namesOf, referenceKey } from "../decide/decide.js";
import type { View } from "../decide/view.js";
import { type DocumentKey, documentKey } from "../documents/keys.js";
import type { Credential, StoredRevision } from "../documents/revision.js";
import { type KindName, kindNames, kindOf } from "../kinds/index.js";
import { type Document, idsIn, type Reference } from "../kinds/kind.js";

type OfKind = Map<string, StoredRevision>;

/** The current revision of every document, in memory. */
export class Documents implements View {
  readonly #live = new Map<string, Map<KindName, OfKind>>();
  /** Last revisions of deleted documents, by key. */
  readonly #deleted = new Map<string, StoredRevision>();
  /** Workspaces among them: it is asked of each document that is read. */
  readonly #goneWorkspaces = new Set<string>();
  readonly #owners = new Map<string, StoredRevision>();
  /** Ids of documents that have a value in a field (`Kind.indexed`). */
  readonly #having = new Map<string, Set<string>>();
  /** Whom a credential belongs to, by its SHA-256. */
  readonly #holders = new Map<string, StoredRevision>();

  /** Takes a revision in; one that is not newer than what is known changes nothing. Answers whether it did. */
  apply(revision: StoredRevision): boolean {
    const held = this.#live.get(revision.workspace)?.get(revision.kind)?.get(revision.id);
    const known = held ?? this.deleted(revision);
    if (known !== undefined && known.revision >= revision.revision) return false;
    if (known !== undefined) this.#forgetLookups(known);
    if (revision.action === "deleted") {
      this.#live.get(revision.workspace)?.get(revision.kind)?.delete(revision.id);
      this.#deleted.set(documentKey(revision), revision);
      if (revision.kind === "workspace") this.#goneWorkspaces.add(revision.id);
      return true;
    }
    if (known !== held) this.#forgetDeleted(revision);
    this.#ofKind(revision.workspace, revision.kind).set(revision.id, revision);
    for (const name of namesOf(revision)) this.#owners.set(nameText(name), revision);
    for (const { sha256 } of revision.credentials ?? []) this.#holders.set(sha256, revision);
    for (const value of indexedIn(revision)) {
      const ids = this.#having.get(value) ?? new Set();
      this.#having.set(value, ids.add(revision.id));
    }
    return true;
  }

  /** Forgets a document whose key was purged. */
  forget(key: DocumentKey): void {
    const known = this.#live.get(key.workspace)?.get(key.kind)?.get(key.id);
    if (known !== undefined) this.#forgetLookups(known);
    this.#live.get(key.workspace)?.get(key.kind)?.delete(key.id);
    this.#forgetDeleted(key);
  }

  get(key: DocumentKey): StoredRevision | undefined {
    const found = this.#live.get(key.workspace)?.get(key.kind)?.get(key.id);
    return found === undefined || this.#isOrphan(found) ? undefined : this.#withoutDangling(found);
  }

  /** The last revision of a document that was deleted. */
  deleted(key: DocumentKey): StoredRevision | undefined {
    // Keys take their time, and a replica's start asks for each.
    return this.#deleted.size === 0 ? undefined : this.#deleted.get(documentKey(key));
  }

  named(workspace: string, kind: KindName, field: string, name: string): StoredRevision | undefined {
    const owner = this.#owners.get(nameText({ workspace, kind, field, name }));
    return owner && this.get(owner);
  }

  /** The document that is known by a credential, and that credential. */
  holderOf(sha256: string): { holder: StoredRevision; credential: Credential } | undefined {
    const known = this.#holders.get(sha256);
    const credential = known?.credentials?.find((one) => one.sha256 === sha256);
    const holder = known && this.get(known);
    return holder && credential && { holder, credential };
  }

  /** Documents that have a value in a field by which their kind is looked up. */
  having(workspace: string, kind: KindName, field: string, value: string): StoredRevision[] {
    const ids = this.#having.get(nameText({ workspace, kind, field, name: value })) ?? [];
    return [...ids].flatMap((id) => this.get({ workspace, kind, id }) ?? []);
  }

  count(workspace: string, kind: KindName): number {
    return this.#live.get(workspace)?.get(kind)?.size ?? 0;
  }

  /** Every document of a kind in a workspace, in no order. */
  *list(workspace: string, kind: KindName): Generator<StoredRevision> {
    for (const found of this.#live.get(workspace)?.get(kind)?.values() ?? []) {
      if (!this.#isOrphan(found)) yield this.#withoutDangling(found);
    }
  }

  /** The last revision of every document of a workspace, as it is stored: also of what is deleted, or counts as such. */
  *latest(workspace: string): Generator<StoredRevision> {
    for (const ofKind of this.#live.get(workspace)?.values() ?? []) yield* ofKind.values();
    for (const deleted of this.#deleted.values()) if (deleted.workspace === workspace) yield deleted;
  }

  /** Workspaces that have documents. */
  workspaces(): string[] {
    return [...this.#live.keys()];
  }

  /** Last revisions of what was deleted before a moment. */
  *deletedBefore(beforeMs: number): Generator<StoredRevision> {
    for (const deleted of this.#deleted.values()) if (deleted.atMs < beforeMs) yield deleted;
  }

  /** Documents that count as deleted because of what they belong to, and the deletion that made them so. */
  *orphans(): Generator<{ orphan: StoredRevision; because: StoredRevision }> {
    for (const ofWorkspace of this.#live.values()) {
      for (const kind of kindNames) {
        for (const orphan of ofWorkspace.get(kind)?.values() ?? []) {
          const because = this.#reasonOf(orphan);
          if (because !== undefined) yield { orphan, because };
        }
      }
    }
  }

  #ofKind(workspace: string, kind: KindName): OfKind {
    const ofWorkspace = this.#live.get(workspace) ?? new Map<KindName, OfKind>();
    this.#live.set(workspace, ofWorkspace);
    const ofKind = ofWorkspace.get(kind) ?? new Map<string, StoredRevision>();
    ofWorkspace.set(kind, ofKind);
    return ofKind;
  }

  #forgetDeleted(key: DocumentKey): void {
    this.#deleted.delete(documentKey(key));
    if (key.kind === "workspace") this.#goneWorkspaces.delete(key.id);
  }

  #forgetLookups(revision: StoredRevision): void {
    for (const { sha256 } of revision.credentials ?? []) this.#holders.delete(sha256);
    for (const value of indexedIn(revision)) {
      const ids = this.#having.get(value);
      ids?.delete(revision.id);
      if (ids?.size === 0) this.#having.delete(value);
    }
    for (const name of namesOf(revision)) {
      const text = nameText(name);
      if (this.#owners.get(text)?.id === revision.id) this.#owners.delete(text);
    }
  }

  #isOrphan(found: StoredRevision): boolean {
    if (this.#isWorkspaceGone(found)) return true;
    return parentsOf(found).some(({ kind, id }) => {
      const key = referenceKey(found.workspace, kind, id);
      const parent = this.#live.get(key.workspace)?.get(key.kind)?.get(id);
      return parent === undefined || this.#isOrphan(parent);
    });
  }

  #isWorkspaceGone({ workspace, kind }: StoredRevision): boolean {
    return kind !== "workspace" && this.#goneWorkspaces.has(workspace);
  }

  /** The deletion itself, when it is still known; a document whose parent was never there has none. */
  #reasonOf(found: StoredRevision): StoredRevision | undefined {
    if (this.#isWorkspaceGone(found)) {
      return this.#deleted.get(documentKey({ workspace: found.workspace, kind: "workspace", id: found.workspace }));
    }
    for (const { kind, id } of parentsOf(found)) {
      const key = referenceKey(found.workspace, kind, id);
      const parent = this.#live.get(key.workspace)?.get(key.kind)?.get(id);
      const because = parent === undefined ? this.#deleted.get(documentKey(key)) : this.#reasonOf(parent);
      if (because !== undefined) return because;
    }
    return undefined;
  }

  #withoutDangling(found: StoredRevision): StoredRevision {
    let document: Document | undefined;
    for (const reference of kindOf(found.kind).references) {
      if (reference.whenDeleted !== "clear") continue;
      const ids = idsIn(found.document, reference.field);
      const there = ids.filter((id) => this.#exists(found.workspace, reference, id));
      if (there.length === ids.length) continue;
      const isList = Array.isArray(found.document[reference.field]);
      document = { ...(document ?? found.document), [reference.field]: isList ? there : null };
    }
    return document === undefined ? found : { ...found, document, isCleared: true };
  }

  #exists(workspace: string, { kind }: Reference, id: string): boolean {
    const key = referenceKey(workspace, kind, id);
    const found = this.#live.get(key.workspace)?.get(key.kind)?.get(id);
    return found !== undefined && !this.#isOrphan(found);
  }
}

function parentsOf({ kind, document }: StoredRevision): { kind: string; id: string }[] {
  return kindOf(kind)
    .references.filter(({ whenDeleted }) => whenDeleted === "delete")
    .flatMap(({ field, kind: parent }) => idsIn(document, field).map((id) => ({ kind: parent, id })));
}

function indexedIn({ workspace, kind, document }: StoredRevision): string[] {
  return (kindOf(kind).indexed ?? []).flatMap((field) =>
    idsIn(document, field).map((name) => nameText({ workspace, kind, field, name })),
  );
}

function nameText(name: { workspace: string; kind: string; field: string; name: string }): string {
  return JSON.stringify([name.workspace, name.kind, name.field, name.name]);
}
