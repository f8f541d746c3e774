import type { StoredRevision } from "../documents/revision.js";
import { kindNames, kindOf } from "../kinds/index.js";
import { type Refusal, refuse } from "./refusal.js";
import type { View } from "./view.js";

/** Why a document is not deleted: none of its kind is, or something in the workspace that it is has to be ended before. */
export function refuseEnding(view: View, { kind, workspace }: StoredRevision): Refusal | undefined {
  const { endedBy } = kindOf(kind);
  if (endedBy !== undefined) return refuse("forbidden", `a ${kind} is never deleted: "${endedBy}" ends it`);
  if (kind !== "workspace") return undefined;
  for (const other of kindNames) {
    const { keepsWorkspace, endedBy: ends, plural } = kindOf(other);
    if (keepsWorkspace === undefined) continue;
    for (const { document } of view.list(workspace, other)) {
      if (keepsWorkspace(document)) return refuse("in-use", `its ${plural} have to be ended before: "${ends}"`);
    }
  }
  return undefined;
}
