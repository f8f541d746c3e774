import { z } from "zod";
import { note, title } from "./fields.js";
import { anyPlan, type Kind, uniqueText } from "./kind.js";

const fields = z.strictObject({
  name: title(100).describe("As people see it"),
  color: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, "expected a colour such as #3b82f6")
    .default("#6b7280")
    .describe("Six hexadecimal digits after a #"),
  description: note(1_000).describe("What it means"),
});

/** A word that devices share. */
export const tag: Kind = {
  plural: "tags",
  summary: "A word that devices share.",
  scope: "workspace",
  fields,
  unique: [uniqueText("name")],
  references: [],
  needs: { read: "viewer", create: "editor", update: "editor", delete: "editor" },
  countMax: { ...anyPlan(5_000), free: 100 },
  example: { name: "production", color: "#ef4444" },
};
