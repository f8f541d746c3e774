import { randomUUID } from "node:crypto";
import { startPrivateNats } from "@statwire/embedded-stack/testing";
import { connectEventLog, ensureStreams } from "@statwire/event-log";
import { createLogger } from "@statwire/runtime";
import { expect, it, onTestFinished } from "vitest";
import { until } from "../testing/replicas.js";
import { openControlPlane } from "./open.js";
import { createSealer } from "./sealer.js";

const limit = { bytesMax: 1024 ** 2, ageMaxMs: 3_600_000 };
/** What the server may be silent for while all is well, and some time of ours; less than two heartbeats. */
const heartbeatMs = 3_500;

it("the silence of the log counts from when it was last heard of, before anybody notices that it is gone", async () => {
  const nats = await startPrivateNats();
  const { url, credentialsFile, process: server } = nats.server;
  const logger = createLogger({ service: "test", level: "silent" });
  const connectAs = (name: "ingester" | "api") =>
    connectEventLog({ url, credentialsFile: credentialsFile(name), name, log: logger });
  const [owner, log] = await Promise.all([connectAs("ingester"), connectAs("api")]);
  const stopped = new AbortController();
  onTestFinished(async () => {
    server.kill("SIGCONT");
    stopped.abort(new Error("the test is over"));
    await Promise.all([owner.close(), log.close()]);
    await nats.discard();
  });
  await ensureStreams(owner, { telemetry: limit, logs: limit, deadLetters: limit, integrity: limit, replicas: 1 });
  const control = await openControlPlane({
    ...{ log, sealer: createSealer("a key for tests"), createId: randomUUID, now: Date.now, signal: stopped.signal },
  });
  const startedAtMs = performance.now();
  let longestMs = 0;
  await until(() => {
    longestMs = Math.max(longestMs, control.silentMs());
    return performance.now() - startedAtMs > 4_500;
  });
  expect(longestMs).toBeLessThan(heartbeatMs);

  server.kill("SIGSTOP");
  const cutAtMs = performance.now();
  let leastMs = Number.POSITIVE_INFINITY;
  await until(() => {
    const sinceMs = performance.now() - cutAtMs;
    leastMs = Math.min(leastMs, control.silentMs() - sinceMs);
    return sinceMs > 4_500;
  });
  // What was on its way still counts, and what this process had not come to.
  expect(leastMs).toBeGreaterThan(-1_000);

  server.kill("SIGCONT");
  await until(() => control.silentMs() < heartbeatMs);
}, 60_000);
