import { Counter, Gauge, Histogram, type Registry } from "prom-client";

/** Where ingestion stands. */
export interface Standing {
  /** Sequences between what is stored and the end of the stream. */
  behind: number;
  /** Time between now and when the stream took the last stored message; 0 when everything is stored. */
  behindSeconds: number;
  committed: number;
  openCuts: number;
  isHeld: boolean;
}

/** What the ingester tells of itself at `/metrics`, by stream. */
export interface IngesterMetrics {
  /** What a stream's run counts; where it stands is asked for when somebody looks. */
  ofStream(
    stream: string,
    standing: () => Standing,
  ): {
    messages(count: number): void;
    laterVersion(count: number): void;
    events(kind: string, count: number): void;
    deadLetter(fault: string): void;
    gap(): void;
    /** A refused message had left the log before it could be set aside. */
    lost(): void;
    /** Begins to measure an insert; call the result at its end. */
    inserting(kind: string): () => void;
  };
}

export function ingesterMetrics(registry: Registry): IngesterMetrics {
  const standings = new Map<string, () => Standing>();
  addGauges(registry, standings);
  const counters = createCounters(registry);
  return {
    ofStream(stream, standing) {
      standings.set(stream, standing);
      return {
        messages: (count) => counters.messages.inc({ stream }, count),
        laterVersion: (count) => counters.laterVersion.inc({ stream }, count),
        events: (kind, count) => counters.events.inc({ stream, kind }, count),
        deadLetter: (fault) => counters.deadLetters.inc({ stream, fault }),
        gap: () => counters.gaps.inc({ stream }),
        lost: () => counters.lost.inc({ stream }),
        inserting: (kind) => counters.insertSeconds.startTimer({ stream, kind }),
      };
    },
  };
}

function addGauges(registry: Registry, standings: ReadonlyMap<string, () => Standing>): void {
  const gauge = (name: string, help: string, read: (now: Standing) => number) =>
    new Gauge({
      name,
      help,
      labelNames: ["stream"],
      registers: [registry],
      collect() {
        for (const [stream, standing] of standings) this.set({ stream }, read(standing()));
      },
    });
  gauge("statwire_ingest_lag_messages", "Messages in the log that are not stored yet", ({ behind }) => behind);
  gauge("statwire_ingest_lag_seconds", "Age of the last stored message, 0 when all are", (now) => now.behindSeconds);
  gauge("statwire_ingest_committed_sequence", "Everything up to this sequence is stored", (now) => now.committed);
  gauge("statwire_ingest_open_cuts", "Ranges recorded and not yet stored", ({ openCuts }) => openCuts);
  gauge("statwire_ingest_held", "1 while a backup or a rebuild has asked to store nothing", (now) =>
    Number(now.isHeld),
  );
}

function createCounters(registry: Registry) {
  const registers = [registry];
  return {
    messages: new Counter({
      name: "statwire_ingest_messages_total",
      help: "Messages stored or set aside",
      labelNames: ["stream"],
      registers,
    }),
    events: new Counter({
      name: "statwire_ingest_events_total",
      help: "Events stored",
      labelNames: ["stream", "kind"],
      registers,
    }),
    laterVersion: new Counter({
      name: "statwire_ingest_later_version_messages_total",
      help: "Messages that a later version wrote, of which only a part is stored",
      labelNames: ["stream"],
      registers,
    }),
    deadLetters: new Counter({
      name: "statwire_ingest_dead_letters_total",
      help: "Messages that could not be stored: unreadable ones, and those that the history store refused",
      labelNames: ["stream", "fault"],
      registers,
    }),
    gaps: new Counter({
      name: "statwire_ingest_gaps_total",
      help: "Times that messages had left the log unread",
      labelNames: ["stream"],
      registers,
    }),
    lost: new Counter({
      name: "statwire_ingest_refused_lost_total",
      help: "Messages that the history store refused and that had left the log before they could be set aside",
      labelNames: ["stream"],
      registers,
    }),
    insertSeconds: new Histogram({
      name: "statwire_ingest_insert_seconds",
      help: "Time of an insert, repeats included",
      labelNames: ["stream", "kind"],
      buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30],
      registers,
    }),
  };
}
