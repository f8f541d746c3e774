import { waitFor } from "@statwire/running-product";
import { sleep } from "@statwire/runtime";
import type { Workload } from "../load/workload.js";
import type { Fault, Victim } from "../plan.js";
import { killAtPoint } from "./kill-at-point.js";
import { answers, pidOf, signal } from "./processes.js";

/** What became of a fault. */
export interface Inflicted {
  fault: Fault;
  /** Until the victim answered again; undefined when it has not within the limit. */
  backSeconds: number | undefined;
  /** Points (`before insert`) at which the ingester has killed itself as it was told. */
  diedAt: readonly string[];
}

/** A whole product is started again meanwhile, on a busy machine. */
const backMs = 180_000;

/** Inflicts one fault on a victim that runs, and waits until it is over. */
export async function inflict(workload: Workload, fault: Fault): Promise<Inflicted> {
  const result = { fault, diedAt: [] };
  switch (fault.kind) {
    case "kill":
      return { ...result, backSeconds: await kill(workload, fault.victim) };
    case "kill-at": {
      const { diedAt, killed } = await killAtPoint(workload, fault);
      return { fault, diedAt, backSeconds: await untilBack(workload, fault.victim, Date.now(), killed) };
    }
    case "stop": {
      const pid = pidOf(workload, fault.victim);
      signal(pid, "SIGSTOP");
      await sleep(fault.forMs);
      signal(pid, "SIGCONT");
      return { ...result, backSeconds: await untilBack(workload, fault.victim, Date.now()) };
    }
    case "cut":
      workload.links[fault.link].cut();
      await sleep(fault.forMs);
      workload.links[fault.link].heal();
      return { ...result, backSeconds: 0 };
    case "slow":
      workload.links[fault.link].slowDown(fault);
      await sleep(fault.forMs);
      workload.links[fault.link].heal();
      return { ...result, backSeconds: 0 };
  }
}

async function kill(workload: Workload, victim: Victim): Promise<number | undefined> {
  const pid = pidOf(workload, victim);
  const atMs = Date.now();
  signal(pid, "SIGKILL");
  return untilBack(workload, victim, atMs, pid);
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
