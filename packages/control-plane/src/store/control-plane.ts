import type { Command, Origin } from "../decide/command.js";
import type { Refusal } from "../decide/refusal.js";
import type { DocumentKey } from "../documents/keys.js";
import type { Credential, Revision, StoredRevision } from "../documents/revision.js";
import type { KindName } from "../kinds/index.js";
import type { Permission } from "../permissions/may-do.js";

/**
 * What a change made of the document; of a deletion its last revision. `isReplay`: an earlier request with the same key had
 * created it, so nothing of this request is in it.
 */
export type Changed = { ok: true; current: StoredRevision; isReplay?: true } | Refusal;

export interface ChangeOptions {
  /** The same key again gives the same document instead of another. */
  idempotencyKey?: string;
  /** Only says what would become of it. */
  dryRun?: boolean;
  /** Asked of the document as it is, and of what would become of it; absent: everything is allowed. */
  allows?(document: Revision, before?: Revision): Permission;
}

/** The configuration: read from memory, changed in the log. */
export interface ControlPlane {
  /** The current revision of a document that exists. */
  get(key: DocumentKey): StoredRevision | undefined;
  /** The document with a unique name, in the same case. */
  named(workspace: string, kind: KindName, field: string, name: string): StoredRevision | undefined;
  /** Documents with a value in a field by which their kind is looked up (`Kind.indexed`). */
  having(workspace: string, kind: KindName, field: string, value: string): StoredRevision[];
  /** The document that is known by a credential (its SHA-256 in hexadecimal digits), and that credential. */
  holderOf(sha256: string): { holder: StoredRevision; credential: Credential } | undefined;
  /** Every document of a kind in a workspace, in no order. */
  list(workspace: string, kind: KindName): Iterable<StoredRevision>;
  /** The last revision of every document of a workspace, deletions as long as they are remembered, in no order. */
  latest(workspace: string): Iterable<StoredRevision>;
  /** Workspaces that have documents. */
  workspaces(): string[];
  /**
   * Makes one change, whoever asks (`mayDo`). What it answers has been stored, and is read here from then on.
   * `unavailable`: whether it was stored is not known, or the log did not take it.
   */
  change(command: Command, origin: Origin, options?: ChangeOptions): Promise<Changed>;
  /**
   * The revisions of a document that the log still holds, the newest first, no more than `limit`.
   * @throws when the log does not answer.
   */
  history(key: DocumentKey, limit: number): Promise<StoredRevision[]>;
  /**
   * What is stored apart of a document; undefined when it has nothing.
   * @throws when the log does not answer.
   */
  readSecret(document: StoredRevision): Promise<unknown>;
  /** Hears of every revision as it becomes known here, of this replica's changes and of others'. Returns what ends it. */
  onRevision(listener: (revision: StoredRevision) => void): () => void;
  /** Why what is read here may be out of date, undefined when it is not. */
  status(): string | undefined;
  /** For how long nothing was heard from the log (milliseconds). */
  silentMs(): number;
}
