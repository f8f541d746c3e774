import { isAbsolute, normalize } from "node:path";
import { z } from "zod";
import { type RedactedKind, redactedKinds } from "./redact/redact.js";

/** Which logs are read, and how. */
export interface LogsSettings {
  logs: readonly LogSettings[];
  /** Real folders into which a link in the place of a log may lead, beside the folder of the log itself. */
  allowedFolders: readonly string[];
  /** How often a DashPad client is told to ask for logs again; lines are published as they appear. */
  intervalMs: number;
}

export interface LogSettings {
  name: string;
  displayName: string;
  enabled: boolean;
  source: FileSource | JournalSource;
  /** Lines that a DashPad client is shown. */
  lineLimit: number;
  redact: Redaction;
  /** Longer lines are cut. */
  lineBytesMax: number;
  /** Lines beyond it are given up; 0 means that none ever is. */
  linesPerSecondMax: number;
  /** Where a log begins that was never read before. */
  start: "beginning" | "end";
}

export interface FileSource {
  kind: "file";
  /** Absolute; one path segment may hold the wildcards `*` and `?`. */
  paths: readonly string[];
}

export interface JournalSource {
  kind: "journald";
  units: readonly string[];
  identifiers: readonly string[];
  directory: string | undefined;
}

export interface Redaction {
  kinds: readonly RedactedKind[];
  /** The operator's own secrets, literally. */
  strings: readonly string[];
}

const kibibyte = 1024;
const logsMax = 100;

const logName = z
  .string()
  .regex(/^[A-Za-z0-9 ._-]{1,100}$/, "expected 1 to 100 of the characters A-Z a-z 0-9 . _ - space");

const folder = z
  .string()
  .max(1000)
  .refine((text) => isAbsolute(text) && normalize(text) === text, "expected an absolute path without . and ..");

const path = folder
  .refine((text) => !text.endsWith("/"), "expected the path of a file")
  .refine((text) => text.split("/").filter(hasWildcard).length <= 1, "expected wildcards in one part of the path only");

// What follows an option of journalctl is one word of it, and never an option itself.
const journalWord = z.string().regex(/^[A-Za-z0-9_@:.\\/*?-]{1,250}$/, "expected a name without spaces");

const redactedKind = z.enum(redactedKinds);

const logSchema = z
  .strictObject({
    path: path.optional(),
    paths: z.array(path).min(1).max(50).optional(),
    journald: z
      .strictObject({
        units: z.array(journalWord).max(100).default([]),
        identifiers: z.array(journalWord).max(100).default([]),
        directory: folder.optional(),
      })
      .optional(),
    enabled: z.boolean().default(true),
    display_name: z.string().min(1).max(200).optional(),
    lines: z.number().int().min(1).max(10_000).default(100),
    redact: z.array(redactedKind).max(redactedKinds.length).optional(),
    redact_datatype: z.array(redactedKind).max(redactedKinds.length).optional(),
    redact_strings: z.array(z.string().min(1).max(200)).max(50).default([]),
    max_line_bytes: z
      .number()
      .int()
      .min(64)
      .max(256 * kibibyte)
      .default(16 * kibibyte),
    lines_per_second_max: z.number().int().min(0).max(10_000_000).default(0),
    start: z.enum(["beginning", "end"]).default("beginning"),
  })
  .superRefine(({ path, paths, journald, redact, redact_datatype }, context) => {
    const sources = [path, paths, journald].filter((source) => source !== undefined);
    if (sources.length !== 1) context.addIssue("expected one of path, paths and journald");
    if (redact !== undefined && redact_datatype !== undefined) {
      context.addIssue("redact and redact_datatype are two names of one setting");
    }
  });

/** Fields of `settings.json` about logs. */
export const logsShape = {
  logs: z
    .record(logName, logSchema)
    .refine((logs) => Object.keys(logs).length <= logsMax, `expected at most ${logsMax} logs`)
    .default({}),
  log_interval_ms: z.number().int().min(2000).max(3_600_000).default(30_000),
  log_allowed_folders: z.array(folder).max(100).default([]),
};

type LogsFile = z.infer<z.ZodObject<typeof logsShape>>;

/** The settings that the fields mean. */
export function toLogSettings(file: LogsFile): LogsSettings {
  return {
    logs: Object.entries(file.logs).map(([name, log]) => toOneLog(name, log)),
    allowedFolders: file.log_allowed_folders,
    intervalMs: file.log_interval_ms,
  };
}

/** True for a path, or a part of one, that stands for several. */
export function hasWildcard(text: string): boolean {
  return /[*?]/.test(text);
}

function toOneLog(name: string, log: z.infer<typeof logSchema>): LogSettings {
  return {
    name,
    displayName: log.display_name ?? name,
    enabled: log.enabled,
    source: toSource(log),
    lineLimit: log.lines,
    redact: { kinds: log.redact ?? log.redact_datatype ?? [], strings: log.redact_strings },
    lineBytesMax: log.max_line_bytes,
    linesPerSecondMax: log.lines_per_second_max,
    start: log.start,
  };
}

function toSource({ path, paths, journald }: z.infer<typeof logSchema>): FileSource | JournalSource {
  if (journald !== undefined) return { kind: "journald", directory: undefined, ...journald };
  return { kind: "file", paths: paths ?? (path === undefined ? [] : [path]) };
}
