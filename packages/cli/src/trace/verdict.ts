import { isUnknown, type StreamPlace, type Trace } from "./trace.js";

/** What a trace comes to. */
export interface Verdict {
  isFound: boolean;
  /** The furthest place that has it; of one that is nowhere, the last that has seen it. */
  where: "history" | "quarantine" | "dead letters" | "stream" | "spool" | "given up" | "lane" | "nowhere";
  /** What that means, and what to do. */
  means: string;
}

/** Judges a trace: the furthest place on the way that has the event counts. */
export function verdictOf(trace: Trace): Verdict {
  const { history, deadLetters, stream, spool } = trace;
  if (history.state === "stored") return { isFound: true, where: "history", means: meaningOfRows(trace) };
  if (history.state === "quarantined") {
    const means = `set apart as implausible (${history.rows[0]?.quarantined}): in quarantined_events and no typed table`;
    return { isFound: true, where: "quarantine", means };
  }
  const [letter] = isUnknown(deadLetters) ? [] : deadLetters;
  if (letter !== undefined) {
    const means = `set aside as dead letter ${letter.number}: ${letter.reason}; statwire deadletters retry ${letter.number} when that is remedied`;
    return { isFound: true, where: "dead letters", means };
  }
  if (stream.state === "there" && stream.givenUp === undefined) {
    return { isFound: true, where: "stream", means: meaningOfCut(trace) };
  }
  if (spool.state === "waiting") {
    const means = "read and not sent yet: the log is away, or the backlog before it is being sent";
    return { isFound: true, where: "spool", means };
  }
  return { isFound: false, ...lastSeen(trace) };
}

function meaningOfRows({ history }: Trace): string {
  if (history.state !== "stored") return "";
  const { rows, tables, rollup, report } = history;
  const said: string[] = [];
  if (rows.length > 1) said.push(`stored ${rows.length} times: the log has it more than once`);
  else
    said.push(
      tables.length > 1 || tables[0]?.table === "log_lines" ? "stored" : "stored, without a row in a typed table",
    );
  if (report?.event === "GapDetected") said.push("it was reported missing before");
  if (rollup === undefined) return said.join("; ");
  if (rollup.includesEvent) said.push(`the rollup of its hour has it (version ${rollup.version})`);
  else if (rollup.closedAtMs === undefined) said.push("its hour is not closed yet");
  else if (rollup.isDirty) said.push("its hour was closed before it came, and will be closed again");
  else said.push("its hour was closed without it: statwire verify compares hours with their readings");
  return said.join("; ");
}

function meaningOfCut({ cut, history, stream }: Trace): string {
  const unreadable = stream.state === "there" && stream.unreadable !== undefined ? " (it cannot be read)" : "";
  if (cut.state === "open") return `being inserted, in the cut ${cut.first}-${cut.last}${unreadable}`;
  if (cut.state === "not taken") {
    return `waits to be stored, ${cut.messagesBefore} messages before it${unreadable}: statwire lag says how far the history is`;
  }
  if (history.state === "unknown") return "in the log; whether the history has it cannot be asked now";
  return "was stored, and its rows have left the history since: past their retention, or deleted; the log still has it";
}

/** Of an event that is nowhere: who has seen it last. */
function lastSeen(trace: Trace): Pick<Verdict, "where" | "means"> {
  const { history, spool, stream, sought } = trace;
  const givenUp = givenUpOf(trace);
  if (givenUp !== undefined) {
    return { where: "given up", means: `the collector gave the line up (${givenUp}): it was never sent` };
  }
  const unasked = unaskedOf(trace);
  const but = unasked.length === 0 ? "" : `; not asked: ${unasked.join(", ")}`;
  if (history.state === "absent" && history.report?.event === "GapDetected") {
    const at = new Date(history.report.observedAtMs).toISOString();
    return { where: "nowhere", means: `reported missing at ${at}; ${around(stream)}${but}` };
  }
  if (spool.state === "acknowledged") {
    const means = `last seen in the spool: the log had acknowledged it, and it has left the log and the history since${but}`;
    return { where: "spool", means };
  }
  if (stream.state === "left") {
    return { where: "stream", means: `was message ${stream.sequence}, ${stream.how}, and is in no table${but}` };
  }
  if (stream.state !== "absent" || (stream.before === undefined && stream.after === undefined)) {
    return { where: "nowhere", means: `nothing of ${sought.node} and this family is known here${but}` };
  }
  return { where: "lane", means: `${around(stream)}${but}` };
}

/** What the neighbours in the stream tell of a number that is not there. */
function around(stream: StreamPlace): string {
  if (stream.state !== "absent") return "its message has left the stream";
  if (stream.isCutShort) return "the search in the stream was cut short by messages that cannot be read";
  const { before, after } = stream;
  if (before === undefined && after === undefined) return "the stream has nothing of this family any more";
  if (after === undefined) {
    return `the newest in the stream is ${before?.last}: it was not sent yet, or lost before it was`;
  }
  if (before === undefined) return `the oldest in the stream is ${after.first}: it has left by age or for room`;
  return `the stream has ${before.last} (message ${before.sequence}) and then ${after.first} (message ${after.sequence}): it was never sent, or deleted from the stream`;
}

function givenUpOf({ history, stream }: Trace): string | undefined {
  if (stream.state === "there" && stream.givenUp !== undefined) return stream.givenUp;
  return history.state === "absent" ? history.givenUp?.why : undefined;
}

/** Places that could not be looked at, and without which nothing is certain. */
function unaskedOf({ history, stream, spool, deadLetters, sought }: Trace): string[] {
  const places: [string, object][] = [
    ...(sought.kind === "log" ? [] : [["spool", spool] as [string, object]]),
    ["stream", stream],
    ["dead letters", deadLetters],
    ["history", history],
  ];
  return places.filter(([, place]) => isUnknown(place)).map(([name]) => name);
}
