import { credential } from "./credential.js";
import { device } from "./device.js";
import { invitation } from "./invitation.js";
import type { Kind } from "./kind.js";
import { maintenance } from "./maintenance.js";
import { membership } from "./membership.js";
import { preference } from "./preference.js";
import { project } from "./project.js";
import { proxy } from "./proxy.js";
import { setting } from "./setting.js";
import { tag } from "./tag.js";
import { token } from "./token.js";
import { user } from "./user.js";
import { workspace } from "./workspace.js";

/** Every kind of document. The order is that in which a workspace is built up: what is pointed at comes first. */
export const kinds = {
  workspace,
  user,
  project,
  tag,
  proxy,
  device,
  maintenance,
  membership,
  invitation,
  token,
  credential,
  preference,
  setting,
} as const satisfies Record<string, Kind>;

export type KindName = keyof typeof kinds;

/** In the order of the table. */
export const kindNames = Object.keys(kinds) as KindName[];

/** Whether there is such a kind. */
export function isKindName(name: string): name is KindName {
  return Object.hasOwn(kinds, name);
}

/** A kind by its name. */
export function kindOf(name: KindName): Kind {
  return kinds[name];
}
