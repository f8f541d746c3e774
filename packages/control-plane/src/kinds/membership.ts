import { z } from "zod";
import { roles } from "../permissions/roles.js";
import { documentId } from "./fields.js";
import { type Kind, uniqueText } from "./kind.js";
import { projectLimit } from "./project-limit.js";

const fields = z.strictObject({
  user_id: documentId.describe("Who is let in"),
  role: z.enum(roles).describe("What the member may do"),
  project_ids: projectLimit,
});

/** Lets a user into a workspace. */
export const membership: Kind = {
  plural: "memberships",
  summary: "Lets a user into the workspace.",
  scope: "workspace",
  fields,
  unique: [uniqueText("user_id")],
  references: [
    { field: "user_id", kind: "user", whenDeleted: "delete" },
    { field: "project_ids", kind: "project", whenDeleted: "clear" },
  ],
  needs: { read: "viewer", create: "admin", update: "admin", delete: "admin" },
  roleField: "role",
  countMax: { free: 5, premium: 50, unlimited: 5_000 },
  example: { user_id: "0197a3b0-0000-7000-8000-000000000001", role: "editor" },
};
