import { plainText, toTable } from "../operating/readable.js";
import { isUnknown, type Trace } from "./trace.js";
import type { Verdict } from "./verdict.js";

/** A trace for people: a line a place, in the order of the way, then what it comes to. */
export function traceText(trace: Trace, { isFound, where, means }: Verdict): string {
  const rows = [
    ["event", eventText(trace)],
    ...(trace.sought.kind === "log" ? [] : [["spool", spoolText(trace)]]),
    ["stream", streamText(trace)],
    ["cut", cutText(trace)],
    ...tableRows(trace),
    ["dead letters", lettersText(trace)],
    ["rollup", rollupText(trace)],
    ...snapshotRows(trace),
    [isFound ? "found" : "not found", `${where}: ${means}`],
  ];
  return toTable(rows.map((row) => row.map(plainText)));
}

function eventText({ sought, otherRuns }: Trace): string {
  const { workspace, node, kind, family, number, bootId } = sought;
  if (kind === "log") return `line ${number} of ${family} of ${workspace}/${node}`;
  const run = bootId === undefined ? "no run known" : `run ${bootId}`;
  const more = otherRuns.length === 0 ? "" : `; also in run ${otherRuns.join(", ")}: --boot`;
  return `${family} ${number} of ${workspace}/${node}, ${run}${more}`;
}

function spoolText({ spool }: Trace): string {
  if (spool.state === "unknown") return `not looked at: ${spool.reason}`;
  if (spool.state === "absent") return "not there: settled readings go with their segment";
  return `${spool.state}, segment ${spool.segment} at ${spool.offset}, ${spool.bytes} bytes`;
}

function streamText({ stream }: Trace): string {
  switch (stream.state) {
    case "unknown":
      return `not looked at: ${stream.reason}`;
    case "absent":
      return `not in ${stream.stream}`;
    case "left":
      return `was ${stream.stream}:${stream.sequence}, ${stream.how}`;
    case "there": {
      const { frame, frames, unreadable } = stream;
      const event = unreadable === undefined ? `event ${(frame ?? 0) + 1} of ${frames}` : `unreadable: ${unreadable}`;
      const place = `${stream.stream}:${stream.sequence}, ${stream.subject}, ${stream.lane}`;
      return `${place}, ${isoTime(stream.storedAtMs)}, ${stream.bytes} bytes, ${event}`;
    }
  }
}

function cutText({ cut }: Trace): string {
  switch (cut.state) {
    case "unknown":
      return `not looked at: ${cut.reason}`;
    case "no message":
      return "no message known";
    case "committed":
      return `committed (up to ${cut.committed})`;
    case "open":
      return `open in ${cut.first}-${cut.last} (committed up to ${cut.committed})`;
    case "not taken":
      return `not taken yet (committed up to ${cut.committed})`;
  }
}

function tableRows({ history }: Trace): string[][] {
  if (history.state === "unknown") return [["tables", `not looked at: ${history.reason}`]];
  if (history.state === "absent") return [["tables", "no rows"]];
  const [first] = history.rows;
  if (history.state === "quarantined") return [["tables", `quarantined_events: ${first?.quarantined}`]];
  const counts = history.tables.map(({ table, rows }) => `${table} ${rows}`).join(", ");
  const times = first && `observed ${isoTime(first.observedAtMs)}, received ${isoTime(first.receivedAtMs)}`;
  return [
    ["tables", counts],
    ["", times ?? ""],
  ];
}

function lettersText({ deadLetters }: Trace): string {
  if (isUnknown(deadLetters)) return `not looked at: ${deadLetters.reason}`;
  if (deadLetters.length === 0) return "none";
  return deadLetters.map(({ number, reason }) => `${number}: ${reason}`).join("; ");
}

function rollupText({ history }: Trace): string {
  const rollup = history.state === "stored" ? history.rollup : undefined;
  if (rollup === undefined) return "none";
  const hour = isoTime(rollup.hourMs).slice(0, 16);
  const closed = rollup.closedAtMs === undefined ? "open" : `closed ${isoTime(rollup.closedAtMs)}`;
  const has = rollup.includesEvent
    ? "has it"
    : rollup.closedAtMs === undefined
      ? "not yet"
      : rollup.isDirty
        ? "to be closed again"
        : "without it";
  const version = rollup.version === 0 ? "no version" : `version ${rollup.version}`;
  return `hour ${hour}Z ${closed}, ${version}, ${has}`;
}

function snapshotRows({ snapshot }: Trace): string[][] {
  if (snapshot.state === "unknown") return [["snapshot", `not looked at: ${snapshot.reason}`]];
  const groups = new Map<string, string[]>();
  for (const { part, is, number } of snapshot.parts) {
    const text = is === "newer" || is === "older" ? `${is} (${number})` : is;
    groups.set(text, [...(groups.get(text) ?? []), part]);
  }
  return [...groups].map(([text, parts], index) => [index === 0 ? "snapshot" : "", `${text}: ${parts.join(", ")}`]);
}

/** RFC 3339, or the number when it is no time that a date can have: senders make up any. */
function isoTime(ms: number): string {
  return Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : String(ms);
}
