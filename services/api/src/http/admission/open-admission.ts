import type { RequestListener, Server } from "node:http";
import type { Logger } from "@statwire/runtime";
import type { Registry } from "prom-client";
import { Admission } from "./admission.js";
import { countDroppedConnections, exposeAdmission } from "./metrics.js";
import { createRefuser, type RefuserOptions } from "./refuser.js";
import type { AdmissionSettings } from "./settings.js";

interface AdmissionService {
  settings: AdmissionSettings & {
    DASHPAD_ALLOW_ORIGINS: readonly string[];
    LOG_TAILS_MAX: number;
    HISTORY_READS_MAX: number;
  };
  metrics: Registry;
  log: Logger;
}

const lookEveryMs = 10;

/** Puts admission in front of a listener, and tells of it at `/metrics`. `watch` tells of connections, too. */
export function openAdmission(
  { settings, metrics, log }: AdmissionService,
  handle: RequestListener,
  options: Omit<RefuserOptions, "dashPadIsOpen">,
): { listener: RequestListener; watch(servers: readonly Server[]): void } {
  const limits = {
    runningMax: settings.REQUESTS_RUNNING_MAX,
    waitingMax: settings.REQUESTS_WAITING_MAX,
    // Each log that is followed is a request that stays open, and they have a limit of their own.
    openMax: settings.REQUESTS_OPEN_MAX + settings.LOG_TAILS_MAX,
  };
  const refuse = createRefuser({ ...options, dashPadIsOpen: settings.DASHPAD_ALLOW_ORIGINS.includes("*") });
  const clock = { nowMs: () => performance.now(), idleShare: idleShares() };
  const historyReadsMax = settings.HISTORY_READS_MAX;
  const admission = new Admission({ limits, historyReadsMax, refuse, lookEveryMs, ...clock, log });
  exposeAdmission(metrics, () => admission.counts());
  return {
    listener: admission.inFrontOf(handle),
    watch: (servers) => countDroppedConnections(metrics, servers),
  };
}

/** Tells how much of the time the event loop waited for something to happen, since it was asked last. */
function idleShares(): () => number {
  let before = performance.eventLoopUtilization();
  return () => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, before);
    before = now;
    return 1 - utilization;
  };
}
