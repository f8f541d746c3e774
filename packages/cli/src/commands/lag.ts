import { isStreamMissing } from "@statwire/event-log";
import { type StreamDefinition, streams } from "@statwire/events";
import { type Command, type Outside, parseOptions } from "../command.js";
import { withEventLog } from "../operating/open.js";
import { askOps } from "../operating/ops.js";
import { type ProjectorLag, toProjectorLag } from "../operating/projector-lag.js";
import { jsonText, plainText, toTable } from "../operating/readable.js";
import { findServers, type Servers, serverOptions, serverUsage } from "../operating/servers.js";
import { readStanding, type Standing } from "../operating/standing.js";

/** Between the two looks at the projector: a base interval of four seconds falls into it. */
const lookMs = 5_000;

/** How far each reader of a stream is behind it. */
export const lag: Command = {
  purpose: "says how far the history and the snapshots are behind the log, in messages and in seconds",
  usage: `statwire lag [--data-dir DIR] [--json]

The history: what the ingester's record in the log says is stored, compared with the end of the stream; the seconds are
the age of the first message that is not stored. The snapshots: what the projector measures itself, read at its ops port
(OPS_HOST, OPS_PORT_BASE) twice within ${lookMs / 1e3} seconds; unknown when it does not answer or no live event came.

${serverUsage}`,

  async run(args, outside) {
    const options = parseOptions(args, serverOptions);
    const servers = findServers(options, outside.environment);
    const [standings, projector] = await Promise.all([
      readStandings(servers, outside),
      readProjector(servers, outside),
    ]);
    outside.print(options.json ? jsonText({ history: standings, snapshots: projector }) : toText(standings, projector));
  },
};

/** Of each stream that is stored in the history; one that is not there yet is left out. */
function readStandings(servers: Servers, outside: Outside): Promise<Standing[]> {
  const ingested = Object.values<StreamDefinition>(streams).filter((stream) =>
    stream.requiredReaders.includes("ingester"),
  );
  return withEventLog(servers, outside, async (log) => {
    const found: Standing[] = [];
    for (const { name } of ingested) {
      try {
        found.push(await readStanding(log, name, outside.now));
      } catch (error) {
        if (!isStreamMissing(error)) throw error;
      }
    }
    return found;
  });
}

async function readProjector({ ops }: Servers, { sleep, tell }: Outside): Promise<ProjectorLag> {
  const look = async () => (await askOps(ops, "cache-projector", "/metrics"))?.text;
  const before = await look();
  if (before === undefined) return toProjectorLag(undefined, undefined);
  tell("watching the projector …");
  await sleep(lookMs);
  return toProjectorLag(before, await look());
}

function toText(standings: readonly Standing[], projector: ProjectorLag): string {
  const rows = standings.map(
    ({ stream, messagesBehind, secondsBehind, openCuts, isHeld, pausedBy, isUntouched, lost }) => {
      const notes = [
        ...(isUntouched ? ["never ingested"] : isHeld ? [] : ["held by nobody"]),
        ...(pausedBy === undefined ? [] : [`paused by ${plainText(pausedBy)}`]),
        ...(openCuts > 0 ? [`${openCuts} open cuts`] : []),
        ...(lost > 0 ? [`${lost} left the stream unread`] : []),
      ];
      return [stream, "history", String(messagesBehind), secondsBehind.toFixed(1), notes.join(", ")];
    },
  );
  const snapshots = projector.known
    ? [projector.secondsBehind.toFixed(3), `${projector.events} events seen`]
    : ["unknown", projector.reason];
  rows.push([streams.TELEMETRY.name, "snapshots", "unknown", ...snapshots]);
  return toTable([["STREAM", "READER", "MESSAGES", "SECONDS", ""], ...rows]);
}
