import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { openHold } from "@statwire/event-log";
import { waitFor } from "@statwire/running-product";
import type { Workload } from "../load/workload.js";
import type { Fault, PointName } from "../plan.js";
import { isReady, pidOf, signal } from "./processes.js";

/** So long a point is waited for; two starts of the ingester may be needed for the second of two. */
const pointMs = { only: 12_000, second: 40_000 };
const holdForMs = 4_000;
/** Until it is ready it comes to the points of a start alone. */
const readyMs = 30_000;

/** What brings the ingester to a point that it does not come to by itself. Scenarios add theirs to `Workload.provocations`. */
const provocations: Partial<Record<PointName, (workload: Workload) => unknown>> = {
  // What a predecessor inserted is in doubt when the store was started since.
  "settle an insert": (workload) => signal(pidOf(workload, "clickhouse"), "SIGKILL"),
  "give the stream back": (workload) => signal(pidOf(workload, "ingester"), "SIGTERM"),
  "record a hold": ({ log }) => {
    const nowMs = Date.now();
    return openHold(log, "TELEMETRY", `faults-${nowMs}`).place(nowMs + holdForMs, nowMs);
  },
};

/**
 * Arms a point and waits until the ingester has ended there, and before that where it has to for its successor to come
 * there. A point that it does not come to is a kill like others.
 * @returns where it ended, and the process that did so last
 */
export async function killAtPoint(
  workload: Workload,
  { victim, point, orders }: Fault & { kind: "kill-at" },
): Promise<{ diedAt: string[]; killed: number | undefined }> {
  const { faultFile } = workload;
  await waitFor(() => isReady(workload, victim), readyMs).catch(() => undefined);
  // Until the file is found shorter, this is whom it is for.
  let pid = pidOf(workload, victim);
  const left = () => linesOf(faultFile);
  const passed = async (count: number, withinMs: number) => {
    const isPassed = () => {
      if (left() <= orders.length - count) return true;
      pid = pidOf(workload, victim) ?? pid;
      return false;
    };
    await waitFor(isPassed, withinMs).catch(() => undefined);
    return isPassed();
  };
  const provoke = provocations[point] ?? workload.provocations.get(point);
  writeFileSync(faultFile, orders.join("\n"));
  if (orders.length > 1) await passed(1, pointMs.only);
  if (orders.length === 1 || left() === 1) await Promise.resolve(provoke?.(workload)).catch(() => undefined);
  await passed(orders.length, orders.length > 1 ? pointMs.second : pointMs.only);
  const diedAt = orders.slice(0, orders.length - left()).map((order) => order.replace(/ \d+$/, ""));
  rmSync(faultFile, { force: true });
  if (diedAt.length < orders.length) {
    pid = pidOf(workload, victim) ?? pid;
    signal(pid, "SIGKILL");
  }
  return { diedAt, killed: pid };
}

/** Orders that a file still has; none when it is gone. */
function linesOf(file: string): number {
  try {
    return readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line !== "").length;
  } catch {
    return 0;
  }
}
