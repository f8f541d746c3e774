import type { StoredLine } from "@statwire/snapshot-store";
import type { LogEntry } from "../../logs/log-reader.js";
import type { LogLine, LogSummary } from "./dto-logs.js";

/** By syslog's number plus one; 0 is unknown. */
const severities: readonly LogLine["severity"][] = [
  null,
  "emergency",
  "alert",
  "critical",
  "error",
  "warning",
  "notice",
  "info",
  "debug",
];

export function toLogSummary({ log, totalLines, lastAtMs }: LogEntry): LogSummary {
  return { log, total_lines: totalLines, last_at: new Date(lastAtMs).toISOString() };
}

export function toLogLine({ line, atMs, text, severity, origin, truncated }: StoredLine): LogLine {
  return {
    line,
    at: new Date(atMs).toISOString(),
    text,
    severity: severities[severity] ?? null,
    origin: origin === "" ? null : origin,
    truncated,
  };
}
