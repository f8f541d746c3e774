import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { startSecondNode } from "@statwire/running-product";
import { sleep } from "@statwire/runtime";
import { signal } from "../inflict/processes.js";
import type { Workload } from "../load/workload.js";
import { wholeBetween } from "../random.js";
import { steppedClock } from "./fake-time.js";
import type { Disturbance, ScenarioDeps } from "./scenario.js";

const node = "stepped-1";
const stepMs = 4_000;
/** Seconds that a step may put the clock off: a correction, what is believed just so, and what is not any more. */
const ranges = [
  [-2, 2],
  [-280, 280],
  [-90_000, -300],
  [310, 90_000],
] as const;

/** A node whose clock is set again and again while it reads: order and numbers must not depend on it. */
export async function beginClockSteps(
  { product, network, acknowledged }: Workload,
  deps: ScenarioDeps,
): Promise<Disturbance> {
  const file = join(product.dataDir, "stepped-clock");
  writeFileSync(file, "+0");
  const env = { ...steppedClock(file), ...acknowledged.settingsOf(node) };
  const options = { node, natsPort: network.ports, settings: { base_interval_ms: 250 }, env };
  const stepped = await startSecondNode(product, options);
  const stopping = new AbortController();
  const steps = new Set<number>();
  const going = (async () => {
    while (!stopping.signal.aborted) {
      await sleep(stepMs, stopping.signal);
      const [least, most] = ranges[wholeBetween(deps.random, 0, ranges.length - 1)] ?? [0, 0];
      const seconds = wholeBetween(deps.random, least, most);
      steps.add(seconds);
      writeFileSync(file, seconds < 0 ? String(seconds) : `+${seconds}`);
    }
  })();
  return {
    hold: async () => signal(stepped.pid, "SIGSTOP"),
    letGo: () => signal(stepped.pid, "SIGCONT"),
    outcome: () => ({
      incomplete: new Map(),
      nodes: [node],
      findings: steps.size === 0 ? ["the clock was never set"] : [],
      notes: [`${steps.size} steps of the clock, by ${Math.min(...steps)} to ${Math.max(...steps)} s`],
    }),
    async end() {
      stopping.abort();
      await going;
      signal(stepped.pid, "SIGCONT");
      await stepped.stop();
    },
  };
}
