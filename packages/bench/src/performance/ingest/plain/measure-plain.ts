import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { cpuSecondsOf } from "../../../load/cpu-seconds.js";
import { untilMerged } from "../history-of-product.js";
import type { Pipeline } from "../pipeline.js";
import { between, type ProcessorTime } from "../processor-time.js";
import type { PlainTask } from "./plain-ingester.js";

const main = fileURLToPath(new URL("plain-ingester.js", import.meta.url));
const database = "bench_plain";
const table = "samples";
const withinMs = 300_000;

const CREATE = `
  CREATE TABLE IF NOT EXISTS ${database}.${table}
  (
      time DateTime64(3, 'UTC'),
      workspace LowCardinality(String),
      node LowCardinality(String),
      metric LowCardinality(String),
      attribute LowCardinality(String),
      value Float64
  )
  ENGINE = MergeTree
  PARTITION BY toDate(time) ORDER BY (workspace, metric, node, attribute, time)`;

/**
 * Has messages of the log ingested by the baseline and waits until its merges are over; its start does not count.
 * @throws when it did not store `samples` rows
 */
export async function measurePlain(
  pipeline: Pipeline,
  { firstSequence, messages, samples }: { firstSequence: number; messages: number; samples: number },
  signal: AbortSignal,
): Promise<ProcessorTime> {
  const { product, log, history } = pipeline;
  await history.client.command({ query: `CREATE DATABASE IF NOT EXISTS ${database}` });
  await history.client.command({ query: CREATE });
  const nats = { url: product.natsUrl, credentialsFile: log.credentialsFile };
  const options = { ...history.options, database };
  const task: PlainTask = { nats, history: options, table, firstSequence, messages };
  const child = fork(main, [JSON.stringify(task)], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  try {
    await answer(child, signal);
    const before = { ...pipeline.time(), ingester: cpuSecondsOf(child.pid ?? 0) };
    child.send("begin");
    const inserted = await answer(child, signal);
    // Before it is gone; what it does after its answer is to end.
    const ingester = cpuSecondsOf(child.pid ?? 0);
    if (inserted !== samples) throw new Error(`the plain ingester has stored ${inserted} of ${samples} samples`);
    await untilMerged(history, signal);
    return between(before, { ...pipeline.time(), ingester });
  } finally {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    }
  }
}

/** What the process says next. @throws when it ends instead, or says nothing in time */
async function answer(child: ChildProcess, signal: AbortSignal): Promise<unknown> {
  const done = new AbortController();
  const until = { signal: AbortSignal.any([signal, done.signal, AbortSignal.timeout(withinMs)]) };
  const ended = once(child, "exit", until).then(([code]) => {
    throw new Error(`the plain ingester ended with ${code}`);
  });
  try {
    const [said] = await Promise.race([once(child, "message", until), ended]);
    return said;
  } finally {
    done.abort();
    ended.catch(() => undefined);
  }
}
