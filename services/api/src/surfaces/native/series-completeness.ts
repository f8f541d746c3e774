import { moduleFamily } from "@statwire/events";
import type { SeriesResult } from "@statwire/history-store";
import type { SeriesCompleteness } from "./dto-metrics.js";
import type { ReadCountedEvents, ReadNodeCompleteness } from "./read-completeness.js";
import type { TimeRange } from "./time-range.js";

/** An answer serves for so long, and so many are kept. */
const keptMs = 10_000;
const keptMax = 500;
/** Over longer ranges, to look at every event would take longer than the series itself: they are only counted. */
const looksMaxMs = 7 * 86_400_000;
/** Ranges that end now are a little different each time: they are taken to a thousandth, or a second. */
const gridMinMs = 1_000;

/**
 * Reads what the history has, or had at a time, of the events behind a series. Undefined where it cannot be told now: a
 * series is worth having without it.
 */
export type ReadSeriesCompleteness = (
  node: string,
  module: string,
  range: Pick<SeriesResult, "fromMs" | "toMs" | "source">,
  asOfMs?: number,
) => Promise<SeriesCompleteness | undefined>;

export interface CompletenessSources {
  readCompleteness: ReadNodeCompleteness;
  countEvents: ReadCountedEvents;
  /** How long events are kept: what is older cannot be looked at, and would look complete. */
  past: { readonly keptMs: number };
  now(): number;
}

/** Counts by family. */
interface Found {
  knownFromMs: number;
  families: readonly { family: string; expected: number; received: number }[];
}

/** Reads through a small cache: series of a node over one range, which a dashboard asks for together, share one look. */
export function seriesCompleteness({
  readCompleteness,
  countEvents,
  past,
  now,
}: CompletenessSources): ReadSeriesCompleteness {
  const kept = new Map<string, { atMs: number; found: Promise<Found | undefined> }>();

  const once = (key: string, read: () => Promise<Found>): Promise<Found | undefined> => {
    const last = kept.get(key);
    if (last !== undefined && now() - last.atMs < keptMs) return last.found;
    const found = read().catch(() => undefined);
    kept.delete(key);
    kept.set(key, { atMs: now(), found });
    for (const [oldest] of kept) {
      if (kept.size <= keptMax) break;
      kept.delete(oldest);
    }
    return found;
  };

  return async (node, module, { fromMs, toMs, source }, asOfMs) => {
    const gridMs = Math.max(gridMinMs, Math.floor((toMs - fromMs) / 1_000));
    const range = { fromMs: Math.round(fromMs / gridMs) * gridMs, toMs: Math.round(toMs / gridMs) * gridMs };
    const own = moduleFamily(module as Parameters<typeof moduleFamily>[0]);
    const isKept = fromMs >= now() - past.keptMs;
    if (source === "raw" && isKept && toMs - fromMs <= looksMaxMs && asOfMs === undefined) {
      const found = await once(JSON.stringify([node, range]), async () => {
        const { families } = await readCompleteness(node, range);
        return { knownFromMs: range.fromMs, families };
      });
      return toSeriesCompleteness(own, found && withExactEdges(found, range, { fromMs, toMs }), { toMs });
    }
    const found = await once(JSON.stringify([node, range, own, asOfMs]), async () => {
      const { knownFromMs, counted } = await countEvents(node, [own, "host"], { ...range, asOfMs });
      return { knownFromMs, families: counted };
    });
    return toSeriesCompleteness(own, found && withExactEdges(found, range, { fromMs, toMs }), { toMs });
  };
}

/** The range as it was asked for, not as it was taken to the grid. */
function withExactEdges(found: Found, { fromMs, toMs }: TimeRange, exact: TimeRange): Found {
  if (found.knownFromMs <= fromMs) return { ...found, knownFromMs: exact.fromMs };
  return found.knownFromMs >= toMs ? { ...found, knownFromMs: exact.toMs } : found;
}

/** Of the family that the module's readings come in: one of its own, or that of the base interval. */
export function toSeriesCompleteness(
  own: string,
  found: Found | undefined,
  { toMs }: { toMs: number },
): SeriesCompleteness | undefined {
  if (found === undefined) return undefined;
  const families = new Map(found.families.map((family) => [family.family, family]));
  const { expected, received } = families.get(own) ?? families.get("host") ?? { expected: 0, received: 0 };
  const isKnown = found.knownFromMs < toMs;
  const ratio = expected === 0 ? 1 : received / expected;
  const known_from = new Date(found.knownFromMs).toISOString();
  return { expected, received, ratio: isKnown ? ratio : null, known_from };
}
