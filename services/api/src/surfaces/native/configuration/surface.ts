import {
  type Changed,
  type Command,
  type ControlPlane,
  type DocumentKey,
  isDocumentId,
  type KindName,
  type StoredRevision,
  type Verb,
} from "@statwire/control-plane";
import type { Request } from "express";
import type { Access } from "../../../configuration/access.js";
import { type Batch, batchCommand, createCommand, split } from "../../../configuration/commands.js";
import { type ChangeOptions, type DocumentSources, Documents, visible } from "../../../configuration/documents.js";
import { expectedRevision, ifMatchOf, isKnown } from "../../../configuration/if-match.js";
import { type ReadStoredRevisions, wholeHistory } from "../../../configuration/whole-history.js";
import { invalidField, ProblemError } from "../../../http/problem.js";
import { instantForms, parseInstantMs } from "../parse-instant.js";
import { documentsThen, type StoredDocuments } from "./documents-then.js";
import type { BatchResult, BatchResults, DocumentMeta, RevisionMeta } from "./dto.js";
import { type ListQuery, pageOf } from "./query.js";
import { toDocument, toRevision } from "./to-document.js";

export interface ConfigurationSources extends DocumentSources {
  /** Of revisions that the log has forgotten. */
  storedRevisions: ReadStoredRevisions;
  storedDocuments: StoredDocuments;
}

/** The longest `Idempotency-Key`. */
const keyLengthMax = 255;

/**
 * The native surface of every kind of document: who may do it, what is asked for, and the answer. The generated controllers call
 * it with their kind. Errors: 403, 404, 409, 412, 422, 428, 503 problems, invalid-input naming the field.
 */
export class ConfigurationSurface {
  readonly #documents: Documents;

  constructor(private readonly sources: ConfigurationSources) {
    this.#documents = new Documents(sources);
  }

  async list<List extends { items: DocumentMeta[]; next_cursor: string | null }>(
    request: Request,
    kind: KindName,
    query: ListQuery,
    at?: string,
  ): Promise<List> {
    const found = at === undefined ? this.#documents.list(request, kind) : await this.#then(request, kind, at);
    const { items, nextCursor } = pageOf(found, kind, query);
    return { items: items.map((item) => toDocument(item)), next_cursor: nextCursor } as List;
  }

  async read<Document extends DocumentMeta>(
    request: Request,
    kind: KindName,
    id: string,
    at?: string,
  ): Promise<Document> {
    const stored = await this.#read(request, kind, id, at);
    const document = answer<Document>(request, stored);
    // A document that lost a reference is another than the one that had this tag, which Express is not to compare either.
    if (stored.isCleared) delete request.headers["if-none-match"];
    if (isKnown(request, stored.revision)) request.res?.status(304).end();
    return document;
  }

  async history<History extends { revisions: RevisionMeta[] }>(
    request: Request,
    kind: KindName,
    id: string,
    limit: number,
  ): Promise<History> {
    const access = this.#access(request, kind, "read");
    const revisions = await this.#history({ workspace: access.workspace, kind, id });
    // It may have been out of the caller's reach at some time.
    const seen = revisions.filter((revision) => access.allows(revision) === "allowed");
    if (seen.length === 0 || seen[0] !== revisions[0]) throw unknownDocument(kind, id);
    return { revisions: seen.slice(0, limit).map((revision) => toRevision(revision)) } as History;
  }

  async create<Document extends DocumentMeta>(request: Request, kind: KindName, body: object): Promise<Document> {
    const idempotencyKey = idempotencyKeyOf(request);
    const access = this.#access(request, kind, "create");
    const { command, made } = createCommand(access, kind, body);
    const more = idempotencyKey === undefined ? {} : { idempotencyKey };
    const { current, isReplay = false } = await this.#change(request, access, command, more);
    const document = answer<Document>(request, current);
    if (made === undefined) return document;
    // An earlier request with the same key has shown it.
    return { ...document, token: isReplay ? null : made.shown };
  }

  async replace<Document extends DocumentMeta>(
    request: Request,
    kind: KindName,
    id: string,
    body: object,
  ): Promise<Document> {
    const { secret, input } = split(kind, body);
    const command = { verb: "replace", id, input, ...secret, ...expectedRevision(ifMatchOf(request)) } as const;
    return answer<Document>(request, await this.#update(request, kind, command));
  }

  async patch<Document extends DocumentMeta>(
    request: Request,
    kind: KindName,
    id: string,
    body: object,
  ): Promise<Document> {
    const { secret, input: patch } = split(kind, body);
    const command = { verb: "patch", id, patch, ...secret, ...expectedRevision(ifMatchOf(request)) } as const;
    return answer<Document>(request, await this.#update(request, kind, command));
  }

  async delete(request: Request, kind: KindName, id: string): Promise<void> {
    const access = this.#access(request, kind, "delete");
    const { workspace } = access;
    const expected = expectedRevision(ifMatchOf(request));
    await this.#change(request, access, { verb: "delete", workspace, kind, id, ...expected });
  }

  async batch(request: Request, kind: KindName, { dry_run: dryRun = false, items }: Batch): Promise<BatchResults> {
    const key = idempotencyKeyOf(request);
    const results: BatchResult[] = [];
    // In order: one may build on the one before it.
    for (const [index, item] of items.entries()) {
      const more = { dryRun, ...(key === undefined ? {} : { idempotencyKey: `${key}\n${index}` }) };
      results.push(await this.#batchItem(request, kind, item, more));
    }
    return { results };
  }

  async #batchItem(
    request: Request,
    kind: KindName,
    item: Batch["items"][number],
    more: { dryRun: boolean; idempotencyKey?: string },
  ): Promise<BatchResult> {
    try {
      const access = this.#access(
        request,
        kind,
        item.operation === "replace" || item.operation === "patch" ? "update" : item.operation,
      );
      const { current: stored } = await this.#change(request, access, batchCommand(access, kind, item), more);
      const status = item.operation === "create" ? 201 : item.operation === "delete" ? 204 : 200;
      return { status, id: stored.id, revision: more.dryRun ? null : stored.revision, problem: null };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const { code, message: detail, errors, status } = error;
      return { status, id: item.id ?? null, revision: null, problem: { code, detail, errors: [...errors] } };
    }
  }

  async #read(request: Request, kind: KindName, id: string, at: string | undefined): Promise<StoredRevision> {
    const stored =
      at === undefined ? this.#documents.get(request, kind, id) : await this.#getThen(request, kind, id, at);
    if (stored === undefined) throw unknownDocument(kind, id);
    return stored;
  }

  async #getThen(request: Request, kind: KindName, id: string, at: string): Promise<StoredRevision | undefined> {
    const access = this.#access(request, kind, "read");
    const stored = await this.#at({ workspace: access.workspace, kind, id }, this.#instant(at));
    if (stored === undefined || access.allows(stored) !== "allowed") return undefined;
    return this.#isInReach(access, stored) ? stored : undefined;
  }

  async #then(request: Request, kind: KindName, at: string): Promise<StoredRevision[]> {
    const access = this.#access(request, kind, "read");
    const controlPlane = this.#controlPlane();
    const { storedDocuments: stored, now } = this.sources;
    const history = (document: StoredRevision) => this.#history(document);
    const wanted = { workspace: access.workspace, kind, atMs: this.#instant(at) };
    const found = await documentsThen({ controlPlane, stored, history, now }, wanted);
    return visible(found, access).filter((document) => this.#isInReach(access, document));
  }

  /** What was in the caller's reach at some time may be out of it now. */
  #isInReach({ allows }: Access, { workspace, kind, id }: StoredRevision): boolean {
    const current = this.#controlPlane().get({ workspace, kind, id });
    return current === undefined || allows(current) === "allowed";
  }

  #instant(text: string): number {
    const atMs = parseInstantMs(text, this.sources.now());
    if (atMs === undefined) throw invalidField("at", `expected ${instantForms}`);
    if (atMs > this.sources.now()) throw invalidField("at", "is in the future");
    return atMs;
  }

  async #at(key: DocumentKey, atMs: number): Promise<StoredRevision | undefined> {
    const revisions = await this.#history(key);
    const then = revisions.find((revision) => revision.atMs <= atMs);
    return then?.action === "deleted" ? undefined : then;
  }

  async #history(key: DocumentKey): Promise<StoredRevision[]> {
    if (!isDocumentId(key.id)) return [];
    try {
      return await wholeHistory(this.#controlPlane(), this.sources.storedRevisions, key);
    } catch (cause) {
      if (cause instanceof ProblemError) throw cause;
      throw new ProblemError("unavailable", "The history cannot be read now.", { cause });
    }
  }

  async #update(
    request: Request,
    kind: KindName,
    command: DistributiveOmit<Extract<Command, { verb: "replace" | "patch" }>, "workspace" | "kind">,
  ): Promise<StoredRevision> {
    const access = this.#access(request, kind, "update");
    return (await this.#change(request, access, { ...command, workspace: access.workspace, kind })).current;
  }

  #access(request: Request, kind: KindName, verb: Verb): Access {
    return this.#documents.access(request, kind, verb);
  }

  #change(
    request: Request,
    access: Access,
    command: Command,
    options: ChangeOptions = {},
  ): Promise<Extract<Changed, { ok: true }>> {
    return this.#documents.change(request, access, command, options);
  }

  #controlPlane(): ControlPlane {
    return this.#documents.controlPlane();
  }
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** The header `Idempotency-Key`. Errors: invalid-input. */
function idempotencyKeyOf(request: Request): string | undefined {
  const key = request.get("idempotency-key");
  if (key === undefined || (key !== "" && key.length <= keyLengthMax)) return key;
  throw invalidField("Idempotency-Key", `expected 1 to ${keyLengthMax} characters`);
}

function answer<Document extends DocumentMeta>(request: Request, stored: StoredRevision): Document {
  request.res?.setHeader("ETag", `"${stored.revision}"`);
  return toDocument(stored);
}

function unknownDocument(kind: KindName, id: string): ProblemError {
  return new ProblemError("unknown-document", `there is no ${kind} "${id}"`);
}
