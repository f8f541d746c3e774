import type { StoredRevision } from "../documents/revision.js";
import type { ControlPlane } from "./control-plane.js";
import { Documents } from "./documents.js";

/**
 * The documents that some revisions make, those whose parents are not among them left out: of several revisions of one the newest
 * counts.
 */
export function viewOf(revisions: Iterable<StoredRevision>): Pick<ControlPlane, "get" | "list"> {
  const documents = new Documents();
  for (const revision of revisions) documents.apply(revision);
  return documents;
}
