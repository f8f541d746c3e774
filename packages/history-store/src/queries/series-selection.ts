import { type Metric, parseAttribute } from "@statwire/events";
import type { RawRange } from "../rollups/readings.js";
import { knownReadings } from "./known-readings.js";

/** Which series of one metric name are meant: catalogue entries, and the SQL that narrows a table to them. */
export interface SeriesSelection {
  metrics: readonly Metric[];
  /** Condition on the rows of the typed table, beginning with AND. */
  rawScope: string;
  /** Condition on `attribute`, beginning with AND, or empty for every attribute. */
  attributeScope: string;
  parameters: Record<string, unknown>;
}

export interface SelectionRequest {
  workspace: string;
  nodes: readonly string[];
  /** Every catalogue entry of one name. */
  metric: readonly [Metric, ...Metric[]];
  /** Only these attribute texts; every one when absent. */
  attributes?: readonly string[] | undefined;
}

/** Narrows a request to the columns and entities that its attributes name. */
export function selectSeries({ workspace, nodes, metric, attributes }: SelectionRequest): SeriesSelection {
  const named = attributes?.flatMap((text) => parseAttribute(metric[0].name, text) ?? []);
  const metrics =
    named === undefined ? metric : metric.filter((entry) => named.some((series) => series.metric === entry));
  const entities = [...new Set(named?.flatMap(({ entity }) => entity ?? []))];
  const entity = metric[0].entity?.column;
  const entityScope =
    named === undefined || entity === undefined ? "" : `AND toString(${entity}) IN {entities:Array(String)}`;
  return {
    metrics,
    rawScope: `AND workspace = {workspace:String} AND node IN {nodes:Array(String)} ${entityScope}`,
    attributeScope: attributes === undefined ? "" : "AND attribute IN {attributes:Array(String)}",
    parameters: { workspace, nodes, entities, attributes: attributes ?? [], metric: metric[0].name },
  };
}

/** Readings between two SQL instants; those that were known at a time, if one is given. */
export function rawRange(selection: SeriesSelection, bounds: Pick<RawRange, "from" | "to">, asOfMs?: number): RawRange {
  const known = asOfMs === undefined ? "" : knownReadings(firstOf(selection), asOfMs, bounds);
  return { ...bounds, scope: `${selection.rawScope} ${known}` };
}

/** The first metric, whose table and entity are those of all. */
export function firstOf({ metrics: [first] }: SeriesSelection): Metric {
  if (first === undefined) throw new Error("no metric selected");
  return first;
}
