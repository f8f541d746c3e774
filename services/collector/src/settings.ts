import { hostname } from "node:os";
import { join } from "node:path";
import { nameBytesMax } from "@statwire/events";
import { type Settings, wholeNumber } from "@statwire/runtime";
import { z } from "zod";

const mebibyte = 1024 ** 2;

const name = z
  .string()
  .min(1)
  .refine((text) => Buffer.byteLength(text) <= nameBytesMax, `expected at most ${nameBytesMax} bytes`);

const folder = z.string().startsWith("/", "expected an absolute path");

const tagsMax = 20;

const tags = z
  .string()
  .transform((text) => [...new Set(text.split(",").map((tag) => tag.trim()))].filter((tag) => tag !== ""))
  .pipe(z.array(z.string().max(60, "expected tags of at most 60 characters")).max(tagsMax));

const country = z
  .string()
  .regex(/^[A-Za-z]{2}$/, "expected two letters")
  .transform((text) => text.toUpperCase());

/** Environment of the collector, beside that of the event log and of every service. */
export const collectorSettings = {
  NODE_ID: name.default(() => hostname()).describe("name of this node"),
  WORKSPACE: name.default("default").describe("workspace of this node"),
  COLLECTOR_DATA_DIR: z.string().min(1).default("./data/collector").describe("spool and number of the last run"),
  NODE_ROLE: z.string().max(200).default("raspi-telemetry").describe("what this node serves as, for the inventory"),
  NODE_ASN: z.string().max(200).default("AS213413").describe("autonomous system of this node, for the inventory"),
  NODE_TAGS: tags.optional().describe("groups of this node, separated by commas, the main one first"),
  NODE_COUNTRY: country.optional().describe("where this node is: two letters of ISO 3166"),
  SPOOL_BYTES_MAX: wholeNumber({ min: mebibyte / 32, max: 64 * 1024 * mebibyte })
    .default(64 * mebibyte)
    .describe("disk for readings not stored yet; beyond it the oldest are given up"),
  SETTINGS_FILE: z.string().min(1).optional().describe("settings.json; in COLLECTOR_DATA_DIR when absent"),
  HOST_PROC: folder.default("/proc").describe("the host's /proc, when mounted elsewhere in a container"),
  HOST_SYS: folder.default("/sys").describe("the host's /sys, likewise"),
  PATH: z.string().default("/usr/bin:/bin").describe("where journalctl is looked for"),
  HOST_ROOT: folder.default("/").describe("the host's root directory, likewise"),
  COLLECTOR_ACKNOWLEDGED_TO: z
    .string()
    .min(1)
    .optional()
    .describe("tests only, refused with MODE=prod: file that every acknowledgement of the log is appended to"),
};

export type CollectorEnvironment = Settings<typeof collectorSettings>;

/** Where `settings.json` is looked for. */
export function settingsFilePath({
  SETTINGS_FILE,
  COLLECTOR_DATA_DIR,
}: Pick<CollectorEnvironment, "SETTINGS_FILE" | "COLLECTOR_DATA_DIR">): string {
  return SETTINGS_FILE ?? join(COLLECTOR_DATA_DIR, "settings.json");
}
