/** What a member of a workspace may be, from the least to the most; each may do what the ones before it may. */
export const roles = ["viewer", "editor", "admin", "owner"] as const;

export type Role = (typeof roles)[number];

/** What can be done with a document. Its history is read by who may read it. */
export const verbs = ["read", "create", "update", "delete"] as const;

export type Verb = (typeof verbs)[number];

/** The least role for each verb. */
export type RolesNeeded = Readonly<Record<Verb, Role>>;

/** Whether a role is at least another. */
export function isAtLeast(role: Role, least: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(least);
}
