import { z } from "zod";
import { roles } from "../permissions/roles.js";
import { email, instant } from "./fields.js";
import { anyPlan, type Kind } from "./kind.js";
import { projectLimit } from "./project-limit.js";

const fields = z.strictObject({
  email: email.describe("Who is invited"),
  role: z.enum(roles).describe("What the member will be"),
  project_ids: projectLimit,
  expires_at: instant.nullable().default(null).describe("Until when it can be accepted; null: seven days"),
});

const kept = z.strictObject({
  status: z.enum(["pending", "accepted", "cancelled"]).default("pending"),
  invited_by: z.string().max(63).nullable().default(null),
  accepted_by: z.string().max(63).nullable().default(null),
});

/** A membership in waiting. Its secret goes to the mailbox alone, never to who invites, and is kept as a SHA-256. */
export const invitation: Kind = {
  plural: "invitations",
  summary: "An offer to become a member, sent by mail.",
  scope: "workspace",
  fields,
  kept,
  secret: z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  createdBy: "POST /api/v2/auth/invitations",
  unique: [],
  references: [{ field: "project_ids", kind: "project", whenDeleted: "clear" }],
  needs: { read: "admin", create: "admin", update: "admin", delete: "admin" },
  roleField: "role",
  countMax: { ...anyPlan(1_000), free: 20 },
  example: { email: "ada@example.org", role: "viewer" },
};
