import type { LogLine, LogLinesRead } from "@statwire/events";
import { type NodeName, type Position, positionMax } from "./snapshot.js";
import { UnusableEventError, within } from "./to-node-event.js";

/** One log of a node. */
export interface LogName extends NodeName {
  log: string;
}

/** How many of a log's last lines are kept, and how many bytes of them as they are stored. */
export const lastLinesMax = 1_000;
export const lastBytesMax = 262_144;

/** One line as it is kept. */
export interface StoredLine {
  /** Its number in the log, from 1. */
  line: number;
  /** When it was written, or read where the source does not tell (Unix milliseconds). */
  atMs: number;
  text: string;
  /** Syslog severity plus one (1 emergency … 8 debug); 0 where it is not known. */
  severity: number;
  /** The unit or identifier that wrote it; empty where it is not known. */
  origin: string;
  /** The line was longer than is kept. */
  truncated: boolean;
}

/** What the store folds of one `LogLinesRead`. */
export interface LogEvent extends LogName, Position {
  /** Number of the first of its lines, and how many were given up right before it. */
  firstLine: number;
  droppedLines: number;
  /** Number of the log's last line after this event. */
  totalLines: number;
  lastAtMs: number;
  lines: readonly StoredLine[];
}

/**
 * What the store folds of a `LogLinesRead`; node and log come from the subject, never from the bytes.
 * @throws UnusableEventError when a position, the time or a line's number is out of bounds.
 */
export function toLogEvent({ workspace, node, log }: LogName, event: LogLinesRead): LogEvent {
  const observedAtMs = within(event.observedAtMs, "observed_at_ms");
  const firstLine = within(event.firstLine, "first_line");
  const totalLines = firstLine + event.lines.length - 1;
  if (totalLines > positionMax) throw new UnusableEventError(`first_line must be up to ${positionMax}`);
  const lines = event.lines.map((line, index) => toStoredLine(line, firstLine + index, observedAtMs));
  return {
    workspace,
    node,
    log,
    bootId: within(event.bootId, "boot_id"),
    sequence: within(event.sequence, "sequence"),
    firstLine,
    droppedLines: Number(event.droppedLines),
    totalLines,
    lastAtMs: lines.at(-1)?.atMs ?? observedAtMs,
    lines,
  };
}

/** How far a line's own time may be ahead of its reading, before it is not believed. */
const aheadMaxMs = 300_000;

/** A time that cannot be is that of the reading; the history store has the same rule. */
function toStoredLine({ text, atMs, severity, origin, truncated }: LogLine, line: number, observedAtMs: number) {
  const isPlausible = atMs >= 1n && atMs <= BigInt(observedAtMs + aheadMaxMs);
  return { line, atMs: isPlausible ? Number(atMs) : observedAtMs, text, severity, origin, truncated };
}
