import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import type { ReplayProgress } from "./replays.js";

/** What the projection of one stream counts. */
export interface ProjectionMetrics {
  events(result: "applied" | "old" | "undecodable", count: number): void;
  lag(seconds: number): void;
  /** The stream is read from each subject's last message. */
  rebuilding(): void;
  rebuilt(stage: "latest" | "whole", seconds: number): void;
  /** Messages were read for the histories of several subjects. */
  replayed(messages: number): void;
  replaying(progress: ReplayProgress): void;
}

/** What the projector tells of itself at `/metrics`, by stream. */
export type ProjectorMetrics = (stream: string) => ProjectionMetrics;

export function createMetrics(registry: Registry): ProjectorMetrics {
  const instruments = createInstruments(registry);
  const { events, lagSeconds, rebuilds, rebuildSeconds, replayed, historiesWaiting, messagesToCome } = instruments;
  return (stream) => ({
    events: (result, count) => events.inc({ stream, result }, count),
    lag: (seconds) => lagSeconds.observe({ stream }, seconds),
    rebuilding: () => rebuilds.inc({ stream }),
    rebuilt: (stage, seconds) => rebuildSeconds.set({ stream, stage }, seconds),
    replayed: (messages) => replayed.inc({ stream }, messages),
    replaying: (progress) => {
      historiesWaiting.set({ stream }, progress.waiting);
      messagesToCome.set({ stream }, progress.messagesToCome);
    },
  });
}

function createInstruments(registry: Registry) {
  const registers = [registry];
  return {
    events: new Counter({
      name: "statwire_projector_events_total",
      help: "Live events by what became of them: applied, old (a later one was there) or undecodable.",
      labelNames: ["stream", "result"],
      registers,
    }),
    lagSeconds: new Histogram({
      name: "statwire_projector_lag_seconds",
      help: "From the log's storing a live event to its being readable in the snapshot store.",
      labelNames: ["stream"],
      buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30],
      registers,
    }),
    rebuilds: new Counter({
      name: "statwire_projector_rebuilds_total",
      help: "How often the log was read from each subject's last message, the start included.",
      labelNames: ["stream"],
      registers,
    }),
    rebuildSeconds: new Gauge({
      name: "statwire_projector_rebuild_seconds",
      help: "How long the last such reading took until every latest state, and until every short history, was there.",
      labelNames: ["stream", "stage"],
      registers,
    }),
    replayed: new Counter({
      name: "statwire_projector_replayed_messages_total",
      help: "Messages that were read once more for the short histories of all nodes.",
      labelNames: ["stream"],
      registers,
    }),
    historiesWaiting: new Gauge({
      name: "statwire_projector_histories_waiting",
      help: "Short histories, or last lines of logs, that are not read from the log yet.",
      labelNames: ["stream"],
      registers,
    }),
    messagesToCome: new Gauge({
      name: "statwire_projector_replay_messages_to_come",
      help: "Messages that are still to be read for them, in the reading under way.",
      labelNames: ["stream"],
      registers,
    }),
  };
}
