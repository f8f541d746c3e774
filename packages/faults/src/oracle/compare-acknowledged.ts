import type { StoredHistory } from "./compare-history.js";
import { numberText, type Truth } from "./truth.js";

/** What became of what the log has acknowledged. */
export interface AcknowledgedFindings {
  lost: string[];
  doubled: string[];
  /** Events that the log holds though no sender was told so: the answer was lost on its way. */
  untold: number;
}

/** Acknowledged events that the log does not hold. */
export function missingInLog(acknowledged: ReadonlySet<string>, truth: Truth): string[] {
  return [...acknowledged].filter((number) => !truth.numbers.has(number));
}

/**
 * Compares what senders were told with the log and, past it, with the raw rows: each acknowledged event is in both, and
 * there once. `announcedAsDropped` says which of them the node has given up in public all the same.
 */
export function compareAcknowledged(
  acknowledged: ReadonlySet<string>,
  truth: Truth,
  stored: StoredHistory,
  announcedAsDropped: (number: string) => boolean = () => false,
): AcknowledgedFindings {
  const lost: string[] = [];
  const doubled: string[] = [];
  const rows = rowsByNumber(stored);
  for (const number of acknowledged) {
    const places = truth.numbers.get(number) ?? [];
    if (places.length === 0) {
      if (!announcedAsDropped(number)) lost.push(`${number} was acknowledged and is not in the log`);
    } else if (places.length > 1) {
      doubled.push(`${number} was acknowledged and is in the log at ${places.join(", ")}`);
    }
    const [, family = ""] = number.split(" ");
    const isByMessage = /^(log\/|dropped\/|revision$)/.test(family);
    const count = isByMessage ? wholeMessages(places, truth, stored) : (rows.get(number) ?? 0);
    if (count === 0 && places.length > 0) lost.push(`${number} was acknowledged and has no row`);
    if (count > 1) doubled.push(`${number} was acknowledged and has ${count} rows`);
  }
  const untold = [...truth.numbers.keys()].filter((number) => !acknowledged.has(number)).length;
  return { lost, doubled, untold };
}

function rowsByNumber({ events, quarantined }: StoredHistory): Map<string, number> {
  const rows = new Map<string, number>();
  for (const among of [events, quarantined]) {
    for (const [identity, places] of among) {
      const number = numberText(identity);
      rows.set(number, (rows.get(number) ?? 0) + places.length);
    }
  }
  return rows;
}

/** How often the rows of such an event are there, which say only which message they came with: 0, 1 or more. */
function wholeMessages(places: readonly string[], truth: Truth, { rowsAt }: StoredHistory): number {
  let times = 0;
  for (const place of places) {
    const [, stream = "", sequence = ""] = /^(\S+) (\d+)\//.exec(place) ?? [];
    if (stream !== "LOGS" && stream !== "INTEGRITY" && stream !== "KV_config") continue;
    const expected = truth.rowsAt[stream].get(Number(sequence)) ?? 0;
    const actual = rowsAt[stream].get(Number(sequence)) ?? 0;
    // An event that says where a log is read, and has no line.
    if (expected === 0) times += 1;
    else times += actual < expected ? 0 : Math.ceil(actual / expected);
  }
  return times;
}
