import { Counter, Gauge, Histogram, type Registry } from "prom-client";

/** Where ingestion stands. */
export interface Standing {
  /** Sequences between what is stored and the end of the stream. */
  behind: number;
  /** Time between now and when the stream took the last stored message; 0 when everything is stored. */
  behindSeconds: number;
  committed: number;
  openCuts: number;
}

/** What the ingester tells of itself at `/metrics`. */
export function ingesterMetrics(registry: Registry, standing: () => Standing) {
  const registers = [registry];
  const gauge = (name: string, help: string, read: (now: Standing) => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read(standing()));
      },
    });
  gauge("statwire_ingest_lag_messages", "Messages in the log that are not stored yet", ({ behind }) => behind);
  gauge("statwire_ingest_lag_seconds", "Age of the last stored message, 0 when all are", (now) => now.behindSeconds);
  gauge("statwire_ingest_committed_sequence", "Everything up to this sequence is stored", (now) => now.committed);
  gauge("statwire_ingest_open_cuts", "Ranges recorded and not yet stored", ({ openCuts }) => openCuts);
  return {
    messages: new Counter({
      name: "statwire_ingest_messages_total",
      help: "Messages stored or set aside",
      registers,
    }),
    events: new Counter({
      name: "statwire_ingest_events_total",
      help: "Events stored",
      labelNames: ["kind"],
      registers,
    }),
    deadLetters: new Counter({
      name: "statwire_ingest_dead_letters_total",
      help: "Messages that could not be stored: unreadable ones, and those that the history store refused",
      labelNames: ["fault"],
      registers,
    }),
    gaps: new Counter({
      name: "statwire_ingest_gaps_total",
      help: "Times that messages had left the log unread",
      registers,
    }),
    insertSeconds: new Histogram({
      name: "statwire_ingest_insert_seconds",
      help: "Time of an insert, repeats included",
      labelNames: ["kind"],
      buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30],
      registers,
    }),
  };
}
