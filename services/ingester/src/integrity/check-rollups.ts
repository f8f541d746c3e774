import type { EventLog } from "@statwire/event-log";
import { publishOnce } from "@statwire/event-log";
import type { History } from "@statwire/history-store";
import { retryForever, type Service, sleep } from "@statwire/runtime";
import { Counter, Gauge } from "prom-client";
import type { CutLedger } from "../ledger.js";
import type { ingesterSettings } from "../settings.js";
import { RollupWatch } from "./rollup-watch.js";
import { toRollupFinding } from "./to-finding.js";

const settlePollMs = 50;
const settleMaxMs = 60_000;

/**
 * A step of housekeeping: compares some closed hours, a day and a month with what they were made of, and has closed again what
 * differs. To be called by who closes hours, after that.
 */
export function rollupChecks(
  service: Service<typeof ingesterSettings>,
  deps: { eventLog: EventLog; history: History; ledger: CutLedger },
): () => Promise<void> {
  const { settings, signal, log } = service;
  const watch = new RollupWatch({
    history: deps.history,
    now: Date.now,
    signal,
    committedSeq: () => deps.ledger.record.committed,
    settled: () => untilStored(deps.ledger, signal),
    report: (event) => {
      const finding = toRollupFinding(event, Date.now());
      return retryForever(() => publishOnce(deps.eventLog, finding), {
        signal,
        onFailure: (error) => log.warn({ err: error }, "finding not stored yet"),
      });
    },
  });
  const counted = rollupMetrics(service, watch);
  let notBeforeMs = 0;
  return async () => {
    const startedAtMs = Date.now();
    const hoursMax = startedAtMs < notBeforeMs ? 0 : settings.ROLLUP_CHECK_HOURS;
    const { events, series } = await watch.pass(hoursMax);
    counted.series.inc(series);
    for (const { event, level, version, difference } of events) {
      const { workspace, node, startMs, series: differing, examples } = difference;
      counted.events.inc({ event, level });
      const fields = { workspace, node, level, start: new Date(startMs).toISOString(), version, series: differing };
      if (event === "RollupRepaired") log.info(fields, "closed again: it is what its source gives");
      else log.warn({ ...fields, examples: examples.slice(0, 1) }, "closed rollup is not what its source gives");
    }
    const tookMs = Date.now() - startedAtMs;
    counted.seconds.inc(tookMs / 1e3);
    if (hoursMax > 0) notBeforeMs = Date.now() + tookMs * (100 / settings.ROLLUP_CHECK_TIME_PERCENT - 1);
  };
}

/** All ranges that are recorded now are stored. */
async function untilStored(ledger: CutLedger, signal: AbortSignal): Promise<void> {
  const last = ledger.record.cuts.at(-1)?.last ?? 0;
  const { generation } = ledger.record;
  for (let waitedMs = 0; ledger.record.committed < last; waitedMs += settlePollMs) {
    signal.throwIfAborted();
    if (ledger.record.generation !== generation || waitedMs > settleMaxMs) throw new Error("inserts are under way");
    await sleep(settlePollMs, signal);
  }
}

function rollupMetrics({ metrics, addDegradation }: Service<typeof ingesterSettings>, watch: RollupWatch) {
  const registers = [metrics];
  new Gauge({
    name: "statwire_rollup_unchecked_hours",
    help: "Closed hours that have not been compared with raw data since they were closed",
    registers,
    collect() {
      this.set(watch.uncheckedHours);
    },
  });
  new Gauge({
    name: "statwire_rollup_unrepaired",
    help: "Closed hours, days and months that differ from their source even after they were closed again",
    registers,
    collect() {
      this.set(watch.unrepaired.length);
    },
  });
  addDegradation("rollups", () => {
    const [first] = watch.unrepaired;
    return first && `${first} and ${watch.unrepaired.length - 1} more differ from their source`;
  });
  return {
    events: new Counter({
      name: "statwire_rollup_events_total",
      help: "Nodes with a closed hour, day or month that differed (RollupMismatchFound) or was made right (RollupRepaired)",
      labelNames: ["event", "level"],
      registers,
    }),
    series: new Counter({
      name: "statwire_rollup_compared_series_total",
      help: "Rows of closed hours, days and months that were compared with their source",
      registers,
    }),
    seconds: new Counter({
      name: "statwire_rollup_compare_seconds_total",
      help: "Time spent comparing closed hours, days and months with their source",
      registers,
    }),
  };
}
