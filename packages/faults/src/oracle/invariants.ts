import { isLater } from "@statwire/snapshot-store";

/** What one look at the product saw while it was being disturbed. */
export interface Look {
  /** `committed` of the record of TELEMETRY; read before everything else. */
  committed: number;
  /** Of the log: events of messages up to `committed`. */
  log: Counted;
  /** Of the history: rows up to `committed`. */
  history: Counted & {
    /** Different events among them, and different places of the log. */
    identities: number;
    places: number;
  };
  /** Closed hours that count more readings of the processor than raw has, a text each. */
  overfullHours: readonly string[];
  /** Where each part of each snapshot is; none when Redis does not answer. */
  snapshots: ReadonlyMap<string, { bootId: number; sequence: number }>;
}

export interface Counted {
  events: number;
  /** Sum of the sequences of their messages, so that one too many and one too few do not even out. */
  sequences: bigint;
}

/**
 * What must hold at every moment, in the middle of faults too: what is committed is stored, all of it and once; the
 * position and the snapshots never go back; no closed hour counts more than raw. A sentence for each that does not.
 * @param before an earlier look; its snapshots are of the same life of Redis, or left out
 */
export function violations(look: Look, before: Pick<Look, "committed" | "snapshots"> | undefined): string[] {
  const { committed, log, history } = look;
  const found: string[] = [];
  const say = (text: string) => found.push(`in the middle of faults: ${text}`);
  if (before !== undefined && committed < before.committed) {
    say(`the committed position went back from ${before.committed} to ${committed}`);
  }
  if (history.events < log.events) {
    say(`${log.events - history.events} of ${log.events} events up to the committed ${committed} have no row`);
  } else if (history.events > log.events || history.events !== history.places) {
    say(
      `${history.events} rows of ${log.events} events, at ${history.places} places, up to the committed ${committed}`,
    );
  } else if (history.sequences !== log.sequences) {
    say(`the rows up to the committed ${committed} are of other events than the log's`);
  }
  if (history.identities !== history.events) {
    say(`${history.events} rows of ${history.identities} different events up to the committed ${committed}`);
  }
  for (const hour of look.overfullHours) say(hour);
  for (const [part, reading] of look.snapshots) {
    const known = before?.snapshots.get(part);
    if (known === undefined || !isLater(known, reading)) continue;
    say(`snapshot ${part} went back from ${textOf(known)} to ${textOf(reading)}`);
  }
  return found;
}

function textOf({ bootId, sequence }: { bootId: number; sequence: number }): string {
  return `${bootId} #${sequence}`;
}
