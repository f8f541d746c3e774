import type { z } from "zod";
import type { RolesNeeded } from "../permissions/roles.js";

/** A document as it is stored and served: one spelling (snake case) in the log, the API, YAML and the audit. */
export type Document = Readonly<Record<string, unknown>>;

/** A field that holds the id of another document, or a list of such ids. */
export interface Reference {
  field: string;
  kind: string;
  /**
   * What becomes of this document when the other is deleted. `delete`: it counts as deleted from that moment on, and is
   * deleted for good soon after. `clear`: the id is no longer shown, and gone with the next revision.
   */
  whenDeleted: "delete" | "clear";
}

/** Something that no two documents of a kind in one workspace have in common. */
export interface UniqueName {
  /** The field that is named when it is taken. */
  field: string;
  /** What is compared; undefined when this document has none. */
  of(document: Document): string | undefined;
}

/** Everything there is to know about one kind of document. */
export interface Kind {
  /** In paths: `/api/v2/<plural>`. */
  plural: string;
  /** One sentence on what it is. */
  summary: string;
  /** `installation`: it belongs to no workspace. */
  scope: "workspace" | "installation";
  /** What a client writes. */
  fields: z.ZodObject;
  /** What only we write; kept when a client replaces the document. */
  kept?: z.ZodObject;
  /** What is stored apart, encrypted, and never shown, logged or audited. */
  secret?: z.ZodObject;
  /**
   * Where it comes from: `client`, who writes it with the document; `made` here, shown once and kept as a `Credential`;
   * absent: other operations.
   */
  secretFrom?: "client" | "made";
  /** The operation that alone creates such documents, because it does more than that; absent: anybody who may. */
  createdBy?: string;
  /**
   * What ends such documents: none is ever deleted, because what it tells of goes on without it; absent: anybody deletes them who
   * may.
   */
  endedBy?: string;
  /** Whether the document keeps its workspace from being deleted; absent: none does. */
  keepsWorkspace?(document: Document): boolean;
  /** The id is given by the client, and is this field's value. */
  idField?: string;
  unique: readonly UniqueName[];
  /** Fields that documents are looked up by, beside their unique names. */
  indexed?: readonly string[];
  references: readonly Reference[];
  /** Least roles. */
  needs: RolesNeeded;
  /**
   * Projects that the document is in, for members and tokens that are limited to some; absent: those may only read the kind.
   * A document in no project is out of reach for them.
   */
  projectsOf?(document: Document, id: string): readonly string[];
  /** The field with the user that it belongs to: below an admin, everybody reaches what is their own. */
  ownerField?: string;
  /** The field with a role that it gives away: nobody gives, changes or takes away more than they have. */
  roleField?: string;
  /** The field with scopes that it gives away: who is limited to some gives no others. */
  scopesField?: string;
  /** Fields that who is limited to projects may not set: they would reach beyond them. */
  wholeWorkspaceFields?: readonly string[];
  /** Fields that only administrators of the installation change, whatever their role is. */
  administratorFields?: readonly string[];
  /** A copy without what must not be in the audit; absent: nothing in it is secret. */
  redact?(document: Document): Document;
  /** Most documents of one workspace, or of the installation, by its plan. */
  countMax: Readonly<Record<Plan, number>>;
  /** Most documents that point at the same one, by the workspace's plan; a plan that is absent has no such bound. */
  countMaxWithin?: { field: string; max: Readonly<Partial<Record<Plan, number>>> };
  /** A document that a client could create. */
  example: Document;
}

/** What a workspace is entitled to. An installation of one's own has no use for the first two. */
export const plans = ["free", "premium", "unlimited"] as const;

export type Plan = (typeof plans)[number];

/** The id of the workspace that stands for the installation itself; no workspace can have it. */
export const installation = "_";

/** Largest document as JSON, in bytes. */
export const documentBytesMax = 64 * 1024;

/** Unique by the text of one field, in the case in which it is written. */
export function uniqueText(field: string): UniqueName {
  return {
    field,
    of: (document) => {
      const value = document[field];
      return typeof value === "string" ? value : undefined;
    },
  };
}

/** The ids in a field that holds one or a list of them. */
export function idsIn(document: Document, field: string): readonly string[] {
  const value = document[field];
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((id) => typeof id === "string") : [];
}

/** The same number whatever the plan is. */
export function anyPlan(count: number): Readonly<Record<Plan, number>> {
  return { free: count, premium: count, unlimited: count };
}
