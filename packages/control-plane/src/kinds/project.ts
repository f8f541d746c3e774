import { z } from "zod";
import { note, title } from "./fields.js";
import { type Kind, uniqueText } from "./kind.js";

const fields = z.strictObject({
  key: title(64).describe("The short name that people use for it"),
  name: title(255).describe("As people call it"),
  location: note(255).describe("Where it is"),
  notes: note(10_000).describe("For people"),
});

/** A group of devices, and what the rights of members and tokens can be limited to. Its devices go with it. */
export const project: Kind = {
  plural: "projects",
  summary: "A group of devices.",
  scope: "workspace",
  fields,
  unique: [uniqueText("key")],
  references: [],
  needs: { read: "viewer", create: "editor", update: "editor", delete: "editor" },
  projectsOf: (_document, id) => [id],
  countMax: { free: 3, premium: 10, unlimited: 10_000 },
  example: { key: "store-12", name: "Store 12", location: "Adelaide" },
};
