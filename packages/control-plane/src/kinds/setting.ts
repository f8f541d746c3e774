import { z } from "zod";
import { anyPlan, type Kind, uniqueText } from "./kind.js";

const fields = z.strictObject({
  key: z
    .string()
    .max(100)
    .regex(/^[A-Z0-9_]+$/, "expected A-Z, 0-9 and _")
    .describe("Its name"),
  type: z.enum(["string", "int", "bool", "json"]).default("string").describe("How its value is meant"),
  value: z.string().max(10_000).describe("Its value as a text"),
});

/** A named value of a workspace, for programs that keep some there. */
export const setting: Kind = {
  plural: "settings",
  summary: "A named value of the workspace.",
  scope: "workspace",
  fields: fields.check((context) => {
    const { type, value } = context.value;
    if (isOfType(type, value)) return;
    context.issues.push({ code: "custom", path: ["value"], message: `expected ${type}`, input: value });
  }),
  unique: [uniqueText("key")],
  references: [],
  needs: { read: "editor", create: "admin", update: "admin", delete: "admin" },
  countMax: anyPlan(1_000),
  example: { key: "KEEP_DATA_PERIOD_DAYS", type: "int", value: "365" },
};

function isOfType(type: "string" | "int" | "bool" | "json", value: string): boolean {
  if (type === "int") return /^-?\d{1,15}$/.test(value);
  if (type === "bool") return value === "true" || value === "false";
  if (type === "string") return true;
  try {
    return JSON.parse(value) !== undefined;
  } catch {
    return false;
  }
}
