import { Counter, Gauge, Histogram, type Registry } from "prom-client";

export interface ProjectorMetrics {
  events: Counter<"result">;
  lagSeconds: Histogram;
  rebuilds: Counter;
  rebuildSeconds: Gauge<"stage">;
}

export function createMetrics(registry: Registry): ProjectorMetrics {
  const registers = [registry];
  return {
    events: new Counter({
      name: "statwire_projector_events_total",
      help: "Live events by what became of them: applied, old (a later one was there) or undecodable.",
      labelNames: ["result"],
      registers,
    }),
    lagSeconds: new Histogram({
      name: "statwire_projector_lag_seconds",
      help: "From the log's storing a live event to its being readable in the snapshot store.",
      buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30],
      registers,
    }),
    rebuilds: new Counter({
      name: "statwire_projector_rebuilds_total",
      help: "How often the log was read from each subject's last message, the start included.",
      registers,
    }),
    rebuildSeconds: new Gauge({
      name: "statwire_projector_rebuild_seconds",
      help: "How long the last such reading took until every latest state, and until every short history, was there.",
      labelNames: ["stage"],
      registers,
    }),
  };
}
