import { type Metric, metricsOf } from "./metric.js";

const events = {
  name: "statwire.collector.events",
  unit: "{event}",
  kind: "counter",
  description: "Events sampled, stored by the log, and given up because the spool was full.",
  quantiles: false,
} as const;
const outcome = "statwire.event.outcome";

/** What the collector knows of itself. */
export const collectorMetrics: Metric[] = metricsOf({ module: "collector", table: "host_collector" }, [
  { ...events, column: "sampled_events", fixed: [outcome, "sampled"] },
  { ...events, column: "published_events", fixed: [outcome, "published"] },
  { ...events, column: "dropped_events", fixed: [outcome, "dropped"] },
  {
    name: "statwire.collector.publish_failures",
    unit: "{failure}",
    kind: "counter",
    column: "publish_failures",
    description: "Attempts to publish that did not succeed.",
    quantiles: false,
  },
  {
    name: "statwire.collector.spool.corrupt_records",
    unit: "{record}",
    kind: "counter",
    column: "corrupt_spool_records",
    description: "Records of the spool whose checksum was wrong.",
    quantiles: false,
  },
  {
    name: "statwire.collector.spool.events",
    unit: "{event}",
    column: "spool_events",
    description: "Events waiting on disk.",
  },
  {
    name: "statwire.collector.spool.usage",
    unit: "By",
    column: "spool_bytes",
    description: "Disk space of the spool.",
  },
  {
    name: "statwire.collector.cpu.time",
    unit: "s",
    kind: "counter",
    column: "cpu_ms",
    description: "Processor time of the collector.",
  },
  {
    name: "statwire.collector.memory.usage",
    unit: "By",
    column: "resident_bytes",
    description: "Resident memory of the collector.",
  },
  {
    name: "statwire.collector.tick.delay",
    unit: "s",
    column: "tick_delay_ms",
    description: "How late the last tick ran.",
  },
]);

export const collectorModuleMetrics: Metric[] = metricsOf(
  {
    module: "collector",
    table: "host_collector_modules",
    entity: { key: "statwire.collector.module", column: "module" },
  },
  [
    {
      name: "statwire.collector.module.duration",
      unit: "s",
      column: "duration_us",
      description: "How long the module's last reading took.",
    },
    {
      name: "statwire.collector.module.failures",
      unit: "{failure}",
      kind: "counter",
      column: "failures",
      description: "Readings of the module that failed.",
      quantiles: false,
    },
  ],
);
