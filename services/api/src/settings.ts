import { eventLogSettings } from "@statwire/event-log";
import { historySettings } from "@statwire/history-store";
import { port, wholeNumber } from "@statwire/runtime";
import { snapshotSettings } from "@statwire/snapshot-store";
import { z } from "zod";

/** Environment variables of the API, beside those that every service has. */
export const apiSettings = {
  ...eventLogSettings,
  ...historySettings,
  ...snapshotSettings,
  WORKSPACE: z.string().min(1).default("default").describe("the workspace that is served"),
  SERVER_HOST: z.string().min(1).default("127.0.0.1").describe("address of the HTTP listener"),
  SERVER_PORT: port(8034).describe("port of the HTTP listener"),
  HTTPS_PORT: port(5241).describe("port of the HTTPS listener, on all interfaces"),
  TLS_DIR: z.string().min(1).default("data/tls").describe("cert.pem and key.pem; made at the first run"),
  API_KEY: z.string().min(1).describe("the key of the API"),
  DEFAULT_NODE: z.string().min(1).optional().describe("the node of V6Direct requests that name none"),
  API_RATE_LIMIT_PER_MINUTE: wholeNumber({ min: 1, max: 1_000_000 })
    .default(600)
    .describe("requests in a minute with one key, on Statwire's own paths"),
  LOG_TAILS_MAX: wholeNumber({ min: 1, max: 10_000 }).default(100).describe("logs that are followed live at once"),
  DRAIN_DELAY_MS: wholeNumber({ min: 0, max: 60_000 })
    .default(500)
    .describe("how long readiness fails before the listeners close"),
  DRAIN_TIMEOUT_MS: wholeNumber({ min: 0, max: 60_000 })
    .default(4_000)
    .describe("how long running requests may take after that"),
};
