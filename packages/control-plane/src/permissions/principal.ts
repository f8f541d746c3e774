import type { Actor } from "../documents/revision.js";
import type { Role } from "./roles.js";

/** What somebody may be in one workspace. */
export interface Grant {
  workspace: string;
  role: Role;
  /** Only these projects; null: all of the workspace. */
  projectIds: readonly string[] | null;
}

/** Who asks, as authentication found out: everything that a decision about rights needs. */
export interface Principal {
  actor: Actor;
  /** Whose rights these are; absent: no user's, but the installation's key, or a token that it made. */
  userId?: string;
  grants: readonly Grant[];
  /** Looks after the installation: users, and new workspaces. */
  isAdministrator: boolean;
  /** A credential that may change nothing. */
  isReadOnly: boolean;
  /** Only these, as `kind:verb` or `kind:*`; null: all that the grants allow. */
  scopes: readonly string[] | null;
}
