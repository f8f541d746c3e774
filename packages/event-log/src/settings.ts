import { wholeNumber } from "@statwire/runtime";
import { z } from "zod";
import type { StreamLimits } from "./streams.js";

/** Environment variables of every process that opens the event log. */
export const eventLogSettings = {
  NATS_URL: z
    .string()
    .min(1)
    .default("nats://127.0.0.1:4222")
    .describe("servers of the event log, comma-separated; tls:// insists on TLS"),
  NATS_CREDS_FILE: z.string().min(1).optional().describe("credentials file (.creds) of this process"),
};

const mebibyte = 1024 ** 2;

/** Environment variables of the one process that creates the streams. */
export const streamLimitSettings = {
  TELEMETRY_MAX_BYTES: wholeNumber({ min: 16 * mebibyte, max: Number.MAX_SAFE_INTEGER })
    .default(4096 * mebibyte)
    .describe("disk for the TELEMETRY stream; beyond it new events are refused"),
  TELEMETRY_MAX_AGE_HOURS: wholeNumber({ min: 1, max: 8_760 })
    .default(72)
    .describe("age at which telemetry is dropped"),
  LOGS_MAX_BYTES: wholeNumber({ min: 16 * mebibyte, max: Number.MAX_SAFE_INTEGER })
    .default(2048 * mebibyte)
    .describe("disk for the LOGS stream; beyond it the collectors read no further"),
  LOGS_MAX_AGE_HOURS: wholeNumber({ min: 1, max: 8_760 })
    .default(72)
    .describe("age at which lines are dropped from it"),
  DEAD_LETTERS_MAX_BYTES: wholeNumber({ min: mebibyte, max: Number.MAX_SAFE_INTEGER })
    .default(256 * mebibyte)
    .describe("disk for the DEAD_LETTERS stream; beyond it the oldest are dropped"),
  DEAD_LETTERS_MAX_AGE_DAYS: wholeNumber({ min: 1, max: 3_650 }).default(30).describe("age at which they are dropped"),
  INTEGRITY_MAX_BYTES: wholeNumber({ min: mebibyte, max: Number.MAX_SAFE_INTEGER })
    .default(64 * mebibyte)
    .describe("disk for the INTEGRITY stream; beyond it the oldest findings are dropped from it"),
  INTEGRITY_MAX_AGE_DAYS: wholeNumber({ min: 1, max: 3_650 }).default(30).describe("age at which they are dropped"),
  AUDIT_MAX_BYTES: wholeNumber({ min: mebibyte, max: Number.MAX_SAFE_INTEGER })
    .default(64 * mebibyte)
    .describe("disk for the AUDIT stream of sign-ins; beyond it the oldest are dropped from it"),
  AUDIT_MAX_AGE_DAYS: wholeNumber({ min: 1, max: 3_650 }).default(30).describe("age at which they are dropped"),
  CONFIG_MAX_BYTES: wholeNumber({ min: mebibyte, max: Number.MAX_SAFE_INTEGER })
    .default(1024 * mebibyte)
    .describe("disk for the configuration with its past; beyond it changes are refused"),
  SECRETS_MAX_BYTES: wholeNumber({ min: mebibyte, max: Number.MAX_SAFE_INTEGER })
    .default(128 * mebibyte)
    .describe("disk for what is kept apart from it, such as hashes of tokens"),
  CONFIG_REVISIONS_MAX: wholeNumber({ min: 2, max: 64 })
    .default(64)
    .describe("revisions of each document that the log keeps"),
  STREAM_REPLICAS: wholeNumber({ min: 1, max: 5 }).default(1).describe("copies of each stream in a NATS cluster"),
};

export type StreamLimitSettings = z.output<z.ZodObject<typeof streamLimitSettings>>;

const hourMs = 3_600_000;

/** What `ensureStreams` takes, from parsed settings. */
export function toStreamLimits(settings: StreamLimitSettings): StreamLimits {
  return {
    telemetry: { bytesMax: settings.TELEMETRY_MAX_BYTES, ageMaxMs: settings.TELEMETRY_MAX_AGE_HOURS * hourMs },
    logs: { bytesMax: settings.LOGS_MAX_BYTES, ageMaxMs: settings.LOGS_MAX_AGE_HOURS * hourMs },
    deadLetters: {
      bytesMax: settings.DEAD_LETTERS_MAX_BYTES,
      ageMaxMs: settings.DEAD_LETTERS_MAX_AGE_DAYS * 24 * hourMs,
    },
    integrity: { bytesMax: settings.INTEGRITY_MAX_BYTES, ageMaxMs: settings.INTEGRITY_MAX_AGE_DAYS * 24 * hourMs },
    audit: { bytesMax: settings.AUDIT_MAX_BYTES, ageMaxMs: settings.AUDIT_MAX_AGE_DAYS * 24 * hourMs },
    configuration: {
      bytesMax: settings.CONFIG_MAX_BYTES,
      secretsBytesMax: settings.SECRETS_MAX_BYTES,
      revisionsMax: settings.CONFIG_REVISIONS_MAX,
    },
    replicas: settings.STREAM_REPLICAS,
  };
}
