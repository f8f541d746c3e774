import type { IntakeLine } from "./line-intake.js";
import { batchBytesMax, batchLinesMax, lineOverheadBytes } from "./line-queue.js";
import type { ToLineText } from "./line-text.js";

export interface JournalEntry {
  cursor: string;
  message: Buffer;
  /** Unix milliseconds. */
  atMs: number;
  severity: number;
  origin: string;
}

const originBytesMax = 200;

/**
 * One entry as `journalctl --output=json --all` writes it: a field is a string, an array of bytes when it is no text,
 * an array of those when the entry has it several times, or null. Undefined when the line is no entry.
 */
export function parseJournalEntry(line: Buffer): JournalEntry | undefined {
  let fields: unknown;
  try {
    fields = JSON.parse(line.toString("utf8"));
  } catch {
    return undefined;
  }
  if (typeof fields !== "object" || fields === null) return undefined;
  const field = (name: string) => toBytes((fields as Record<string, unknown>)[name]);
  const cursor = field("__CURSOR").toString("utf8");
  if (cursor === "") return undefined;
  const origin = [field("_SYSTEMD_UNIT"), field("SYSLOG_IDENTIFIER")].find(({ length }) => length > 0);
  return {
    cursor,
    message: field("MESSAGE"),
    // Microseconds since 1970.
    atMs: Math.floor(Number(field("__REALTIME_TIMESTAMP").toString("utf8")) / 1000) || 0,
    severity: toSeverity(field("PRIORITY").toString("utf8")),
    origin: origin?.toString("utf8", 0, originBytesMax) ?? "",
  };
}

/** The lines of an entry's message, as many as fit into one event. */
export function toLines({ message, atMs, severity, origin }: JournalEntry, toLineText: ToLineText): IntakeLine[] {
  const lines: IntakeLine[] = [];
  const rawLines = message.toString("latin1").replace(/\n$/, "").split("\n", batchLinesMax);
  let bytes = 0;
  for (const raw of rawLines) {
    const { text, truncated } = toLineText(Buffer.from(raw, "latin1"), false);
    bytes += Buffer.byteLength(text) + origin.length + lineOverheadBytes;
    if (lines.length > 0 && bytes > batchBytesMax) break;
    lines.push({ text, truncated, severity, origin, atMs });
  }
  return lines;
}

function toBytes(value: unknown): Buffer {
  if (typeof value === "string") return Buffer.from(value);
  if (!Array.isArray(value) || value.length === 0) return Buffer.alloc(0);
  return typeof value[0] === "number" ? Buffer.from(value) : toBytes(value[0]);
}

/** Syslog severity plus one; 0 where the entry has none. */
function toSeverity(priority: string): number {
  return /^[0-7]$/.test(priority) ? Number(priority) + 1 : 0;
}
