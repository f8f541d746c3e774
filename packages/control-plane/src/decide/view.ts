import type { DocumentKey } from "../documents/keys.js";
import type { StoredRevision } from "../documents/revision.js";
import type { KindName } from "../kinds/index.js";

/** What is known of the documents at one moment. A document whose parent is gone is not in it. */
export interface View {
  /** The current revision of a document that exists. */
  get(key: DocumentKey): StoredRevision | undefined;
  /** The document that has a unique name. */
  named(workspace: string, kind: KindName, field: string, name: string): StoredRevision | undefined;
  /** The last revision of a document that was deleted, for as long as that is remembered. */
  deleted(key: DocumentKey): StoredRevision | undefined;
  /** Every document of a kind in a workspace, in no order. */
  list(workspace: string, kind: KindName): Iterable<StoredRevision>;
  /** Workspaces that have documents; that of the installation's own among them. */
  workspaces(): readonly string[];
  /** How many there are. */
  count(workspace: string, kind: KindName): number;
}
