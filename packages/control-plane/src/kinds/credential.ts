import { z } from "zod";
import { note } from "./fields.js";
import { anyPlan, type Kind } from "./kind.js";

const fields = z.strictObject({
  note: note(255).describe("For people"),
});

const kept = z.strictObject({
  /** The node that it speaks for. */
  node: z.string().min(1).max(255).default(""),
  /** Of the node's key on the bus; the other half has never left the node. */
  public_key: z.string().max(64).default(""),
  /** Who gave out the token that it was made with. */
  invited_by: z.string().max(63).nullable().default(null),
  /** When it was revoked; null: it is good. */
  revoked_at: z.string().max(40).nullable().default(null),
});

/** What a node publishes with. A node has one that is good; those before stay in the list. */
export const credential: Kind = {
  plural: "credentials",
  summary: "What a node publishes with; made when it enrolls.",
  scope: "workspace",
  fields,
  kept,
  createdBy: "POST /api/v2/enrollments",
  // The bus takes it until it is revoked, and only the list says what there is to revoke.
  endedBy: "statwire node revoke",
  keepsWorkspace: (document) => document.revoked_at === null,
  unique: [{ field: "node", of: goodNode }],
  indexed: ["node"],
  references: [],
  needs: { read: "admin", create: "admin", update: "admin", delete: "admin" },
  countMax: anyPlan(100_000),
  example: { note: "Till at the entrance" },
};

function goodNode({ node, revoked_at }: Readonly<Record<string, unknown>>): string | undefined {
  return typeof node === "string" && revoked_at === null ? node : undefined;
}
