import {
  DiscardPolicy,
  JetStreamApiCodes,
  JetStreamApiError,
  RetentionPolicy,
  StorageType,
  type StreamConfig,
  type StreamInfo,
} from "@nats-io/jetstream";
import { Kvm } from "@nats-io/kv";
import { nanos } from "@nats-io/nats-core";
import { streams } from "@statwire/events";
import type { EventLog } from "./connect.js";

export interface StreamLimits {
  telemetry: { bytesMax: number; ageMaxMs: number };
  logs: { bytesMax: number; ageMaxMs: number };
  deadLetters: { bytesMax: number; ageMaxMs: number };
  integrity: { bytesMax: number; ageMaxMs: number };
  /** Of what happens to sign-ins. Absent: 64 MiB for 30 days. */
  audit?: { bytesMax: number; ageMaxMs: number };
  /** Absent: no bound of their own. */
  configuration?: ConfigurationLimits;
  /** Copies of each stream. */
  replicas: number;
}

/** What the buckets of the configuration may take. */
export interface ConfigurationLimits {
  /** Of documents with their past. */
  bytesMax: number;
  /** Of what is kept apart from them. */
  secretsBytesMax: number;
  /** Revisions that are kept of each document. */
  revisionsMax: number;
}

const unbounded: ConfigurationLimits = { bytesMax: -1, secretsBytesMax: -1, revisionsMax: 64 };

/** Largest telemetry message with its headers: a dead letter of it, with more headers, still fits NATS's 1 MiB. */
export const messageBytesMax = 768 * 1024;

/** Bucket of the ingesters' cut records. */
export const ingestBucket = "ingest";

/** Bucket of the numbers of nodes. */
export const nodesBucket = "nodes";

/**
 * Buckets of the configuration: revisions of documents, what is kept apart from them, who has which unique name, and
 * which document an `Idempotency-Key` made.
 */
export const configurationBuckets = {
  config: "config",
  secrets: "secrets",
  claims: "claims",
  requests: "requests",
} as const;

/** For how long a creation is known by its `Idempotency-Key`. */
export const requestsRememberedMs = 24 * 3_600_000;

const defaultAudit = { bytesMax: 64 * 1024 ** 2, ageMaxMs: 30 * 24 * 3_600_000 };

/** For how long what happened to a sign-in, published again (the answer was lost), is stored once. */
const signInDuplicateWindowMs = 3_600_000;

/** For how long a finding that is published again (the answer to its publisher was lost) is stored once. */
const findingDuplicateWindowMs = 3_600_000;

/** For how long a dead letter that is published again (its publisher was killed) is stored once. */
const deadLetterDuplicateWindowMs = 3_600_000;

/**
 * Creates the streams and the buckets, or brings their limits up to date. A limit that shrinks may drop what is
 * stored, so it is applied with a warning. Run by one service only, the ingester.
 * @throws JetStreamApiError when the server refuses, for example a replica count without a cluster.
 */
export async function ensureStreams(log: EventLog, limits: StreamLimits): Promise<void> {
  for (const config of streamConfigs(limits)) await ensureStream(log, config);
  const { replicas, configuration = unbounded } = limits;
  for (const bucket of bucketLimits(configuration)) await ensureBucket(log, { ...bucket, replicas });
}

interface BucketLimits {
  name: string;
  revisionsMax: number;
  bytesMax: number;
  valueBytesMax: number;
  /** Values are kept for so long; absent: for ever. */
  ageMaxMs?: number;
}

function bucketLimits({ bytesMax, secretsBytesMax, revisionsMax }: ConfigurationLimits): BucketLimits[] {
  const { config, secrets, claims, requests } = configurationBuckets;
  const apart = { revisionsMax: 1, valueBytesMax: 64 * 1024 };
  return [
    { name: ingestBucket, revisionsMax: 1, bytesMax: 16 * 1024 ** 2, valueBytesMax: 256 * 1024 },
    { name: nodesBucket, revisionsMax: 1, bytesMax: 64 * 1024 ** 2, valueBytesMax: messageBytesMax },
    { name: config, revisionsMax, bytesMax, valueBytesMax: 128 * 1024 },
    { ...apart, name: secrets, bytesMax: secretsBytesMax },
    { ...apart, name: claims, bytesMax: secretsBytesMax },
    { ...apart, name: requests, bytesMax: 16 * 1024 ** 2, ageMaxMs: requestsRememberedMs },
  ];
}

/** The library makes a bucket and leaves one that is there as it is, so its limits are brought up to date as a stream's. */
async function ensureBucket(log: EventLog, bucket: BucketLimits & { replicas: number }): Promise<void> {
  const { name, revisionsMax, bytesMax, valueBytesMax, ageMaxMs, replicas } = bucket;
  const age = ageMaxMs === undefined ? {} : { ttl: ageMaxMs };
  const options = { history: revisionsMax, replicas, max_bytes: bytesMax, maxValueSize: valueBytesMax, ...age };
  await new Kvm(log.jetstream).create(name, options);
  await ensureStream(log, {
    name: `KV_${name}`,
    max_msgs_per_subject: revisionsMax,
    num_replicas: replicas,
    max_bytes: bytesMax,
    max_msg_size: valueBytesMax,
    ...(ageMaxMs === undefined ? {} : { max_age: nanos(ageMaxMs) }),
  });
}

type Configured = Pick<StreamConfig, "name"> & Partial<StreamConfig>;

function streamConfigs(limits: StreamLimits): Configured[] {
  const { telemetry, logs, deadLetters, integrity, audit = defaultAudit, replicas } = limits;
  const common = {
    retention: RetentionPolicy.Limits,
    storage: StorageType.File,
    num_replicas: replicas,
    allow_direct: true,
  };
  const ofCollectors = {
    ...common,
    max_msg_size: messageBytesMax,
    // A full stream refuses: the collectors keep what it does not take.
    discard: DiscardPolicy.New,
    // Lanes do not rely on message ids, so the server need not remember them.
    duplicate_window: nanos(1_000),
  };
  return [
    {
      ...ofCollectors,
      name: streams.TELEMETRY.name,
      subjects: [...streams.TELEMETRY.subjects],
      max_age: nanos(telemetry.ageMaxMs),
      max_bytes: telemetry.bytesMax,
    },
    {
      ...ofCollectors,
      name: streams.LOGS.name,
      subjects: [...streams.LOGS.subjects],
      max_age: nanos(logs.ageMaxMs),
      max_bytes: logs.bytesMax,
    },
    {
      ...common,
      name: streams.DEAD_LETTERS.name,
      subjects: [...streams.DEAD_LETTERS.subjects],
      max_age: nanos(deadLetters.ageMaxMs),
      max_bytes: deadLetters.bytesMax,
      discard: DiscardPolicy.Old,
      duplicate_window: nanos(deadLetterDuplicateWindowMs),
    },
    {
      ...common,
      name: streams.INTEGRITY.name,
      subjects: [...streams.INTEGRITY.subjects],
      max_age: nanos(integrity.ageMaxMs),
      max_bytes: integrity.bytesMax,
      discard: DiscardPolicy.Old,
      duplicate_window: nanos(Math.min(findingDuplicateWindowMs, integrity.ageMaxMs)),
    },
    {
      ...common,
      name: streams.AUDIT.name,
      subjects: [...streams.AUDIT.subjects],
      max_age: nanos(audit.ageMaxMs),
      max_bytes: audit.bytesMax,
      max_msg_size: 16 * 1024,
      discard: DiscardPolicy.Old,
      duplicate_window: nanos(Math.min(signInDuplicateWindowMs, audit.ageMaxMs)),
    },
  ];
}

async function ensureStream({ manager, log }: EventLog, config: Configured): Promise<void> {
  const found = await streamInfo(manager.streams.info(config.name));
  if (found === undefined) {
    await manager.streams.add(config);
    log.info({ stream: config.name, bytesMax: config.max_bytes }, "stream created");
    return;
  }
  const changes = changedLimits(found, config);
  if (changes.length === 0) return;
  await manager.streams.update(config.name, config);
  for (const { limit, from, to, shrinks } of changes) {
    log[shrinks ? "warn" : "info"](
      { stream: config.name, limit, from, to },
      shrinks ? "limit of a stream shrunk" : "setting of a stream changed",
    );
  }
}

interface Change {
  limit: string;
  from: unknown;
  to: unknown;
  shrinks: boolean;
}

function changedLimits({ config: found }: StreamInfo, wanted: Configured): Change[] {
  return Object.entries(wanted)
    .map(([limit, to]) => ({ limit, to, from: found[limit as keyof StreamConfig] }))
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to))
    .map((change) => ({ ...change, shrinks: shrinks(change.from, change.to) }));
}

/** A limit of zero or less means none. */
function shrinks(from: unknown, to: unknown): boolean {
  if (typeof from !== "number" || typeof to !== "number" || to <= 0) return false;
  return from <= 0 || to < from;
}

async function streamInfo(info: Promise<StreamInfo>): Promise<StreamInfo | undefined> {
  try {
    return await info;
  } catch (error) {
    if (error instanceof JetStreamApiError && error.code === JetStreamApiCodes.StreamNotFound) return undefined;
    throw error;
  }
}
