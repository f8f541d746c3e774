import { join } from "node:path";
import { eventKindOf } from "@statwire/events";
import { type Command, CommandError, parseOptionsAndWords, required, UsageError } from "../command.js";
import { countOf } from "../operating/moments.js";
import { jsonText } from "../operating/readable.js";
import { findServers, serverOptions, serverUsage } from "../operating/servers.js";
import type { Sought } from "../trace/trace.js";
import { traceEvent } from "../trace/trace-event.js";
import { traceText } from "../trace/trace-text.js";
import { verdictOf } from "../trace/verdict.js";

const traceOptions = {
  ...serverOptions,
  workspace: { type: "string", default: "default" },
  family: { type: "string", default: "host" },
  boot: { type: "string" },
  log: { type: "string" },
  "collector-dir": { type: "string" },
} as const;

/** Where is my event? */
export const trace: Command = {
  purpose: "says where an event is: spool, stream, cut, tables, dead letters, rollup, snapshot",
  usage: `statwire trace NODE NUMBER [options]

NUMBER is the event's sequence within its family and run, or with --log the number of a line. Each place on the way of an
event is looked at, and what is found is what the exit code says: 0 it is somewhere, 1 it is nowhere; then the last place
that has seen it is named, and what that means. A place that does not answer says so, and the others are looked at.

  --family NAME          host, host.filesystems, inventory, … [host]
  --boot NUMBER          in this run of the collector; otherwise the newest that has the number
  --log NAME             a line of this log
  --workspace NAME       [default]
  --collector-dir DIR    data folder of the node's collector, when it is on this machine [collector in the data folder]
${serverUsage}`,

  async run(args, outside) {
    const { options, words } = parseOptionsAndWords(args, traceOptions, 2);
    const sought = soughtOf(words, options);
    const servers = findServers(options, outside.environment);
    const given = options["collector-dir"];
    const collector = { folder: given ?? join(servers.dataDir, "collector"), isGiven: given !== undefined };
    const found = await traceEvent({ servers, outside, collector }, sought);
    const verdict = verdictOf(found);
    outside.print(options.json ? jsonText({ ...found, verdict }) : traceText(found, verdict));
    if (!verdict.isFound) throw new CommandError("the event is nowhere");
  },
};

function soughtOf(
  words: readonly string[],
  { workspace, family, boot, log }: { workspace: string; family: string; boot?: string; log?: string },
): Sought {
  const bounds = { min: 1, max: Number.MAX_SAFE_INTEGER };
  const node = required(words[0], "NODE");
  const number = countOf(required(words[1], "NUMBER"), "NUMBER", bounds);
  if (log !== undefined) {
    if (boot !== undefined) throw new UsageError("--boot is of events; a line has its number in every run");
    return { workspace, node, kind: "log", family: log, number, bootId: undefined };
  }
  const kind = eventKindOf(family);
  if (kind === undefined) throw new UsageError(`--family: "${family}" is not a family of events`);
  const bootId = boot === undefined ? undefined : countOf(boot, "--boot", bounds);
  return { workspace, node, kind, family, number, bootId };
}
