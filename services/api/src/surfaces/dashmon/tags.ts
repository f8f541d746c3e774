import { idsIn, type StoredRevision } from "@statwire/control-plane";
import type { ProblemError } from "../../http/problem.js";
import { type Account, orElse } from "./account.js";
import { deviceOf } from "./devices.js";
import type { DashmonTagCount } from "./dto.js";
import { refusal } from "./errors.js";
import { type Body, badRequest, textsIn } from "./input.js";
import { tagNamesOf } from "./tag-names.js";

/** As many as a device may have. */
const tagsMax = 100;
/** Devices that are changed in one go. */
export const devicesAtOnceMax = 500;

/** Every tag, by its name, with the number of the caller's devices that have it. */
export function countTags(account: Account): DashmonTagCount[] {
  const counts = new Map<string, number>();
  for (const { document } of account.list("device")) {
    for (const id of idsIn(document, "tag_ids")) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const tags = account.list("tag").map(({ id, document }) => ({
    name: document.name as string,
    count: counts.get(id) ?? 0,
  }));
  return tags.sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** Gives a device the tags of these names, and no others; a tag that is not there is made. @throws Answer 400, 404 */
export async function setDeviceTags(account: Account, deviceId: string, body: Body): Promise<string[]> {
  account.access("device", "update");
  const device = deviceOf(account, deviceId);
  const ids = await tagIds(account, textsIn(body, "tags", tagsMax));
  const { workspace, id } = device;
  const command = { verb: "patch", workspace, kind: "device", id, patch: { tag_ids: ids } } as const;
  return tagNamesOf(account, await account.changeNamed(account.access("device", "update"), command));
}

/** Adds, removes or replaces tags of several devices; answers how many were changed. @throws Answer 400 */
export async function changeTagsOf(account: Account, body: Body): Promise<number> {
  account.access("device", "update");
  account.requirePremium();
  const { mode } = body;
  if (mode !== "add" && mode !== "remove" && mode !== "replace") {
    throw badRequest("mode must be one of add,remove,replace");
  }
  const names = textsIn(body, "tags", tagsMax);
  const devices = knownDevices(account, body);
  // Tags that nothing would have are not made.
  if (devices.length === 0) return 0;
  const ids = mode === "remove" ? names.flatMap((name) => known(account, name) ?? []) : await tagIds(account, names);
  let updated = 0;
  for (const device of devices) {
    const before = idsIn(device.document, "tag_ids");
    const after = combined[mode](before, ids);
    if (after.length > tagsMax) throw badRequest(`tags may have at most ${tagsMax} entries`);
    const { revision } = await setTags(account, device, after);
    if (revision !== device.revision) updated += 1;
  }
  return updated;
}

const combined: Record<"add" | "remove" | "replace", (before: readonly string[], ids: readonly string[]) => string[]> =
  {
    add: (before, ids) => [...new Set([...before, ...ids])],
    remove: (before, ids) => before.filter((id) => !ids.includes(id)),
    replace: (_before, ids) => [...ids],
  };

/** Those of the named devices that the caller may know of; others are passed over. @throws Answer 400 */
export function knownDevices(account: Account, body: Body): StoredRevision[] {
  const ids = textsIn(body, "deviceIds", devicesAtOnceMax);
  return ids.flatMap((id) => account.get("device", id) ?? []);
}

async function setTags(account: Account, device: StoredRevision, ids: readonly string[]): Promise<StoredRevision> {
  const { workspace, id } = device;
  const patch = { tag_ids: ids };
  return account.change(account.access("device", "update"), { verb: "patch", workspace, kind: "device", id, patch });
}

function known({ control, workspace }: Account, name: string): string | undefined {
  return control.named(workspace, "tag", "name", name)?.id;
}

/** The ids of tags by their names; those that are not there are made. */
async function tagIds(account: Account, names: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const name of names) ids.push(known(account, name) ?? (await makeTag(account, name)));
  return ids;
}

async function makeTag(account: Account, name: string): Promise<string> {
  const access = account.access("tag", "create");
  const { workspace } = access;
  const command = { verb: "create", workspace, kind: "tag", input: { name } } as const;
  const made = await orElse(account.change(access, command), {
    "invalid-input": ({ message }: ProblemError) => badRequest(`tags: ${message}`),
    "name-taken": () => refusal(409, `The tag "${name}" was made at the same time. Try again.`),
    "too-many-documents": ({ message }: ProblemError) => badRequest(`Plan limit reached. ${message}`),
  });
  return made.id;
}
