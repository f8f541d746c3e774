import { listReaders, listStreams, type StreamOverview, type StreamReader } from "@statwire/event-log";
import { streams as definitions, type StreamDefinition } from "@statwire/events";
import { type Command, parseOptions } from "../command.js";
import { withEventLog, withProgress } from "../operating/open.js";
import { bytesText, durationText, jsonText, plainText, toTable } from "../operating/readable.js";
import { findServers, serverOptions, serverUsage } from "../operating/servers.js";
import { readStanding, type Standing } from "../operating/standing.js";

interface Listed extends StreamOverview {
  /** How far the stream is stored in the history; absent for a stream that is not. */
  history?: Standing;
  readers: StreamReader[];
}

/** What the log holds, within which limits, and how far each reader is. */
export const streams: Command = {
  purpose: "lists the streams of the log: what they hold, their limits and how far their readers are",
  usage: `statwire streams [--data-dir DIR] [--json]

A reader is the history (the ingester's record of what is stored) or a consumer that is known to the server, which
forgets one some minutes after its last request.

${serverUsage}`,

  async run(args, outside) {
    const options = parseOptions(args, serverOptions);
    const servers = findServers(options, outside.environment);
    const listed = await withEventLog(servers, outside, (log) =>
      withProgress(
        outside,
        () => "asking the log",
        async () => {
          const found: Listed[] = [];
          for (const overview of await listStreams(log)) {
            const readers = await listReaders(log, overview.name);
            const history = isIngested(overview.name) ? await readStanding(log, overview.name, outside.now) : undefined;
            found.push({ ...overview, ...(history && { history }), readers });
          }
          return found;
        },
      ),
    );
    outside.print(options.json ? jsonText(listed) : toText(listed, outside.now()));
  },
};

function isIngested(name: string): boolean {
  const known: Readonly<Record<string, StreamDefinition>> = definitions;
  return known[name]?.requiredReaders.includes("ingester") ?? false;
}

function toText(listed: readonly Listed[], nowMs: number): string {
  const heading = ["STREAM", "MESSAGES", "SIZE", "LIMIT", "FULL", "SEQUENCES", "OLDEST", "KEPT", "WHEN FULL"];
  const table = toTable([heading, ...listed.map((stream) => toRow(stream, nowMs))]);
  const readers = listed.flatMap(toReaderRows);
  if (readers.length === 0) return table;
  return `${table}\n\n${toTable([["STREAM", "READER", "OF", "AT", "TO COME", ""], ...readers])}`;
}

function toRow(stream: Listed, nowMs: number): string[] {
  const { name, messages, bytes, bytesMax, firstSequence, lastSequence, firstAtMs, ageMaxMs, whenFull } = stream;
  return [
    name,
    String(messages),
    bytesText(bytes),
    bytesMax === 0 ? "none" : bytesText(bytesMax),
    bytesMax === 0 ? "" : `${((100 * bytes) / bytesMax).toFixed(1)}%`,
    messages === 0 ? "" : `${firstSequence}–${lastSequence}`,
    firstAtMs === undefined ? "" : durationText(Math.max(0, nowMs - firstAtMs)),
    ageMaxMs === 0 ? "for ever" : durationText(ageMaxMs),
    whenFull,
  ];
}

function toReaderRows({ name, history, readers }: Listed): string[][] {
  const consumers = readers.map(({ filter, delivered, pending, waiting }) => {
    return [name, "consumer", plainText(filter || ">"), String(delivered), String(pending), waiting ? "waiting" : ""];
  });
  if (history === undefined) return consumers;
  const { committed, messagesBehind, openCuts, isHeld } = history;
  const notes = [isHeld ? "held" : "held by nobody", ...(openCuts > 0 ? [`${openCuts} open cuts`] : [])].join(", ");
  return [[name, "history", ">", String(committed), String(messagesBehind), notes], ...consumers];
}
