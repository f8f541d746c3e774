import { randomBytes } from "node:crypto";
import { loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { type ControlPlane, createSealer, newDocumentId, openControlPlane } from "@statwire/control-plane";
import { connectEventLog, type EventLog, ensureStreams } from "@statwire/event-log";
import { startProduct } from "@statwire/running-product";
import { createLogger } from "@statwire/runtime";
import { fillConfiguration } from "./fill-configuration.js";

const usage = `usage: npm run bench -- control-plane [--documents N] [--changes N] [--json]

Starts the servers with a temporary data folder, writes documents of every kind into the bucket "config", and measures how
long a replica takes to read them at its start, what they take of its memory, and how long a change takes.

  --documents N  how many [100000]
  --changes N    how many changes are timed [500]
  --json         as JSON`;

const mebibyte = 1024 ** 2;

/** Times in milliseconds. */
interface Report {
  documents: number;
  /** Of three replicas, one after the other. */
  coldStartMs: number[];
  /** Of the processor, in the same starts: what a machine without other work takes. */
  coldStartCpuMs: number[];
  heapMebibytes: number;
  /** From the call to its answer, when it is read where it was made. */
  changeMs: Percentiles;
  /** Until another replica knows it. */
  elsewhereMs: Percentiles;
  loadAverages: number[];
}

interface Percentiles {
  p50: number;
  p99: number;
}

/** Measures the control plane with many documents. */
export async function measureControlPlane(words: readonly string[], signal: AbortSignal): Promise<number> {
  if (words.includes("--help")) {
    console.log(usage);
    return 0;
  }
  const { values } = parseArgs({
    args: [...words],
    options: {
      documents: { type: "string", default: "100000" },
      changes: { type: "string", default: "500" },
      json: { type: "boolean", default: false },
    },
  });
  const product = await startProduct({ serversOnly: true });
  try {
    const log = createLogger({ service: "bench", level: "warn" });
    const connect = (name: string) =>
      connectEventLog({
        url: `nats://127.0.0.1:${product.ports.nats}`,
        credentialsFile: join(product.dataDir, `nats/credentials/${name}.creds`),
        name,
        log,
        signal,
      });
    const [ingester, api] = [await connect("ingester"), await connect("api")];
    const limit = { bytesMax: 16 * mebibyte, ageMaxMs: 3_600_000 };
    await ensureStreams(ingester, { telemetry: limit, logs: limit, deadLetters: limit, integrity: limit, replicas: 1 });
    console.error("writing documents …");
    const documents = await fillConfiguration(api, Number(values.documents), Date.now());
    console.error("measuring …");
    const done = new AbortController();
    const report = await measure(api, documents, Number(values.changes), AbortSignal.any([signal, done.signal]));
    done.abort(new Error("measured"));
    console.log(values.json ? JSON.stringify(report) : toText(report));
    await Promise.all([ingester.close(), api.close()]);
    return 0;
  } finally {
    await product.discard();
  }
}

async function measure(log: EventLog, documents: number, changes: number, signal: AbortSignal): Promise<Report> {
  const coldStartMs: number[] = [];
  const coldStartCpuMs: number[] = [];
  const before = heapBytes();
  let heap = 0;
  const replicas: ControlPlane[] = [];
  for (let start = 0; start < 3; start += 1) {
    const startedAt = performance.now();
    const usageBefore = process.cpuUsage();
    replicas.push(await open(log, signal));
    const { user, system } = process.cpuUsage(usageBefore);
    coldStartMs.push(Math.round(performance.now() - startedAt));
    coldStartCpuMs.push(Math.round((user + system) / 1_000));
    if (start === 0) heap = heapBytes() - before;
  }
  const [one, other] = replicas;
  if (one === undefined || other === undefined) throw new Error("no replicas");
  const times = await timeChanges(one, other, changes);
  return {
    documents,
    coldStartMs,
    coldStartCpuMs,
    heapMebibytes: Math.round(heap / mebibyte),
    ...times,
    loadAverages: loadavg().map((load) => Math.round(load * 10) / 10),
  };
}

function open(log: EventLog, signal: AbortSignal): Promise<ControlPlane> {
  const sealer = createSealer("a key for the measurement");
  const createId = () => newDocumentId(Date.now(), randomBytes(10));
  return openControlPlane({ log, sealer, createId, now: Date.now, signal });
}

async function timeChanges(
  one: ControlPlane,
  other: ControlPlane,
  changes: number,
): Promise<Pick<Report, "changeMs" | "elsewhereMs">> {
  const here: number[] = [];
  const there: number[] = [];
  const actor = { kind: "system", id: "bench", name: "bench" } as const;
  for (let number = 0; number < changes; number += 1) {
    const requestId = `bench ${number}`;
    const startedAt = performance.now();
    const heard = new Promise<void>((resolve) => {
      const end = other.onRevision((revision) => {
        if (revision.requestId !== requestId) return;
        end();
        resolve();
      });
    });
    const input = { name: `bench ${number}` };
    const command = { verb: "create", workspace: "bench", kind: "tag", input } as const;
    const changed = await one.change(command, { actor, requestId, atMs: Date.now() });
    if (!changed.ok) throw new Error(changed.message);
    here.push(performance.now() - startedAt);
    await heard;
    there.push(performance.now() - startedAt);
  }
  return { changeMs: percentiles(here), elsewhereMs: percentiles(there) };
}

function percentiles(times: number[]): Percentiles {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => Math.round((sorted[Math.floor((sorted.length - 1) * share)] ?? 0) * 10) / 10;
  return { p50: at(0.5), p99: at(0.99) };
}

/** What is in use after everything that is not was collected. */
function heapBytes(): number {
  setFlagsFromString("--expose_gc");
  const collect = runInNewContext("gc") as () => void;
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function toText({
  documents,
  coldStartMs,
  coldStartCpuMs,
  heapMebibytes,
  changeMs,
  elsewhereMs,
  loadAverages,
}: Report): string {
  return [
    `${documents} documents (load averages of the machine: ${loadAverages.join(", ")})`,
    `  cold start             ${coldStartMs.map((ms) => `${ms} ms`).join(", ")}`,
    `  of the processor       ${coldStartCpuMs.map((ms) => `${ms} ms`).join(", ")}`,
    `  memory of a replica    ${heapMebibytes} MiB of heap`,
    `  a change               p50 ${changeMs.p50} ms, p99 ${changeMs.p99} ms`,
    `  until known elsewhere  p50 ${elsewhereMs.p50} ms, p99 ${elsewhereMs.p99} ms`,
  ].join("\n");
}
