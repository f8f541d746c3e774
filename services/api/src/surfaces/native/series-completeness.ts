import type { NodeCompleteness, SeriesResult } from "@statwire/history-store";
import type { SeriesCompleteness } from "./dto-metrics.js";
import type { ReadNodeCompleteness } from "./read-completeness.js";

/** An answer serves for so long, and so many are kept. */
const keptMs = 10_000;
const keptMax = 500;
/** Longer ranges would take longer than the series itself. */
const rangeMaxMs = 7 * 86_400_000;
/** Ranges that end now are a little different each time: they are taken to a thousandth, or a second. */
const gridMinMs = 1_000;

/**
 * Reads what the history has of the events behind a series. Undefined where rollups were read or the range is long, and
 * where it cannot be told now: a series is worth having without it.
 */
export type ReadSeriesCompleteness = (
  node: string,
  module: string,
  range: Pick<SeriesResult, "fromMs" | "toMs" | "source">,
) => Promise<SeriesCompleteness | undefined>;

/** Reads through a small cache: series of a node over one range, which a dashboard asks for together, share one look. */
export function seriesCompleteness(read: ReadNodeCompleteness, now: () => number): ReadSeriesCompleteness {
  const kept = new Map<string, { atMs: number; found: Promise<NodeCompleteness | undefined> }>();
  return async (node, module, { fromMs, toMs, source }) => {
    if (source !== "raw" || toMs - fromMs > rangeMaxMs) return undefined;
    const gridMs = Math.max(gridMinMs, Math.floor((toMs - fromMs) / 1_000));
    const range = { fromMs: Math.round(fromMs / gridMs) * gridMs, toMs: Math.round(toMs / gridMs) * gridMs };
    const key = JSON.stringify([node, range]);
    const last = kept.get(key);
    if (last !== undefined && now() - last.atMs < keptMs) return toSeriesCompleteness(module, await last.found);
    const found = read(node, range).catch(() => undefined);
    kept.delete(key);
    kept.set(key, { atMs: now(), found });
    for (const [oldest] of kept) {
      if (kept.size <= keptMax) break;
      kept.delete(oldest);
    }
    return toSeriesCompleteness(module, await found);
  };
}

/** Of the family that the module's readings come in: one of its own, or that of the base interval. */
export function toSeriesCompleteness(
  module: string,
  found: NodeCompleteness | undefined,
): SeriesCompleteness | undefined {
  if (found === undefined) return undefined;
  const families = new Map(found.families.map((family) => [family.family, family]));
  const own = families.get(`host.${module}`) ?? families.get("host");
  const { expected, received } = own ?? { expected: 0, received: 0 };
  return { expected, received, ratio: expected === 0 ? 1 : received / expected };
}
