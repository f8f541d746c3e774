import { parseEnrollmentKey } from "@statwire/credentials";
import { eventLogSettings } from "@statwire/event-log";
import { historySettings } from "@statwire/history-store";
import { flag, port, wholeNumber } from "@statwire/runtime";
import { snapshotSettings } from "@statwire/snapshot-store";
import { z } from "zod";
import { admissionSettings } from "./http/admission/settings.js";
import { identitySettings } from "./identity/identity-settings.js";
import { killPoints } from "./kill-points.js";
import { parseExpectedNodes } from "./nodes/expected-nodes.js";

/** Environment variables of the API, beside those that every service has. */
export const apiSettings = {
  ...eventLogSettings,
  ...historySettings,
  ...snapshotSettings,
  ...identitySettings,
  ...admissionSettings,
  WORKSPACE: z.string().min(1).default("default").describe("the workspace that is served"),
  SERVER_HOST: z.string().min(1).default("127.0.0.1").describe("address of the HTTP listener"),
  SERVER_PORT: port(8034).describe("port of the HTTP listener"),
  HTTPS_PORT: port(5241).describe("port of the HTTPS listener, on all interfaces"),
  TLS_DIR: z.string().min(1).default("data/tls").describe("cert.pem and key.pem; made at the first run"),
  API_KEY: z.string().min(1).describe("the key of the API"),
  SECRETS_KEY: z
    .string()
    .min(16)
    .max(1_024)
    .optional()
    .describe(
      "encrypts what is kept apart from the configuration, such as passwords of proxies; without it none is taken",
    ),
  ENROLLMENT_KEY: z
    .string()
    .transform((text, context) => {
      const key = parseEnrollmentKey(text.trim());
      if (key === undefined) context.addIssue("expected the text that statwire setup has written");
      return key ?? z.NEVER;
    })
    .optional()
    .describe("signs credentials of nodes that enroll; without it none can"),
  DEFAULT_NODE: z.string().min(1).optional().describe("the node of V6Direct and DashPad requests that name none"),
  API_KEY_IN_QUERY: flag(true).describe("whether DashPad's paths take the key as ?apikey=, too"),
  DASHPAD_ALLOW_ORIGINS: z
    .string()
    .default("*")
    .transform((text) => text.split(",").map((origin) => origin.trim()))
    .refine((origins) => origins.every(isOrigin), "expected * or origins such as https://example.org, with commas")
    .describe("whose pages may call DashPad's paths"),
  EXPECTED_NODES: z
    .string()
    .max(100_000)
    .default("")
    .transform((text, context) => parseExpectedNodes(text, (message) => context.addIssue(message)))
    .describe("nodes to show before they report: name or name:tag, comma-separated"),
  GUEST_VIEW: z.stringbool().default(false).describe("whether visitors without a key may watch /ws"),
  WEBSOCKET_CLIENTS_MAX: wholeNumber({ min: 0, max: 4_000 }).default(500).describe("clients of /ws at once"),
  API_RATE_LIMIT_PER_MINUTE: wholeNumber({ min: 1, max: 1_000_000_000 })
    .default(600)
    .describe("requests in a minute with one key, on Statwire's own paths"),
  HISTORY_READS_MAX: wholeNumber({ min: 1, max: 1_000 })
    .default(10)
    .describe(
      "reads of the history at once; four times as many wait (of series REQUESTS_WAITING_MAX), the rest are refused",
    ),
  COMPATIBLE_RATE_LIMIT_FACTOR: wholeNumber({ min: 1, max: 1_000_000 })
    .default(1)
    .describe("how many times as many requests the compatible systems' paths take as those systems do"),
  LOG_TAILS_MAX: wholeNumber({ min: 1, max: 10_000 }).default(100).describe("logs that are followed live at once"),
  CONFIG_KILLED_AFTER: z
    .enum(killPoints)
    .optional()
    .describe("tests only, refused with MODE=prod: the write after which this process kills itself"),
  DRAIN_DELAY_MS: wholeNumber({ min: 0, max: 60_000 })
    .default(500)
    .describe("how long readiness fails before the listeners close"),
  DRAIN_TIMEOUT_MS: wholeNumber({ min: 0, max: 60_000 })
    .default(4_000)
    .describe("how long running requests may take after that"),
};

function isOrigin(text: string): boolean {
  return text === "*" || (URL.canParse(text) && new URL(text).origin === text);
}
