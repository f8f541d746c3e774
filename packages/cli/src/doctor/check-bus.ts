import { existsSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { join } from "node:path";
import { countDroppedLetters, type EventLog, listStreams } from "@statwire/event-log";
import { type StreamDefinition, streams } from "@statwire/events";
import { CommandError, type Outside } from "../command.js";
import { withEventLog } from "../operating/open.js";
import type { Servers } from "../operating/servers.js";
import { readStanding } from "../operating/standing.js";
import { type Finding, fail } from "./finding.js";
import { judgeDeadLetters, judgeDisk, judgeStanding, judgeStream, judgeVersion } from "./judge.js";

/** The oldest NATS whose direct gets and named consumers do what the product needs. */
const natsLeast = "2.9";

/** The log: reachable, new enough, with its streams, read by who has to, and with no dead letters. */
export async function checkBus(servers: Servers, outside: Outside): Promise<Finding[]> {
  try {
    return await withEventLog(servers, outside, (log) => findings(log, servers, outside));
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return [fail("NATS", error.message, "start the server; NATS_URL, NATS_CREDS_FILE or --data-dir say where it is")];
  }
}

async function findings(log: EventLog, servers: Servers, { now }: Outside): Promise<Finding[]> {
  const found = await listStreams(log);
  const known = Object.values<StreamDefinition>(streams);
  const missing = known.filter(({ name }) => !found.some((stream) => stream.name === name));
  const there = known.filter((stream) => !missing.includes(stream));
  const standings: Finding[] = [];
  for (const { name, requiredReaders } of there) {
    if (requiredReaders.includes("ingester")) standings.push(...judgeStanding(await readStanding(log, name, now)));
  }
  const free = await freeBytes(servers);
  return [
    judgeVersion("NATS", log.connection.info?.version ?? "0", natsLeast),
    ...missing.map(({ name }) => fail(`stream ${name}`, "is not there", "start the ingester: it creates the streams")),
    ...found.map(judgeStream),
    ...(free === undefined ? [] : [judgeDisk(found, free)]),
    ...standings,
    judgeDeadLetters(
      found.find(({ name }) => name === streams.DEAD_LETTERS.name)?.messages ?? 0,
      found.some(({ name }) => name === streams.INTEGRITY.name) ? await countDroppedLetters(log) : 0,
    ),
  ];
}

/** Free bytes of the disk that the embedded server keeps its streams on; another machine's disk is not seen. */
async function freeBytes({ dataDir, bus }: Servers): Promise<number | undefined> {
  const folder = join(dataDir, "nats");
  const isEmbedded = /\/\/(127\.0\.0\.1|localhost)(:|$)/.test(bus.url) && existsSync(folder);
  if (!isEmbedded) return undefined;
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
