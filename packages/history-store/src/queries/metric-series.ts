import type { ClickHouseSettings } from "@clickhouse/client";
import { type Metric, parseAttribute } from "@statwire/events";
import type { History } from "../connect.js";
import { representativeOf } from "../rollups/buckets.js";
import { type AsOfRefusal, asOfRefusal } from "./as-of.js";
import { type ChosenPlan, choosePlan, recallPlan } from "./choose-plan.js";
import type { SeriesPlan } from "./plan-series.js";
import { rawStatement } from "./raw-statement.js";
import { rollupReads, rollupStatement } from "./rollup-statement.js";
import { isOnePoint, rowsMax } from "./series-points.js";
import { type SelectionRequest, selectSeries } from "./series-selection.js";
import { type SeriesStat, type StatColumn, statValues } from "./series-stats.js";

export interface SeriesRequest extends SelectionRequest {
  fromMs: number;
  toMs: number;
  /** As long as the range or longer gives one point. */
  stepMs: number;
  stats: readonly SeriesStat[];
  /** What was known at this time (Unix milliseconds) instead of what is known now. */
  asOfMs?: number | undefined;
}

/** One series, in the metric's own unit; values are in the order of the request's statistics, null where there is none. */
export interface SeriesData {
  node: string;
  attribute: string;
  /** Over the whole range. */
  summary: Values;
  closed?: ClosedVersion;
  /** In time order, each at the start of its step; a step without a reading has no point. */
  points: Point[];
}

export interface Point {
  atMs: number;
  values: Values;
  closed?: ClosedVersion;
}

/** Which versions of closed hours or days went into a value; absent where readings alone did. */
export interface ClosedVersion {
  /** The highest of them: the position of the log at which the newest was closed. */
  version: number;
  /** When the newest was closed, Unix milliseconds; 0 when that was not recorded. */
  closedAtMs: number;
  /** One of them had been closed before, with other readings. */
  isRestated: boolean;
}

type Values = (number | null)[];

export interface SeriesResult extends SeriesPlan {
  series: SeriesData[];
  /** The answer was cut off at 500 000 points. */
  truncated: boolean;
  /** Of rollups: what is later was not closed and is from readings. */
  closedUntilMs?: number;
  /** What was asked as of a time cannot be told any more; there are no series then. */
  refusal?: AsOfRefusal;
}

/**
 * [node, attribute, 1 for the row of the whole range, number of the step, version, when it was closed, 1 if restated,
 * the columns of the statistics]
 */
type Row = [string, string, number, number, number, number, number, ...StatColumn[]];

/**
 * Series of one metric over time, each with a summary of the whole range. The source follows from range and step
 * (`planSeries`), and the result says which it was; what is not closed yet is read from finer detail.
 * Quantiles of a metric without bucket counts are null where rollups are read.
 * @throws RangeError as `planSeries`; any error of the server.
 */
export async function metricSeries(history: History, request: SeriesRequest, nowMs: number): Promise<SeriesResult> {
  const recalled = recallPlan(history, request, nowMs);
  const ahead = recalled && askAhead(history, request, recalled);
  try {
    const chosen = await choosePlan(history, request, { nowMs, recalled });
    return await answer(history, request, chosen, ahead);
  } finally {
    ahead?.abort();
  }
}

async function answer(
  history: History,
  request: SeriesRequest,
  chosen: ChosenPlan,
  ahead: AnswerAhead | undefined,
): Promise<SeriesResult> {
  const { plan, kept, closed } = chosen;
  const { asOfMs } = request;
  const range = plan.source === "raw" ? plan : { ...plan, closedUntilMs: Math.max(closed.hoursMs, closed.daysMs) };
  const nothing = { ...range, series: [], truncated: false };
  const refusal = asOfMs === undefined ? undefined : asOfRefusal(plan, asOfMs, { kept, closed });
  if (refusal !== undefined) return { ...nothing, refusal };
  const statement = statementOf(chosen, request);
  if (statement === undefined) return nothing;
  const isAsked = ahead !== undefined && isSame(ahead.statement, statement);
  if (!isAsked) ahead?.abort();
  const rows = await (isAsked ? ahead.rows : askRows(history, statement));
  return { ...range, series: toSeries(rows, request, plan), truncated: rows.length >= rowsMax };
}

interface Statement {
  query: string;
  query_params: Record<string, unknown>;
  clickhouse_settings: ClickHouseSettings;
}

interface AnswerAhead {
  statement: Statement;
  rows: Promise<Row[]>;
  /** Whoever does not take the rows gives them up. */
  abort(): void;
}

/**
 * Sends the statement that follows from the last answers about what is kept and closed, while it is asked whether they still
 * hold: one after the other, 30 days of 100 nodes took 32 ms by the clock, so 24. Undefined when there is nothing to ask.
 */
function askAhead(history: History, request: SeriesRequest, recalled: ChosenPlan): AnswerAhead | undefined {
  const statement = statementOf(recalled, request);
  if (statement === undefined) return undefined;
  const abort = new AbortController();
  const rows = askRows(history, statement, abort.signal);
  // Told by whoever takes the rows; of rows that nobody takes it says nothing.
  rows.catch(() => undefined);
  return { statement, rows, abort: () => abort.abort() };
}

/** Undefined when the request is of no series. */
function statementOf({ plan, closed }: ChosenPlan, request: SeriesRequest): Statement | undefined {
  const selection = selectSeries(request);
  if (selection.metrics.length === 0 || request.nodes.length === 0) return undefined;
  const query_params = { ...selection.parameters, from: plan.fromMs, to: plan.toMs, step: plan.stepMs };
  return plan.source === "raw"
    ? { query: rawStatement(plan, selection, request), query_params, clickhouse_settings: {} }
    : {
        query: rollupStatement(plan, selection, { ...request, closed }),
        query_params,
        clickhouse_settings: rollupReads(plan, request.nodes.length),
      };
}

/** Whether two statements of one request are the same: of their parameters only the plan's can differ. */
function isSame(one: Statement, { query, query_params }: Statement): boolean {
  return one.query === query && ["from", "to", "step"].every((name) => one.query_params[name] === query_params[name]);
}

/**
 * Groups of more bytes are merged by all threads, not by one: readings of a week of 100 nodes every 10 s took 91 ms by the
 * clock, so 80. The server's own 50 MB are seldom reached; smaller groups would only be split for nothing (5 ms of 30 days).
 */
const mergedByAllAbove = 8_000_000;

async function askRows({ client }: History, statement: Statement, abort_signal?: AbortSignal): Promise<Row[]> {
  const result = await client.query({
    ...statement,
    format: "JSONCompactEachRow",
    clickhouse_settings: {
      max_execution_time: 60,
      output_format_json_quote_denormals: 0,
      cancel_http_readonly_queries_on_client_close: 1,
      group_by_two_level_threshold_bytes: String(mergedByAllAbove),
      ...statement.clickhouse_settings,
    },
    ...(abort_signal && { abort_signal }),
  });
  return result.json<Row>();
}

function toSeries(rows: readonly Row[], request: SeriesRequest, plan: SeriesPlan): SeriesData[] {
  const all: SeriesData[] = [];
  const wholeIsPoint = isOnePoint(plan);
  const ofRanked = plan.source === "raw" ? (value: number) => value : representativeOf;
  let scale = 1;
  for (const [node, attribute, whole, step, version, closedAtMs, restated, ...stored] of rows) {
    let series = all.at(-1);
    if (series?.node !== node || series.attribute !== attribute) {
      series = { node, attribute, summary: [], points: [] };
      scale = scaleOf(request.metric, attribute);
      all.push(series);
    }
    const values = statValues(request.stats, stored, ofRanked).map((value, index) =>
      toUnit(value, request.stats[index]?.kind === "count" ? 1 : scale),
    );
    const closed = version === 0 ? undefined : { version, closedAtMs, isRestated: restated === 1 };
    if (whole === 1) Object.assign(series, { summary: values }, closed && { closed });
    if (whole === 0 || wholeIsPoint) {
      series.points.push({ atMs: plan.fromMs + step * plan.stepMs, values, ...(closed && { closed }) });
    }
  }
  return all;
}

function scaleOf(metric: readonly [Metric, ...Metric[]], attribute: string): number {
  return (parseAttribute(metric[0].name, attribute)?.metric ?? metric[0]).scale;
}

/** Divides by 10 000 rather than multiply by 1e-4, which would not give the nearest number. */
function toUnit(stored: number | null, scale: number): number | null {
  if (stored === null) return null;
  return scale < 1 ? stored / Math.round(1 / scale) : stored * scale;
}
