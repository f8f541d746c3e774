import { rmSync, writeFileSync } from "node:fs";
import { waitFor } from "@statwire/running-product";
import { sleep } from "@statwire/runtime";
import type { Workload } from "../load/workload.js";
import type { Fault, Victim } from "../plan.js";
import { answers, pidOf, signal } from "./processes.js";

/** What became of a fault. */
export interface Inflicted {
  fault: Fault;
  /** Until the victim answered again; undefined when it has not within the limit. */
  backSeconds: number | undefined;
  /** The ingester has killed itself at the point that it was told. */
  atPoint: boolean;
}

/** A whole product is started again meanwhile, on a busy machine. */
const backMs = 180_000;
const pointMs = 12_000;

/** Inflicts one fault on a victim that runs, and waits until it is over. */
export async function inflict(workload: Workload, fault: Fault): Promise<Inflicted> {
  const result = { fault, atPoint: false };
  switch (fault.kind) {
    case "kill":
      return { ...result, backSeconds: await kill(workload, fault.victim) };
    case "kill-at":
      return killAtPoint(workload, fault);
    case "stop": {
      const pid = pidOf(workload, fault.victim);
      signal(pid, "SIGSTOP");
      await sleep(fault.forMs);
      signal(pid, "SIGCONT");
      return { ...result, backSeconds: await untilBack(workload, fault.victim, Date.now()) };
    }
    case "cut":
      workload.network.cut();
      await sleep(fault.forMs);
      workload.network.heal();
      return { ...result, backSeconds: 0 };
    case "slow":
      workload.network.slowDown(fault);
      await sleep(fault.forMs);
      workload.network.heal();
      return { ...result, backSeconds: 0 };
  }
}

async function kill(workload: Workload, victim: Victim): Promise<number | undefined> {
  const pid = pidOf(workload, victim);
  const atMs = Date.now();
  signal(pid, "SIGKILL");
  return untilBack(workload, victim, atMs, pid);
}

/** Arms the point and waits until the ingester has passed it; a point that it does not come to is a kill like others. */
async function killAtPoint(workload: Workload, fault: Fault & { kind: "kill-at" }): Promise<Inflicted> {
  const pid = pidOf(workload, fault.victim);
  writeFileSync(workload.faultFile, fault.order);
  const gone = () => pidOf(workload, fault.victim) !== pid;
  await waitFor(gone, pointMs).catch(() => undefined);
  const atPoint = gone();
  rmSync(workload.faultFile, { force: true });
  const atMs = Date.now();
  if (!atPoint) signal(pid, "SIGKILL");
  return { fault, atPoint, backSeconds: await untilBack(workload, fault.victim, atMs, pid) };
}

/** Seconds until another process than `killed` answers. */
async function untilBack(
  workload: Workload,
  victim: Victim,
  sinceMs: number,
  killed?: number,
): Promise<number | undefined> {
  const isBack = async () => pidOf(workload, victim) !== killed && (await answers(workload, victim));
  try {
    await waitFor(isBack, backMs);
    return (Date.now() - sinceMs) / 1000;
  } catch {
    return undefined;
  }
}
