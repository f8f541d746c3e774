import { randomUUID } from "node:crypto";
import { setMaxListeners } from "node:events";
import { createTestBus } from "@statwire/embedded-stack/testing";
import { connectEventLog, type EventLog, ensureStreams } from "@statwire/event-log";
import { createLogger } from "@statwire/runtime";
import type { ControlPlane } from "../store/control-plane.js";
import { openControlPlane } from "../store/open.js";
import { createSealer } from "../store/sealer.js";
import type { WriteDeps } from "../store/write-change.js";

const limit = { bytesMax: 1024 ** 2, ageMaxMs: 3_600_000 };

/** A log of one's own, and several who have the configuration of it open. */
export interface Replicas {
  log: EventLog;
  open(afterWrite?: WriteDeps["afterWrite"], now?: () => number): Promise<ControlPlane>;
  close(): Promise<void>;
}

export async function createReplicas(): Promise<Replicas> {
  const bus = await createTestBus();
  const log = await connectEventLog({
    ...bus,
    name: "test",
    log: createLogger({ service: "test", level: "silent" }),
  });
  await ensureStreams(log, { telemetry: limit, logs: limit, deadLetters: limit, integrity: limit, replicas: 1 });
  const stopped = new AbortController();
  // Every replica listens.
  setMaxListeners(0, stopped.signal);
  return {
    log,
    open: (afterWrite, now = Date.now) =>
      openControlPlane({
        log,
        sealer: createSealer("a key for tests"),
        createId: randomUUID,
        now,
        signal: stopped.signal,
        ...(afterWrite === undefined ? {} : { afterWrite }),
      }),
    async close() {
      stopped.abort(new Error("the test is over"));
      await log.close();
      await bus.close();
    },
  };
}

/** Waits until something holds. @throws when it does not within twenty seconds. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (const beganMs = performance.now(); !(await condition()); ) {
    if (performance.now() - beganMs > 20_000) throw new Error("waited in vain");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
