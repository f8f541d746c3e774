import { Counter, Gauge, type Registry } from "prom-client";
import type { LossLedger } from "./losses/loss-ledger.js";
import type { HealthCounters } from "./modules/module.js";

type Count = Exclude<keyof HealthCounters, "modules">;

/** The collector's own counts as they appear on the ops port; `_total` are counters, which start with the run. */
const metrics: Record<Count, { name: string; help: string }> = {
  sampledEvents: { name: "sampled_events_total", help: "Events read." },
  publishedEvents: { name: "published_events_total", help: "Events that the log has stored." },
  droppedEvents: {
    name: "dropped_events_total",
    help: "Events given up, mostly because the spool was full: given_up_events_total says why.",
  },
  publishFailures: { name: "publish_failures_total", help: "Publishes that were not stored at once." },
  corruptSpoolRecords: { name: "corrupt_spool_records_total", help: "Damaged places found in the spool." },
  spoolEvents: { name: "spool_events", help: "Events that wait in the spool." },
  spoolBytes: { name: "spool_bytes", help: "Disk that the spool takes." },
  tickDelayMs: { name: "tick_delay_milliseconds", help: "How late the last tick ran." },
};

/** Shows the counts at each scrape. */
export function exposeHealth(registry: Registry, health: () => HealthCounters): void {
  for (const [count, { name, help }] of Object.entries(metrics) as [Count, { name: string; help: string }][]) {
    const options = { name: `statwire_collector_${name}`, help, registers: [registry] };
    if (name.endsWith("_total")) {
      new Counter({
        ...options,
        collect() {
          this.reset();
          this.inc(health()[count]);
        },
      });
    } else {
      new Gauge({
        ...options,
        collect() {
          this.set(health()[count]);
        },
      });
    }
  }
}

/** Shows what was given up, by reason, and what of it the log has not been told yet. */
export function exposeLosses(registry: Registry, ledger: Pick<LossLedger, "totals" | "unannounced">): void {
  const registers = [registry];
  new Counter({
    name: "statwire_collector_given_up_events_total",
    help: "Events given up in this run, by reason; damaged places count as one event each.",
    labelNames: ["reason"],
    registers,
    collect() {
      this.reset();
      for (const [reason, count] of ledger.totals) this.inc({ reason }, count);
    },
  });
  new Gauge({
    name: "statwire_collector_unannounced_events",
    help: "Events given up that the log has not been told of yet.",
    registers,
    collect() {
      this.set(ledger.unannounced);
    },
  });
}
