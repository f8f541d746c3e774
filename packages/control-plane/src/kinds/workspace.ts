import { z } from "zod";
import { documentId, note, timezone, title } from "./fields.js";
import { anyPlan, type Kind, plans } from "./kind.js";

const fields = z.strictObject({
  id: documentId.describe("Chosen at its creation, and never changed"),
  name: title(100).describe("As people call it"),
  plan: z.enum(plans).default("unlimited").describe("What it is entitled to"),
  plan_until: z.iso.datetime().max(40).nullable().default(null).describe("When the plan becomes free; null: never"),
  timezone: timezone.default("UTC").describe("Where its days begin"),
  notes: note(2_000).describe("For people"),
});

/** A tenant: everything else belongs to one, but users. Its own document carries the workspace's id twice. */
export const workspace: Kind = {
  plural: "workspaces",
  summary: "A tenant, to which everything else belongs.",
  scope: "workspace",
  fields,
  idField: "id",
  // Otherwise its owners would decide on what it is entitled to.
  administratorFields: ["plan", "plan_until"],
  unique: [],
  references: [],
  needs: { read: "viewer", create: "owner", update: "owner", delete: "owner" },
  countMax: anyPlan(1),
  example: { id: "default", name: "Default", timezone: "Europe/Zurich" },
};
