import { z } from "zod";
import { documentId } from "./fields.js";
import { anyPlan, type Kind } from "./kind.js";

const fields = z.strictObject({
  user_id: documentId.describe("Whose it is"),
  key: z
    .string()
    .regex(/^[a-z][a-z0-9._-]{0,99}$/, "expected a-z, 0-9, . _ -")
    .describe("What it is about"),
  value: z.string().max(10_000).describe("What the user prefers"),
});

/** Something that a user prefers in a workspace. */
export const preference: Kind = {
  plural: "preferences",
  summary: "Something that a user prefers.",
  scope: "workspace",
  fields,
  unique: [{ field: "key", of: ({ user_id: user, key }) => `${user} ${key}` }],
  references: [{ field: "user_id", kind: "user", whenDeleted: "delete" }],
  needs: { read: "viewer", create: "viewer", update: "viewer", delete: "viewer" },
  ownerField: "user_id",
  countMax: anyPlan(50_000),
  example: { user_id: "0197a3b0-0000-7000-8000-000000000001", key: "timezone", value: "Australia/Adelaide" },
};
