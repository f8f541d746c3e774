import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { SettingsError } from "@statwire/runtime";

/**
 * Where a process may end: the awaits from a batch to its commit, those of a start and of an end, and those of what else
 * changes the record or the rollups. Around `next batch` nothing is written: what it holds was not recorded yet.
 */
export const faultPoints = [
  "next batch",
  "open a cut",
  "insert",
  "look when the store was started",
  "settle an insert",
  "look for refused writes",
  "set broken parts aside",
  "set a dead letter aside",
  "withdraw a forged message",
  "split a cut",
  "read a message again",
  "commit",
  "take over",
  "read an open cut again",
  "finish an open cut",
  "start over",
  "beat",
  "record a hold",
  "give the stream back",
  "close",
] as const;

export type FaultPoint = (typeof faultPoints)[number];

/** Runs an act, and may end the process right before or right after it. */
export type AroundFaultPoint = <Result>(point: FaultPoint, act: () => Promise<Result>) => Promise<Result>;

/**
 * Fault points that an outside program arms by writing `before insert 3` or `after commit 1` into a file: at the third
 * (first, …) pass from then on the process kills itself as `kill -9` would. The line is removed first, so that the
 * next process lives, or ends where the next line says. Without a file there are none.
 * @throws SettingsError with MODE=prod: nobody's file ends a process there.
 */
export function openFaultPoints(
  { MODE, file }: { MODE: "prod" | "dev"; file: string | undefined },
  killOurselves: () => void = () => process.kill(process.pid, "SIGKILL"),
): AroundFaultPoint {
  if (file === undefined) return (_point, act) => act();
  if (MODE === "prod") throw new SettingsError(["INGEST_FAULTS_FROM: is for MODE=dev only"]);
  const counter = new PassCounter();
  const pass = (name: string) => {
    const [order = "", ...later] = read(file).split("\n");
    if (!counter.isDue(name, order)) return;
    if (later.length === 0) rmSync(file, { force: true });
    else writeFileSync(file, later.join("\n"));
    killOurselves();
  };
  return async (point, act) => {
    pass(`before ${point}`);
    const result = await act();
    pass(`after ${point}`);
    return result;
  };
}

/** Counts the passes of the point that an order names. */
export class PassCounter {
  #order = "";
  #passes = 0;

  /** Whether this pass of a point is the one of the order, a text such as `before insert 3`. */
  isDue(name: string, order: string): boolean {
    if (order !== this.#order) {
      this.#order = order;
      this.#passes = 0;
    }
    const [, ordered, count] = /^(.+) (\d{1,6})$/.exec(order) ?? [];
    if (ordered !== name) return false;
    this.#passes += 1;
    return this.#passes === Number(count);
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return ""; // not armed
  }
}
