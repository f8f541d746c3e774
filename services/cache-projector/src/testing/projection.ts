import { randomUUID } from "node:crypto";
import type { EventLog } from "@statwire/event-log";
import { createLogger, type Logger } from "@statwire/runtime";
import type { SnapshotStore } from "@statwire/snapshot-store";
import { Registry } from "prom-client";
import { Complaints } from "../complaints.js";
import { createMetrics } from "../metrics.js";
import { type Projector, startProjector } from "../project.js";
import { nodeStates, type Projection } from "../projection.js";

export const silentLog: Logger = createLogger({ service: "test", level: "silent" });

export const streamLimits = {
  telemetry: { bytesMax: 1024 ** 3, ageMaxMs: 3_600_000 },
  logs: { bytesMax: 1024 ** 3, ageMaxMs: 3_600_000 },
  deadLetters: { bytesMax: 1024 ** 2, ageMaxMs: 3_600_000 },
  integrity: { bytesMax: 1024 ** 2, ageMaxMs: 3_600_000 },
  replicas: 1,
};

export interface TestProjection {
  projector: Projector;
  /** One metric as text lines. */
  metric(name: string): Promise<string>;
  stop(): Promise<void>;
}

/** The projector of one stream within the test's own process. */
export function startTestProjection(
  eventLog: EventLog,
  store: SnapshotStore,
  projection: Projection = nodeStates,
): TestProjection {
  const registry = new Registry();
  const stopping = new AbortController();
  const projector = startProjector(
    {
      eventLog,
      store,
      log: silentLog,
      metrics: createMetrics(registry)(projection.stream),
      complaints: new Complaints(),
      now: Date.now,
      newToken: randomUUID,
    },
    projection,
    stopping.signal,
  );
  return {
    projector,
    metric: (name) => registry.getSingleMetricAsString(name),
    async stop() {
      stopping.abort();
      await projector.stopped;
    },
  };
}
