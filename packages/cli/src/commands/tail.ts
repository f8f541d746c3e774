import { consumeOrdered, type Delivery, type EventLog, type Start, streamState } from "@statwire/event-log";
import { logFilter, SubjectError, streams, telemetryFilter } from "@statwire/events";
import { type Command, type Outside, parseOptionsAndWords, UsageError } from "../command.js";
import { type EventView, toEventViews, toLines } from "../operating/message-view.js";
import { countOf, momentOf } from "../operating/moments.js";
import { withEventLog } from "../operating/open.js";
import { jsonText } from "../operating/readable.js";
import { findServers, serverOptions, serverUsage } from "../operating/servers.js";

const eventsMax = 1_000_000_000;

const tailOptions = {
  ...serverOptions,
  workspace: { type: "string" },
  node: { type: "string" },
  family: { type: "string" },
  log: { type: "string" },
  since: { type: "string" },
  count: { type: "string" },
} as const;

/** What is read, from where, and how much of it. */
interface Wanted {
  stream: string;
  filter: string;
  sinceMs?: number;
  count: number;
}

/** Events as they pass, decoded. */
export const tail: Command = {
  purpose: "prints events as the log stores them, decoded, until Ctrl-C",
  usage: `statwire tail [SUBJECT] [options]

SUBJECT is a filter of NATS, as 'telemetry.v1.default.*.live.>', 'logs.v1.>' or 'deadletters.v1.>'; without one, every
event of telemetry, or what the options say:

  --workspace NAME  of this workspace
  --node NAME       of this node
  --family NAME     of this family: host, host.filesystems, inventory, …; both lanes
  --log NAME        lines of this log instead of telemetry
  --since TIME      begins with what was stored then: 15m (s, m, h, d) or 2026-01-31T12:00:00Z [now]
  --count N         ends after so many events
${serverUsage}, one event a line`,

  async run(args, outside) {
    const { options, words } = parseOptionsAndWords(args, tailOptions, 1);
    const wanted = wantedOf(words[0], options, outside.now());
    const servers = findServers(options, outside.environment);
    const print = (view: EventView) => {
      for (const line of options.json ? [jsonText(view)] : toLines(view)) outside.print(line);
    };
    await withEventLog(servers, outside, (log) => follow(log, wanted, outside, print));
  },
};

type TailOptions = { [Name in "workspace" | "node" | "family" | "log" | "since" | "count"]?: string | undefined };

function wantedOf(subject: string | undefined, options: TailOptions, nowMs: number): Wanted {
  const { workspace, node, family, log, since, count } = options;
  const named = [workspace, node, family, log].some((option) => option !== undefined);
  if (subject !== undefined && named)
    throw new UsageError("give either a SUBJECT or --workspace, --node, --family, --log");
  if (family !== undefined && log !== undefined) throw new UsageError("--family is of telemetry, --log of logs");
  const limits = {
    count: count === undefined ? eventsMax : countOf(count, "--count", { min: 1, max: eventsMax }),
    ...(since === undefined ? {} : { sinceMs: momentOf(since, "--since", nowMs) }),
  };
  if (subject !== undefined) return { ...limits, filter: subject, stream: streamOf(subject) };
  try {
    const parts = { ...(workspace && { workspace }), ...(node && { node }) };
    return log === undefined
      ? // Without parts also what is neither live nor backlog: retries of dead letters.
        { ...limits, stream: streams.TELEMETRY.name, filter: telemetryOf(parts, family, named) }
      : { ...limits, stream: streams.LOGS.name, filter: logFilter({ ...parts, log }) };
  } catch (error) {
    if (error instanceof SubjectError) throw new UsageError(error.message);
    throw error;
  }
}

function telemetryOf(parts: { workspace?: string; node?: string }, family: string | undefined, named: boolean): string {
  if (!named) return "telemetry.v1.>";
  return telemetryFilter({ ...parts, ...(family && { family }) });
}

/** The stream whose subjects begin like the filter. */
export function streamOf(filter: string): string {
  const known = Object.values(streams).find(({ subjects }) =>
    subjects.some((subject) => filter.startsWith(subject.slice(0, -1))),
  );
  if (known === undefined || !/^[^\s.]+(\.[^\s.]+)*$/.test(filter)) {
    const beginnings = Object.values(streams).flatMap(({ subjects }) =>
      subjects.map((subject) => subject.slice(0, -1)),
    );
    throw new UsageError(`expected a subject that begins with ${beginnings.join(", ")}; got ${filter}`);
  }
  return known.name;
}

async function follow(
  log: EventLog,
  { stream, filter, sinceMs, count }: Wanted,
  outside: Outside,
  print: (view: EventView) => void,
): Promise<void> {
  const finished = new AbortController();
  const start: Start =
    sinceMs === undefined ? { sequence: (await streamState(log, stream)).lastSequence + 1 } : { timeMs: sinceMs };
  const signal = AbortSignal.any([outside.signal, finished.signal]);
  const consumer = consumeOrdered(log, { stream, filter, start, signal });
  let left = count;
  if (sinceMs === undefined) outside.tell(`waiting for ${filter} …`);
  for await (const delivery of consumer) {
    tellGap(delivery, outside);
    for (const view of delivery.messages.flatMap((message) => toEventViews(stream, message))) {
      print(view);
      left -= 1;
      if (left === 0) return finished.abort();
    }
  }
}

function tellGap({ gap }: Delivery, { tell }: Outside): void {
  if (gap !== undefined) tell(`messages ${gap.first} to ${gap.last} are gone from the stream (${gap.reason})`);
}
