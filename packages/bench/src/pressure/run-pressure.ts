import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { keptBusKeys, userCredentials } from "@statwire/credentials";
import { connectEventLog, type EventLog } from "@statwire/event-log";
import { type Product, startProduct } from "@statwire/running-product";
import { createLogger, sleep } from "@statwire/runtime";
import { toPhaseFigures, toRecovery } from "./figures.js";
import { Fleet } from "./fleet.js";
import { observe, pidOf, type Sample } from "./observer.js";
import type { PressureOptions } from "./options.js";
import { countDropped, countedNodes, countRows, countStored, lagAsTold, projectorState } from "./outcome.js";
import type { PressureReport } from "./report.js";

const normal = { nodes: 1_000, perSecond: 100 };
const burst = { factor: 100, seconds: 10 };
/** Of the phases beside the outage; all of them are shorter when that takes less than a minute. */
const normalSeconds = 45;
const afterSeconds = 30;
const crowdSeconds = 60;
const sampleMs = 1_000;
/** The run ends when everything is stored, or by then: what is not there counts as lost. A busy machine is slow, not wrong. */
const settleWithinSeconds = 600;
const settleLookMs = 2_000;
const projectorWithinSeconds = 180;

/** Runs the four phases against a product of its own, in a temporary folder. @throws when it cannot be started. */
export async function runPressure(
  options: PressureOptions,
  { tell, signal }: { tell(text: string): void; signal: AbortSignal },
): Promise<PressureReport> {
  tell("starting the product …");
  const product = await startProduct();
  const undo: (() => unknown)[] = [() => product.discard()];
  try {
    const log = await connectAsFleet(product);
    undo.push(() => log.close());
    const fleet = new Fleet(log, Date.now());
    undo.push(() => fleet.stop());
    const watch = new Watch(product, tell, () => fleet.counts.sampled);
    undo.push(() => watch.stop());
    return await runPhases({ product, fleet, watch, tell, signal }, options);
  } finally {
    for (const act of undo.reverse()) await act();
  }
}

interface Running {
  product: Product;
  fleet: Fleet;
  watch: Watch;
  tell(text: string): void;
  signal: AbortSignal;
}

async function runPhases({ product, fleet, watch, tell, signal }: Running, options: PressureOptions) {
  const wait = async (seconds: number) => {
    await sleep(seconds * 1000, signal);
    signal.throwIfAborted();
  };
  const share = Math.min(1, options.minutes);
  watch.begin("normal load");
  fleet.load(normal.nodes, normal.perSecond);
  await wait(normalSeconds * share);
  const normalLag = await lagAsTold(product);

  watch.begin(`history stopped ${options.minutes} min, twice the load`);
  const clickhouse = pidOf(product, "clickhouse");
  fleet.load(normal.nodes, normal.perSecond * 2);
  process.kill(clickhouse, "SIGSTOP");
  let outageLag: Awaited<ReturnType<typeof lagAsTold>>;
  try {
    await wait(options.minutes * 60 * 0.9);
    outageLag = await lagAsTold(product);
    await wait(Math.max(0, options.minutes * 60 * 0.1 - 6));
  } finally {
    process.kill(clickhouse, "SIGCONT");
  }
  const continuedAtMs = Date.now();
  watch.begin("after it, twice the load");
  await wait(afterSeconds * share);

  watch.begin(`burst of ${burst.factor} times for ${burst.seconds} s`);
  fleet.load(normal.nodes, normal.perSecond * burst.factor);
  await wait(burst.seconds);
  fleet.load(normal.nodes, normal.perSecond);
  const burstOverMs = Date.now();
  await wait(afterSeconds * share);

  watch.begin(`${options.nodes} nodes at once`);
  fleet.load(options.nodes, options.nodes / 10);
  fleet.allAtOnce();
  await wait(crowdSeconds * share);
  const found = await countedNodes(product);
  const projector = await restartProjector(product, { watch, signal });

  watch.begin("end");
  fleet.rest();
  tell("waiting until everything is stored …");
  const settling = await settle(product, fleet, signal);
  tell(
    settling.isComplete ? "everything is stored" : `not everything is stored after ${settling.seconds.toFixed(0)} s`,
  );
  const { samples } = watch;
  const phases = watch.phases.map(({ name, samples }) => toPhaseFigures(name, samples));
  // In case the history does not answer now: nobody wants to run it all again.
  tell(JSON.stringify(phases));
  const stored = await countStored(product);
  const report: PressureReport = {
    phases,
    recovery: toRecovery(continuedAtMs, samples),
    burstRecovery: toRecovery(burstOverMs, samples),
    lagCommand: {
      normalSeconds: normalLag.seconds,
      outageSeconds: outageLag.seconds,
      outageMessages: outageLag.messages,
    },
    nodes: { asked: options.nodes, inHistory: stored.nodes, ...found },
    projector,
    events: {
      sent: fleet.counts.stored,
      stored: stored.different,
      lost: fleet.counts.stored + fleet.counts.waiting - stored.different,
      doubled: stored.rows - stored.different,
      refused: fleet.counts.refused,
      unknown: fleet.counts.unknown,
    },
    settling,
    dropped: await countDropped(product),
  };
  return report;
}

/** Kills the projector and waits until it has every latest state again, and every short history, as far as it says so. */
async function restartProjector(product: Product, { watch, signal }: Pick<Running, "watch" | "signal">) {
  watch.begin("projector killed");
  const killed = pidOf(product, "cache-projector");
  process.kill(killed, "SIGKILL");
  const startedAtMs = Date.now();
  const deadlineMs = startedAtMs + projectorWithinSeconds * 1000;
  let latestSeconds: number | undefined;
  while (Date.now() < deadlineMs && !signal.aborted) {
    await sleep(200, signal);
    const { isReady, isWhole } = await projectorState(product);
    if (isReady) latestSeconds ??= (Date.now() - startedAtMs) / 1000;
    if (isWhole) return { latestSeconds, wholeSeconds: (Date.now() - startedAtMs) / 1000 };
  }
  return { latestSeconds, wholeSeconds: undefined };
}

/** Waits until everything that was read is in the log, and that in the history, or until the time for it is over. */
async function settle(product: Product, fleet: Fleet, signal: AbortSignal): Promise<PressureReport["settling"]> {
  const startedAtMs = Date.now();
  const seconds = () => (Date.now() - startedAtMs) / 1000;
  while (seconds() < settleWithinSeconds) {
    const isInLog = fleet.counts.waiting === 0;
    // Counting what is different costs more, so that only what may be complete is looked at.
    if (isInLog && (await countRows(product)) >= fleet.counts.stored) {
      const { different } = await countStored(product);
      if (different >= fleet.counts.stored) return { isComplete: true, seconds: seconds() };
    }
    await sleep(settleLookMs, signal);
    signal.throwIfAborted();
  }
  return { isComplete: false, seconds: seconds() };
}

/** Simulated nodes are ten thousand; a credential for each would measure their making. */
async function connectAsFleet(product: Product): Promise<EventLog> {
  const keys = keptBusKeys(join(product.dataDir, "nats/keys"));
  const credentials = await userCredentials("fleet", keys.account, {
    pub: { allow: ["telemetry.v1.default.>", "$JS.API.DIRECT.GET.TELEMETRY.telemetry.v1.default.>"], deny: [] },
    sub: { allow: ["_INBOX_fleet.>"], deny: [] },
  });
  const credentialsFile = join(product.dataDir, "fleet.creds");
  writeFileSync(credentialsFile, credentials, { mode: 0o600 });
  const log = createLogger({ service: "fleet", level: "error" });
  return connectEventLog({ url: `nats://127.0.0.1:${product.ports.nats}`, credentialsFile, name: "fleet", log });
}

/** Observes the product each second, by phase. */
class Watch {
  readonly phases: { name: string; samples: Sample[] }[] = [];
  readonly #timer: NodeJS.Timeout;
  readonly #tell: (text: string) => void;

  constructor(product: Product, tell: (text: string) => void, sampled: () => number) {
    this.#tell = tell;
    let isLooking = false;
    let looks = 0;
    this.#timer = setInterval(() => {
      if (isLooking) return;
      isLooking = true;
      observe(product)
        .then((sample) => {
          this.phases.at(-1)?.samples.push(sample);
          looks += 1;
          if (looks % 15 === 0) tell(progress(sample, sampled()));
        })
        .catch((error: unknown) => tell(`cannot observe: ${error}`))
        .finally(() => {
          isLooking = false;
        });
    }, sampleMs);
  }

  get samples(): Sample[] {
    return this.phases.flatMap(({ samples }) => samples);
  }

  begin(name: string): void {
    this.#tell(`— ${name}`);
    this.phases.push({ name, samples: [] });
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}

function progress({ rss, lag, readiness }: Sample, sampled: number): string {
  const memory = [...rss].map(([name, bytes]) => `${name} ${(bytes / 1024 ** 2).toFixed(0)}`).join(", ");
  return `${sampled} readings; ${lag?.messages ?? "?"} messages, ${lag?.seconds.toFixed(0) ?? "?"} s behind; MiB: ${memory}; ${readiness}`;
}
