import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type JetStreamClient, jetstream } from "@nats-io/jetstream";
import { connect, credsAuthenticator } from "@nats-io/transport-node";
import { keptBusKeys, userCredentials } from "@statwire/credentials";
import { encodeFrames, telemetrySubject } from "@statwire/events";
import { connectHistory, daysToClose, type History, hoursToClose } from "@statwire/history-store";
import { type Product, waitFor } from "@statwire/running-product";
import { HostLoad } from "../load/host-load.js";

const intervalMs = 10_000;
const hourMs = 3_600_000;
const eventsPerMessage = 20;
const inFlightMax = 64;

export interface Filled {
  nodes: number;
  events: number;
  samples: number;
  samplesPerEvent: number;
  hours: number;
}

export interface FillOptions {
  /** At least so many. */
  samples: number;
  seed: number;
  /** How far back the readings go. */
  hours: number;
  nowMs: number;
  signal: AbortSignal;
  tell(text: string): void;
}

/**
 * Publishes readings of the last hours on the nodes' backlog lanes, as collectors do after an outage, and waits until the
 * ingester has stored all of them and closed every hour that is over.
 */
export async function fill(
  product: Product,
  { samples, seed, hours, nowMs, signal, tell }: FillOptions,
): Promise<Filled> {
  const ticks = (hours * hourMs) / intervalMs;
  const { samplesPerEvent } = new HostLoad({ seed, nodes: 1, firstAtMs: 0, intervalMs });
  const nodes = Math.ceil(samples / samplesPerEvent / ticks);
  const firstAtMs = Math.floor((nowMs - 300_000) / intervalMs) * intervalMs - hours * hourMs;
  const load = new HostLoad({ seed, nodes, firstAtMs, intervalMs });
  await publish(product, load, { ticks, signal, tell });
  const events = nodes * ticks;
  await untilStored(product, events, { signal, tell });
  return { nodes, events, samples: events * samplesPerEvent, samplesPerEvent, hours };
}

async function publish(
  { dataDir, ports }: Product,
  load: HostLoad,
  { ticks, signal, tell }: { ticks: number; signal: AbortSignal; tell(text: string): void },
): Promise<void> {
  // A user of the installation's own account: a bench stands for all nodes at once.
  const { account } = keptBusKeys(join(dataDir, "nats/keys"));
  const authenticator = credsAuthenticator(await userCredentials("bench", account, {}));
  const connection = await connect({ port: ports.nats, authenticator });
  const log = jetstream(connection, { timeout: 60_000 });
  const waiting = new Map<string, Uint8Array[]>();
  const inFlight: Promise<void>[] = [];
  const send = async (node: string, frames: Uint8Array[]) => {
    if (inFlight.length >= inFlightMax) await inFlight.shift();
    const storing = store(log, node, frames, signal);
    // Its failure is met where it is waited for, perhaps later.
    storing.catch(() => undefined);
    inFlight.push(storing);
  };
  try {
    for (let tick = 0; tick < ticks; tick += 1) {
      signal.throwIfAborted();
      for (const { node, bytes } of load.next()) {
        const frames = waiting.get(node) ?? [];
        waiting.set(node, frames);
        frames.push(bytes);
        if (frames.length >= eventsPerMessage) await send(node, frames.splice(0));
      }
      if (tick % 1_000 === 0) tell(`published ${Math.round((100 * tick) / ticks)} %`);
    }
    for (const [node, frames] of waiting) if (frames.length > 0) await send(node, frames);
    await Promise.all(inFlight);
  } finally {
    await connection.close();
  }
}

/** A full stream refuses until what is stored was purged from it: tried again, as a collector does. */
async function store(
  log: JetStreamClient,
  node: string,
  frames: readonly Uint8Array[],
  signal: AbortSignal,
): Promise<void> {
  const subject = telemetrySubject({ workspace: "default", node, lane: "backlog", family: "host" });
  for (;;) {
    signal.throwIfAborted();
    try {
      await log.publish(subject, encodeFrames(frames));
      return;
    } catch (error) {
      if (!/maximum bytes/.test(String(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}

async function untilStored(
  product: Product,
  events: number,
  { signal, tell }: { signal: AbortSignal; tell(text: string): void },
) {
  const history = benchHistory(product);
  try {
    let stored = 0;
    await waitFor(
      async () => {
        signal.throwIfAborted();
        stored = (await totalsOf(history, 0)).events;
        return stored >= events;
      },
      1_800_000,
      () => `${stored} of ${events} events are stored`,
    );
    tell("all events are stored; waiting until every hour is closed");
    await waitFor(
      async () => {
        signal.throwIfAborted();
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        const position = { committedSeq: Number.MAX_SAFE_INTEGER, receivedUpToMs: Date.now() };
        const hours = await hoursToClose(history, position, { graceMs: 300_000, nowMs: Date.now() });
        return hours.length === 0 && (await daysToClose(history, Date.now())).length === 0;
      },
      3_600_000,
      () => "not every hour is closed",
    );
  } finally {
    await history.close();
  }
}

/** The history of a product, as its services use it. */
export function benchHistory({ ports, dataDir }: Pick<Product, "ports" | "dataDir">): History {
  return connectHistory({
    url: `http://127.0.0.1:${ports.clickhouseHttp}`,
    database: "statwire",
    username: "statwire",
    password: readFileSync(join(dataDir, "secrets/clickhouse-password"), "utf8").trim(),
  });
}

export interface Totals {
  events: number;
  rows: number;
  /** Values in closed hours. */
  closedValues: number;
  /** Over every reading of the network, which has counters and rates. */
  checksum: string;
}

/** What the history holds of the load's nodes; of closed hours those before a time, which are closed for good. */
export async function totalsOf({ client }: History, closedBeforeMs: number): Promise<Totals> {
  const before = Math.floor(closedBeforeMs / hourMs) * 3_600;
  const result = await client.query({ query: TOTALS, query_params: { before }, format: "JSONEachRow" });
  const [row] = await result.json<Totals>();
  if (row === undefined) throw new Error("no totals");
  return row;
}

const TOTALS = `
  SELECT
      (SELECT toUInt64(count()) FROM host_events WHERE startsWith(node, 'load-')) AS events,
      (SELECT toUInt64(count()) FROM host_network WHERE startsWith(node, 'load-')) AS rows,
      (SELECT toUInt64(sum(n)) FROM metric_1h FINAL
       WHERE startsWith(node, 'load-') AND hour < toDateTime({before:UInt32}, 'UTC')) AS closedValues,
      (SELECT toString(sum(cityHash64(*))) FROM host_network WHERE startsWith(node, 'load-')) AS checksum`;
