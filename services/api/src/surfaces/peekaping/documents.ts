import { type Document, type KindName, mayUseNodes, type StoredRevision, type Verb } from "@statwire/control-plane";
import type { Request } from "express";
import { createCommand } from "../../configuration/commands.js";
import { type DocumentSources, Documents } from "../../configuration/documents.js";
import { expectedRevision } from "../../configuration/if-match.js";
import type { MadeSecret } from "../../configuration/made-secrets.js";
import { contextOf } from "../../http/context.js";
import { ProblemError } from "../../http/problem.js";
import { peekapingError } from "./errors.js";
import { entriesOf, type Page } from "./page-query.js";

/** How this surface speaks of a kind of document. */
export interface Wordings {
  kind: KindName;
  /** As in "Tag not found". */
  name: string;
  /** 409, when another one has that name. */
  taken?: string;
  /** What a member of the document is called here, by its path there; absent: the same. */
  memberName?(path: string): string;
}

/** Which documents are listed, and in which order. */
export interface Listing extends Page {
  isListed(stored: StoredRevision): boolean;
  /** Absent: the newest first. */
  compare?(one: StoredRevision, other: StoredRevision): number;
}

/** What is changed of a document, and of what is stored apart. */
export interface DocumentPatch {
  patch: Document;
  secret?: Document | null;
}

/** Documents of one kind as this surface reads and changes them, with its errors. A change takes `If-Match`, and needs none. */
export class PeekapingDocuments {
  readonly #documents: Documents;

  constructor(
    sources: DocumentSources,
    private readonly wordings: Wordings,
  ) {
    this.#documents = new Documents(sources);
  }

  list(request: Request, { isListed, compare = newestFirst, ...page }: Listing): StoredRevision[] {
    const found = this.#documents.list(request, this.wordings.kind).filter(isListed);
    return entriesOf(found.toSorted(compare), page);
  }

  /** @throws Answer 404 */
  read(request: Request, id: string): StoredRevision {
    return this.#documents.get(request, this.wordings.kind, id) ?? this.#raiseNotFound();
  }

  async create(request: Request, body: object): Promise<{ current: StoredRevision; made: MadeSecret | undefined }> {
    return this.#worded(async () => {
      const access = this.#documents.access(request, this.wordings.kind, "create");
      const { command, made } = createCommand(access, this.wordings.kind, body);
      const { current } = await this.#documents.change(request, access, command);
      return { current, made };
    });
  }

  /** Changes what the patch names, and leaves everything else. */
  async patch(request: Request, id: string, { patch, secret }: DocumentPatch): Promise<StoredRevision> {
    return this.#worded(async () => {
      const { access, target } = this.#target(request, id, "update");
      const more = secret === undefined ? {} : { secret };
      const { current } = await this.#documents.change(request, access, { verb: "patch", ...target, patch, ...more });
      return current;
    });
  }

  async delete(request: Request, id: string): Promise<void> {
    await this.#worded(async () => {
      const { access, target } = this.#target(request, id, "delete");
      await this.#documents.change(request, access, { verb: "delete", ...target });
    });
  }

  /** The document of the workspace that the caller acts in. */
  workspace(request: Request): StoredRevision | undefined {
    const { workspace } = this.#documents.access(request, this.wordings.kind, "read");
    return this.#documents.controlPlane().get({ workspace, kind: "workspace", id: workspace });
  }

  /** Whether the caller acts in the workspace whose nodes are read, and may read them. */
  mayReadNodes(request: Request): boolean {
    const { workspace, principal } = this.#documents.access(request, this.wordings.kind, "read");
    const isServed = workspace === contextOf(request).workspace;
    return isServed && mayUseNodes(principal, { verb: "read", workspace }) === "allowed";
  }

  #target(request: Request, id: string, verb: Verb) {
    const { kind } = this.wordings;
    const access = this.#documents.access(request, kind, verb);
    const header = request.get("if-match");
    const expected = header === undefined ? {} : expectedRevision(header);
    return { access, target: { workspace: access.workspace, kind, id, ...expected } };
  }

  async #worded<Result>(act: () => Promise<Result>): Promise<Result> {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      if (error.code === "unknown-document") return this.#raiseNotFound();
      const { taken, memberName = (path: string) => path } = this.wordings;
      if (error.code === "name-taken" && taken !== undefined) throw peekapingError(409, taken);
      if (error.errors.length === 0) throw error;
      const named = error.errors.map(({ field, message }) => `${memberName(field)}: ${message}`);
      throw peekapingError(error.status, named.join("; "));
    }
  }

  #raiseNotFound(): never {
    throw peekapingError(404, `${this.wordings.name} not found`);
  }
}

/** Of two of the same moment the one with the later id, which sorts by age as well. */
export function newestFirst(one: StoredRevision, other: StoredRevision): number {
  return other.createdAtMs - one.createdAtMs || (one.id < other.id ? 1 : -1);
}

/** When a document was made and changed last. */
export function timesOf({ createdAtMs, atMs }: StoredRevision): { created_at: string; updated_at: string } {
  return { created_at: new Date(createdAtMs).toISOString(), updated_at: new Date(atMs).toISOString() };
}

/** Whether a text contains what is searched for, in whatever case; nothing is in every text. */
export function contains(text: unknown, searched: string | undefined): boolean {
  return searched === undefined || (typeof text === "string" && text.toLowerCase().includes(searched.toLowerCase()));
}
