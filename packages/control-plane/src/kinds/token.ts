import { z } from "zod";
import { roles } from "../permissions/roles.js";
import { tokenFormats } from "../tokens/formats.js";
import { instant, title } from "./fields.js";
import { anyPlan, type Kind } from "./kind.js";
import { projectLimit } from "./project-limit.js";

const fields = z.strictObject({
  label: title(255).describe("What it is for"),
  access: z.enum(["read-only", "read-write"]).default("read-only").describe("Whether it may change anything"),
  scopes: z
    .array(z.string().regex(/^[a-z-]{1,40}:(read|create|update|delete|\*)$/, "expected kind:verb, such as device:read"))
    .max(50)
    .nullable()
    .default(null)
    .describe("Only these, as `kind:verb`; null: all that its owner may"),
  project_ids: projectLimit,
  expires_at: instant.nullable().default(null).describe("When it ends; null: never"),
  uses_max: z.int().min(1).max(1_000_000_000).nullable().default(null).describe("How often it can be used at most"),
  format: z.enum(tokenFormats).default("statwire").describe("How it is written"),
});

const kept = z.strictObject({
  /** Its first and last characters. */
  display: z.string().max(40).default(""),
  /** Whose rights it has; null: those of an owner of the workspace. */
  user_id: z.string().max(63).nullable().default(null),
  /** The most that it may: what the one who made it was. The membership of its owner may be less by now. */
  role: z.enum(roles).default("viewer"),
  /** When it was last replaced, and until when the one before is good, too. */
  rotated_at: z.iso.datetime().max(40).nullable().default(null),
  previous_until: z.iso.datetime().max(40).nullable().default(null),
  /** Of one that is good for a number of uses: so many there were at least. Each is counted elsewhere, where it may be lost. */
  uses_noted: z.int().min(0).max(1_000_000_000).default(0),
});

/** A credential of a program. It is shown once and kept as its SHA-256, beside the document (`Credential`). */
export const token: Kind = {
  plural: "tokens",
  summary: "A credential of a program; shown once.",
  scope: "workspace",
  fields,
  kept,
  secretFrom: "made",
  unique: [],
  references: [
    { field: "user_id", kind: "user", whenDeleted: "delete" },
    { field: "project_ids", kind: "project", whenDeleted: "clear" },
  ],
  needs: { read: "admin", create: "admin", update: "admin", delete: "admin" },
  roleField: "role",
  scopesField: "scopes",
  countMax: { ...anyPlan(100_000), free: 10 },
  example: { label: "Dashboard in the hall", access: "read-only" },
};
