import { z } from "zod";
import { note } from "./fields.js";
import { anyPlan, type Kind } from "./kind.js";

const fields = z.strictObject({
  protocol: z.enum(["http", "https", "socks", "socks4", "socks5", "socks5h"]).describe("What it speaks"),
  host: z
    .string()
    .min(1)
    .max(253)
    .regex(/^[^\s/@]+$/, "expected a host name or an address")
    .describe("Name or address"),
  port: z.int().min(1).max(65_535).describe("Its port"),
  authentication: z.boolean().default(false).describe("Whether it wants a name and a password"),
  username: note(255).describe("The name that it wants"),
});

/** A way for checks through another host. Devices that use it go without when it is deleted. */
export const proxy: Kind = {
  plural: "proxies",
  summary: "A host through which checks go.",
  scope: "workspace",
  fields,
  secret: z.strictObject({ password: z.string().max(1_024) }),
  secretFrom: "client",
  unique: [],
  references: [],
  needs: { read: "viewer", create: "editor", update: "editor", delete: "editor" },
  countMax: anyPlan(1_000),
  example: { protocol: "http", host: "proxy.example.org", port: 3128 },
};
