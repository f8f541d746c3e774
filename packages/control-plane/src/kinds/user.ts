import { z } from "zod";
import { email, timezone, title } from "./fields.js";
import { anyPlan, type Kind, uniqueText } from "./kind.js";

const fields = z.strictObject({
  email: email.describe("Signs in with it"),
  username: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{2,62}$/, "expected three or more of a-z, 0-9, . _ -")
    .nullable()
    .default(null)
    .describe("Signs in with it, too"),
  name: title(100).nullable().default(null).describe("As others see it"),
  active: z.boolean().default(true).describe("Whether the user may sign in"),
  administrator: z.boolean().default(false).describe("Whether the user looks after the installation"),
  timezone: timezone.nullable().default(null).describe("Where the user's days begin; null: as in the workspace"),
});

const kept = z.strictObject({
  /** Sign-ins elsewhere (OpenID Connect). */
  identities: z
    .array(z.strictObject({ issuer: z.string().max(500), subject: z.string().max(255) }))
    .max(20)
    .default([]),
  /** Whether the mailbox is known to be theirs, or was vouched for by who made the user; who registers says so only. */
  email_verified: z.boolean().default(true),
  two_factor: z.boolean().default(false),
  /** What was issued before is void. */
  credentials_changed_at: z.iso.datetime().max(40).nullable().default(null),
  last_workspace: z.string().max(63).nullable().default(null),
});

/** What proves that it is them: never in the document. */
const secret = z.strictObject({
  password_hash: z.string().max(512).nullable().default(null),
  totp_secret: z.string().max(128).nullable().default(null),
  /** SHA-256 of each code that is left. */
  recovery_codes: z.array(z.string().max(64)).max(20).default([]),
});

/** A person. Belongs to the installation; a membership lets it into a workspace. */
export const user: Kind = {
  plural: "users",
  summary: "A person, who is let into workspaces by memberships.",
  scope: "installation",
  fields,
  kept,
  secret,
  unique: [uniqueText("email"), uniqueText("username")],
  references: [],
  needs: { read: "owner", create: "owner", update: "owner", delete: "owner" },
  countMax: anyPlan(20_000),
  example: { email: "ada@example.org", name: "Ada" },
};
