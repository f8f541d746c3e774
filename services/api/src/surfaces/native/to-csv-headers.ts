import type { MetricSeries } from "./dto-metrics.js";

/** What a CSV answer says of its series beside the points, each a dictionary of structured fields (RFC 9651). */
export interface CsvHeaders {
  /**
   * CSV only: of the events behind all series together, how many the history should have and has, the share (absent when
   * nothing is known of the range), and from when on they are counted at the latest; `unknown` series could not be told.
   * `expected=900, received=891, ratio=0.99, known-from="2026-01-31T12:00:00.000Z"`
   */
  "Statwire-Completeness"?: string;
  /**
   * CSV only: the version of the newest closed hour or day that was read, and until when they reach; the time that was asked
   * for as `asOf`. Absent where neither is. `version=18240, closed-at="…", until="…", restated=?1, as-of="…"`
   */
  "Statwire-Versions"?: string;
}

export function toCsvHeaders(results: readonly MetricSeries[]): Record<string, string> {
  const versions = versionsOf(results);
  return {
    "Statwire-Completeness": completenessOf(results),
    ...(versions !== "" && { "Statwire-Versions": versions }),
  };
}

function completenessOf(results: readonly MetricSeries[]): string {
  const known = results.flatMap(({ completeness }) => completeness ?? []);
  const expected = known.reduce((sum, one) => sum + one.expected, 0);
  const received = known.reduce((sum, one) => sum + one.received, 0);
  const ratio = known.some((one) => one.ratio !== null) ? decimal(expected === 0 ? 1 : received / expected) : undefined;
  const unknown = results.length - known.length;
  return dictionary({
    expected: String(expected),
    received: String(received),
    ratio,
    "known-from": quoted(
      known
        .map(({ known_from }) => known_from)
        .sort()
        .at(-1),
    ),
    unknown: unknown === 0 ? undefined : String(unknown),
  });
}

function versionsOf(results: readonly MetricSeries[]): string {
  const closed = results.flatMap((result) => result.closed ?? []);
  const newest = closed.toSorted((one, other) => other.version - one.version)[0];
  return dictionary({
    version: newest && String(newest.version),
    "closed-at": quoted(newest?.closed_at ?? undefined),
    until: quoted(
      closed
        .map(({ until }) => until)
        .sort()
        .at(-1),
    ),
    restated: newest && (closed.some(({ restated }) => restated) ? "?1" : "?0"),
    "as-of": quoted(results[0]?.as_of),
  });
}

function dictionary(members: Record<string, string | undefined>): string {
  return Object.entries(members)
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`]))
    .join(", ");
}

/** Three places, rounded down: what is not whole must not look so. */
function decimal(ratio: number): string {
  return (Math.floor(ratio * 1_000) / 1_000).toFixed(3);
}

function quoted(text: string | undefined): string | undefined {
  return text === undefined ? undefined : `"${text}"`;
}
