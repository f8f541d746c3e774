import { setFlagsFromString } from "node:v8";

/**
 * Settings of the engine for a process that works a few milliseconds a second. To be called before anything else is loaded: what is
 * loaded makes half of the memory.
 *
 * - Nothing is compiled by the optimizing compiler: it would cost memory and time, and code that runs once a second never pays it back.
 * - The young generation stays as small as it begins, and the old one is collected when it has grown by a third: by themselves they
 *   are made for throughput, and keep what a start leaves behind for minutes.
 *
 * Measured with everything of the collector loaded (Node.js 20, resident memory): 88 MB without, 72 with the first two,
 * 69 with all three.
 */
export function keepProcessSmall(): void {
  for (const flag of ["--no-opt", "--semi-space-growth-factor=1", "--heap-growing-percent=33"])
    setFlagsFromString(flag);
}
