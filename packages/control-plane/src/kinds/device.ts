import { z } from "zod";
import { note, reference, references, title } from "./fields.js";
import { type Document, idsIn, type Kind } from "./kind.js";

const configBytesMax = 16 * 1024;

/** What is checked of a device, and how often. Which members `config` has depends on the kind of check. */
const check = z.strictObject({
  kind: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, "expected the name of a kind of check, such as http")
    .describe("http, tcp, ping, dns, push and so on"),
  interval_seconds: z.int().min(20).max(86_400).default(60).describe("How often"),
  timeout_seconds: z.int().min(1).max(3_600).default(16).describe("How long one may take"),
  retries_max: z.int().min(0).max(100).default(0).describe("How many failures in a row are not yet down"),
  retry_interval_seconds: z.int().min(20).max(86_400).default(60).describe("How often while it is failing"),
  resend_every: z.int().min(0).max(10_000).default(0).describe("Tell again after so many failures; 0: once"),
  config: z
    .record(z.string().min(1).max(64), z.unknown())
    .default({})
    .refine(
      (config) => JSON.stringify(config).length <= configBytesMax,
      `expected no more than ${configBytesMax} characters`,
    )
    .describe("What the kind of check needs"),
});

const fields = z.strictObject({
  name: title(255).describe("As people call it"),
  project_id: reference.describe("The project that it is in"),
  type: z.string().trim().min(1).max(64).default("server").describe("What it is: server, hypervisor, fortigate…"),
  node: z.string().min(1).max(255).nullable().default(null).describe("The node whose readings are this device's"),
  address: note(253).describe("Name or address, for checks"),
  port: z.int().min(1).max(65_535).nullable().default(null).describe("Port, for checks"),
  url: z
    .string()
    .max(2_048)
    .refine(isAddressWithoutPassword, "expected a URL without a name and a password in it")
    .nullable()
    .default(null)
    .describe("URL, for checks"),
  active: z.boolean().default(true).describe("Whether it is checked"),
  check: check.nullable().default(null).describe("What is checked; null: only its node reports"),
  tag_ids: references(100).describe("Its tags"),
  proxy_id: reference.describe("The proxy that its checks go through"),
  group: note(100).describe("A word that servers are listed by"),
  display_index: z.int().min(-1_000_000).max(1_000_000).default(0).describe("Higher comes first in lists"),
  hidden_from_guests: z.boolean().default(false).describe("Whether visitors without a credential see it"),
  notes: note(10_000).describe("For people"),
  public_notes: note(10_000).describe("For visitors"),
});

/** A monitored thing: a node, a target of checks, or both. */
export const device: Kind = {
  plural: "devices",
  summary: "A monitored thing: a node, a target of checks, or both.",
  scope: "workspace",
  fields,
  // Passwords and tokens of its check, by the name that they have there.
  secret: z.strictObject({ config: z.record(z.string().max(64), z.string().max(16_384)) }),
  secretFrom: "client",
  unique: [],
  indexed: ["node"],
  references: [
    { field: "project_id", kind: "project", whenDeleted: "delete" },
    { field: "tag_ids", kind: "tag", whenDeleted: "clear" },
    { field: "proxy_id", kind: "proxy", whenDeleted: "clear" },
  ],
  needs: { read: "viewer", create: "editor", update: "editor", delete: "editor" },
  projectsOf: (document) => idsIn(document, "project_id"),
  // Who is let into its project sees the readings of its node.
  wholeWorkspaceFields: ["node"],
  redact: redactDevice,
  countMax: { free: 45, premium: 150, unlimited: 50_000 },
  countMaxWithin: { field: "project_id", max: { free: 15, premium: 15 } },
  example: {
    name: "Till 3",
    type: "posserver",
    address: "10.0.12.3",
    check: { kind: "tcp", interval_seconds: 60, config: { port: 443 } },
  },
};

const secretName = /pass|secret|token|key|credential|connection|authorization|cookie/i;

/** Clients may put into the check's configuration what belongs into the secret: the audit takes no chances. */
function redactDevice(document: Document): Document {
  const { check } = document as { check?: { config?: Record<string, unknown> } | null };
  if (check?.config === undefined) return document;
  return { ...document, check: { ...check, config: redactMembers(check.config) } };
}

/** What a request carries says anything, in any form. */
const carriedName = /^(headers?|body|payload|form)$/i;

function redactMembers(members: object): object {
  const redacted = Object.entries(members).map(([name, value]) => [
    name,
    secretName.test(name) || (carriedName.test(name) && value !== null) ? "[redacted]" : redactValue(value),
  ]);
  return Object.fromEntries(redacted);
}

function redactValue(value: unknown): unknown {
  if (typeof value === "string") return redactUrls(value);
  if (Array.isArray(value)) return value.map(redactValue);
  return typeof value === "object" && value !== null ? redactMembers(value) : value;
}

/** The password of an address, and the values of its query. */
function redactUrls(text: string): string {
  const withoutPassword = text.replaceAll(/\/\/[^/\s@]+@/g, "//[redacted]@");
  return /^[a-z][a-z+.-]*:\/\//i.test(text)
    ? withoutPassword.replaceAll(/([?&][^=&#\s]*=)[^&#\s]*/g, "$1[redacted]")
    : withoutPassword;
}

function isAddressWithoutPassword(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === "" && password === "";
}
