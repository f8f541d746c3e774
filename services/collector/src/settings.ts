import { hostname } from "node:os";
import { join } from "node:path";
import { nameBytesMax } from "@statwire/events";
import { z } from "zod";

const name = z
  .string()
  .min(1)
  .refine((text) => Buffer.byteLength(text) <= nameBytesMax, `at most ${nameBytesMax} bytes`);

/** Environment of the collector, beside that of the event log and of every service. */
export const collectorSettings = {
  /** Name of this node in subjects, tables and APIs. */
  NODE_ID: name.default(() => hostname()),
  WORKSPACE: name.default("default"),
  /** Where the spool and the number of the last run are kept. */
  COLLECTOR_DATA_DIR: z.string().min(1).default("./data/collector"),
  /** What the operator calls this node's purpose and its autonomous system. */
  NODE_ROLE: z.string().max(200).default("raspi-telemetry"),
  NODE_ASN: z.string().max(200).default("AS213413"),
  /** Readings that the log has not stored yet take at most this much of the disk; then the oldest are given up. */
  SPOOL_BYTES_MAX: z.coerce
    .number()
    .int()
    .min(1024 * 1024)
    .max(64 * 1024 ** 3)
    .default(64 * 1024 * 1024),
  /** Which modules are read how often; `settings.json` in the data directory when absent. */
  SETTINGS_FILE: z.string().min(1).optional(),
  /** The host's /proc, /sys and /, for a collector in a container that has them mounted elsewhere. */
  HOST_PROC: z.string().startsWith("/").default("/proc"),
  HOST_SYS: z.string().startsWith("/").default("/sys"),
  HOST_ROOT: z.string().startsWith("/").default("/"),
} satisfies z.ZodRawShape;

export type CollectorEnvironment = z.infer<z.ZodObject<typeof collectorSettings>>;

/** Where `settings.json` is looked for. */
export function settingsFilePath(
  environment: Pick<CollectorEnvironment, "SETTINGS_FILE" | "COLLECTOR_DATA_DIR">,
): string {
  return environment.SETTINGS_FILE ?? join(environment.COLLECTOR_DATA_DIR, "settings.json");
}
