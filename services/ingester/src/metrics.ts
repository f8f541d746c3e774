import { Counter, Gauge, Histogram, type Registry } from "prom-client";

/** What the ingester tells of itself at `/metrics`. */
export function ingesterMetrics(
  registry: Registry,
  position: () => { pending: number; committed: number; openCuts: number },
) {
  const registers = [registry];
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  gauge(
    "statwire_ingest_pending_messages",
    "Messages in the log that were not delivered yet",
    () => position().pending,
  );
  gauge("statwire_ingest_committed_sequence", "Everything up to this sequence is stored", () => position().committed);
  gauge("statwire_ingest_open_cuts", "Ranges recorded and not yet stored", () => position().openCuts);
  return {
    messages: new Counter({ name: "statwire_ingest_messages_total", help: "Messages stored", registers }),
    deadLetters: new Counter({
      name: "statwire_ingest_dead_letters_total",
      help: "Messages that could not be stored",
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
