import { randomUUID } from "node:crypto";
import { connectEventLog, eventLogSettings } from "@statwire/event-log";
import { requireSafeServers, retryForever, runService } from "@statwire/runtime";
import { connectSnapshotStore, snapshotSettings, unsafeRedisSettings } from "@statwire/snapshot-store";
import { Complaints } from "./complaints.js";
import { createMetrics } from "./metrics.js";
import { startProjector } from "./project.js";
import { lastLines, nodeStates } from "./projection.js";
import { keepHeapSmall } from "./small-heap.js";

const name = "cache-projector";

/** A whole batch and a busy Redis, not a reader's patience. */
const commandTimeoutMs = 5_000;

keepHeapSmall();
await runService({
  name,
  purpose: "Folds live events and lines of logs into the snapshot store.",
  opsPortOffset: 4,
  shape: { ...eventLogSettings, ...snapshotSettings },
  async start({ settings, log, metrics, signal, onStop, addReadiness, addDegradation, fail }) {
    const store = connectSnapshotStore({
      url: settings.REDIS_URL,
      keyPrefix: settings.REDIS_KEY_PREFIX,
      name,
      commandTimeoutMs,
      onError: (error) => log.debug({ err: error }, "snapshot store disconnected"),
    });
    onStop("snapshot store", () => store.close());
    addReadiness("snapshot store", () => store.problem());
    const looking = retryForever(() => store.connected(signal).then(() => unsafeRedisSettings(store)), {
      signal,
      onFailure: (error) => log.debug({ err: error }, "settings of Redis not seen yet"),
    });
    looking
      .then((problems) => {
        if (problems === undefined) log.warn("settings of Redis cannot be seen: its policy has to be noeviction");
        requireSafeServers({ redis: problems ?? [] }, settings, log);
      })
      .catch((error: unknown) => signal.aborted || fail(error));

    const eventLog = await connectEventLog({
      url: settings.NATS_URL,
      credentialsFile: settings.NATS_CREDS_FILE,
      name,
      log,
      signal,
    });
    onStop("event log", () => eventLog.close());
    addReadiness("event log", () => eventLog.status());

    const metricsOf = createMetrics(metrics);
    for (const [what, histories, projection] of [
      ["snapshots", "short histories", nodeStates],
      ["last lines", "logs", lastLines],
    ] as const) {
      const common = { store, eventLog, log, complaints: new Complaints(), now: Date.now, newToken: randomUUID };
      const projector = startProjector({ ...common, metrics: metricsOf(projection.stream) }, projection, signal);
      onStop(what, () => projector.stopped);
      projector.stopped.catch(fail);
      addReadiness(what, () => projector.problem());
      addDegradation(histories, () => projector.progress());
    }
  },
});
