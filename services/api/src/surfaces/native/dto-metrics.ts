export interface MetricCatalogue {
  metrics: MetricDescription[];
}

/** One metric name with everything that can be asked of it. */
export interface MetricDescription {
  /** After the OpenTelemetry semantic conventions. */
  name: string;
  /** UCUM. */
  unit: string;
  /** A counter only grows; its statistics but `increase` are of its rate per second. */
  kind: "gauge" | "counter";
  description: string;
  module: string;
  attributes: MetricAttribute[];
}

export interface MetricAttribute {
  key: string;
  /** The possible values; absent when they differ from node to node. */
  values?: string[];
}

/** One metric of one node over time. */
export interface MetricSeries {
  node: string;
  metric: string;
  unit: string;
  kind: "gauge" | "counter";
  /** As asked for, or whole hours or days where rollups were read. */
  from: string;
  to: string;
  step_seconds: number;
  /** What was read: the readings themselves, or rollups, whose percentiles are within 1 %. */
  source: "raw" | "hourly" | "daily";
  /** The answer is what was known at this time; absent unless that was asked for. */
  as_of?: string;
  /** Which closed hours, days and months were read; absent where there was none. */
  closed?: ClosedRange;
  stats: string[];
  /**
   * How many of the node's events behind the series the history should have and has, or with `asOf` had then: to a
   * thousandth of the range, and where hours and days were read, or the range is long, without those that are missing at its
   * very edges. Absent when it cannot be told now.
   */
  completeness?: SeriesCompleteness;
  series: Series[];
}

/**
 * The closed hours, days and months of a range.
 * @example {"until": "2026-01-31T12:00:00.000Z", "version": 18240, "closed_at": "2026-01-31T12:05:02.114Z", "restated": true}
 */
export interface ClosedRange extends ClosedVersion {
  /** What is later was not closed: it comes from the readings. */
  until: string;
}

/**
 * An hour, a day or a month that late readings reach is closed again with a higher version. Of several of them, that of the
 * newest.
 * @example {"version": 18240, "closed_at": "2026-01-31T12:05:02.114Z", "restated": true}
 */
export interface ClosedVersion {
  /**
   * The position in the log up to which events are in it.
   * @isLong
   */
  version: number;
  /** When it was closed; null when that was not recorded. */
  closed_at: string | null;
  /** One of them had been closed before, when less was known. */
  restated: boolean;
}

export interface SeriesCompleteness {
  expected: number;
  received: number;
  /** Received as a share of expected; 1 when nothing was expected, null when nothing is known of the range. */
  ratio: number | null;
  /**
   * From when on they are counted: numbers of events are kept as long as readings (`RETENTION_RAW_DAYS`), hours and days
   * longer. The end of the range when nothing of it is known.
   */
  known_from: string;
}

export interface Series {
  /** What tells this series from others of the metric: `eth0:receive`, `/home`, `user`, or nothing. */
  attribute: string;
  /** The same by key. */
  attributes: Record<string, string>;
  /** Each statistic over the whole range; null where nothing was read. */
  summary: StatValues;
  /** In time order; a step without a reading has no point. */
  points: SeriesPoint[];
}

export interface SeriesPoint {
  /** Start of the step. */
  time: string;
  /** Each statistic over the step. */
  values: StatValues;
  /** The version of its hours, days or months; absent where it comes from readings. */
  closed?: ClosedVersion;
}

/** A value by statistic. */
export type StatValues = Record<string, number | null>;

/** Several metrics of several nodes in one request. */
export interface SeriesQuery {
  /**
   * @minItems 1
   * @maxItems 100
   */
  nodes: string[];
  /**
   * @minItems 1
   * @maxItems 20
   */
  metrics: string[];
  /** RFC 3339, Unix seconds or milliseconds, `now`, or relative to now as in `-1h`; an hour before `to` when absent. */
  from?: string;
  /** As `from`; now when absent. */
  to?: string;
  /** As `from`: what was known at that time, as `asOf` of a single metric; what is known now when absent. */
  asOf?: string;
  /** A duration such as `30s` or `5m`, or `range` for one point; chosen to suit the range when absent. */
  step?: string;
  /**
   * As `stat` of a single metric; `avg` for gauges and `rate` for counters when absent.
   * @maxItems 16
   */
  stats?: string[];
}

export interface SeriesQueryResult {
  from: string;
  to: string;
  step_seconds: number;
  /** One for each pair of node and metric, nodes first. */
  results: MetricSeries[];
}
