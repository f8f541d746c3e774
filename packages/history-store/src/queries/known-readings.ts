import { isSurvey, type Metric, moduleFamily } from "@statwire/events";
import type { RawRange } from "../rollups/readings.js";

/** Readings of a node's clock that is ahead are accepted up to so far: what was known at a time may be dated later. */
export const aheadMaxMs = 300_000;

/**
 * A condition (beginning with AND) on the rows of a typed table: only readings whose event the log had received by a
 * time (Unix milliseconds). The tables do not say when a reading came, but that of events does, and an event is known by
 * node, family and the time of its readings. Where a module is read at an interval of its own, its own event tells.
 */
export function knownReadings(metric: Metric, asOfMs: number, { from, to }: Pick<RawRange, "from" | "to">): string {
  const [own, other] = familiesOf(metric);
  return `
    AND (node, ts) IN (
        SELECT node, observed_at FROM host_events
        WHERE workspace = {workspace:String} AND node IN {nodes:Array(String)} AND family IN ('${own}', '${other}')
            AND observed_at >= ${from} - INTERVAL 1 HOUR AND observed_at < ${to}
        GROUP BY node, observed_at
        HAVING if(countIf(family = '${own}') > 0, minIf(received_at, family = '${own}'), min(received_at))
            <= fromUnixTimestamp64Milli(toInt64(${asOfMs}), 'UTC'))`;
}

function familiesOf({ module }: Metric): [own: string, other: string] {
  if (module === "inventory") return [module, module];
  const own = moduleFamily(module);
  return [own, isSurvey(module) ? own : "host"];
}
