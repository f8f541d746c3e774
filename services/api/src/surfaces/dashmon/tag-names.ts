import { idsIn, type StoredRevision } from "@statwire/control-plane";
import type { Account } from "./account.js";

/** The names of a device's tags, in the order of the alphabet. */
export function tagNamesOf({ control, workspace }: Account, { document }: StoredRevision): string[] {
  const names = idsIn(document, "tag_ids").flatMap((id) => {
    const tag = control.get({ workspace, kind: "tag", id });
    return tag === undefined ? [] : [tag.document.name as string];
  });
  return names.sort();
}
