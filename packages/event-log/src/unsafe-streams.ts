import { JetStreamApiError, type StreamConfig } from "@nats-io/jetstream";
import { streams } from "@statwire/events";
import type { EventLog } from "./connect.js";
import { configurationBuckets, ingestBucket, nodesBucket } from "./streams.js";

/** JetStream's code for a stream that is not there. */
const streamNotFound = 10_059;

/** With three copies a cluster keeps what it acknowledged when it loses any one server. */
const replicasMin = 3;

/** The first release that can be told to wait for the disk (`sync_interval: always`). */
const syncingSince: readonly [number, number] = [2, 10];

/**
 * What of the server and its streams loses acknowledged messages, one sentence each: a server that cannot wait for the disk,
 * streams in memory, streams that do not acknowledge, one copy in a cluster. Streams that are still to be created are no
 * problem. Whether a server that can wait for the disk does (`sync_interval`) cannot be seen by a client.
 * @param replicas how many copies of each stream are asked for
 * @throws when the log does not answer.
 */
export async function unsafeStreamSettings(log: EventLog, { replicas }: { replicas: number }): Promise<string[]> {
  const { secrets, claims } = configurationBuckets;
  const buckets = [ingestBucket, nodesBucket, secrets, claims].map((bucket) => `KV_${bucket}`);
  const names = [...Object.values(streams).map(({ name }) => name), ...buckets];
  const found = await Promise.all(names.map((name) => configOf(log, name)));
  const { cluster, version = "" } = log.connection.info ?? {};
  return toProblems(
    found.filter((config) => config !== undefined),
    { replicas, cluster, version },
  );
}

/** @param cluster the name of the server's cluster, absent when it is alone */
export function toProblems(
  configs: readonly Pick<StreamConfig, "name" | "storage" | "no_ack">[],
  { replicas, cluster, version }: { replicas: number; cluster: string | undefined; version: string },
): string[] {
  const problems = canSync(version)
    ? []
    : [`nats-server ${version}: acknowledges what is not on disk yet; 2.10 and newer wait (sync_interval: always)`];
  const ofStreams = configs.flatMap(({ name, storage, no_ack }) => [
    ...(storage === "memory" ? [`stream ${name}: is kept in memory; delete it, and it is created in files`] : []),
    ...(no_ack ? [`stream ${name}: does not acknowledge what it stores (no_ack)`] : []),
  ]);
  problems.push(...ofStreams);
  if (cluster !== undefined && replicas < replicasMin) {
    problems.push(`STREAM_REPLICAS: expected at least ${replicasMin} in the cluster ${cluster}, not ${replicas}`);
  }
  return problems;
}

function canSync(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > syncingSince[0] || (major === syncingSince[0] && minor >= syncingSince[1]);
}

async function configOf({ manager }: EventLog, name: string): Promise<StreamConfig | undefined> {
  try {
    return (await manager.streams.info(name)).config;
  } catch (error) {
    if (error instanceof JetStreamApiError && error.code === streamNotFound) return undefined;
    throw error;
  }
}
