import type { Revision } from "../documents/revision.js";
import type { KindName } from "../kinds/index.js";

/** A unique name in a workspace. */
export interface Name {
  workspace: string;
  kind: KindName;
  field: string;
  name: string;
}

/** One document's next revision, and what has to happen before and after it is written. */
export interface Change {
  ok: true;
  next: Revision;
  /** The revision that it follows; 0: the document is new. */
  follows: number;
  /** Names to be claimed before. */
  claims: readonly Name[];
  /** Names to be given back afterwards. */
  releases: readonly Name[];
  /** What is to be stored apart before; absent: the document keeps the secret that it has. */
  secret?: unknown;
  /** Workspaces that may have an owner less by it: of two such changes at once the second is decided anew. */
  losesOwner: readonly string[];
  /** Nothing is different from the current revision, so that nothing is to be written. */
  isSame: boolean;
}
