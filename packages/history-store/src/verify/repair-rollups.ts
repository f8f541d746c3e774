import type { History } from "../connect.js";
import { closeDay } from "../rollups/close-day.js";
import { closeHour, type NodeKey } from "../rollups/close-hour.js";
import { closeMonth } from "../rollups/close-month.js";
import { type ClosedRollup, nodesToCloseAgain } from "./closed-rollups.js";
import { type NodeDifference, nodeDifferencesMax } from "./difference.js";

/**
 * Makes an hour what its raw data gives, by closing it again for the nodes that differ. Rows that nothing gives any
 * more, and rows of a version that no close can have had, are deleted before, because a close only replaces. Nodes that
 * later events wait for are closed with them: behind the close's version nothing would be waiting any more. For the one
 * process that closes hours.
 * @param hour with the version of its latest close
 * @param committedSeq everything up to it is in the tables
 * @returns the version of the close: higher than before if anything was committed since
 */
export async function repairHour(
  history: History,
  hour: ClosedRollup,
  { differences, committedSeq }: { differences: readonly NodeDifference[]; committedSeq: number },
): Promise<number> {
  const version = Math.max(hour.version, committedSeq);
  await removeForeignRows(history, { table: "metric_1h", column: "hour", startMs: hour.startMs, differences, version });
  const differing = differences.map(({ workspace, node }): NodeKey => ({ workspace, node }));
  const nodes = [...differing, ...(await nodesToCloseAgain(history, hour))];
  const all = differences.length >= nodeDifferencesMax;
  await closeHour(history, { hourMs: hour.startMs, version, ...(all ? {} : { nodes }) });
  return version;
}

/** The same for a day, out of its closed hours, for all nodes. */
export async function repairDay(
  history: History,
  day: ClosedRollup,
  { differences, committedSeq }: { differences: readonly NodeDifference[]; committedSeq: number },
): Promise<number> {
  const version = Math.max(day.version, committedSeq);
  await removeForeignRows(history, { table: "metric_1d", column: "day", startMs: day.startMs, differences, version });
  await closeDay(history, { dayMs: day.startMs, version });
  return version;
}

/** The same for a month, out of its closed days, for all nodes. */
export async function repairMonth(
  history: History,
  month: ClosedRollup,
  { differences, committedSeq }: { differences: readonly NodeDifference[]; committedSeq: number },
): Promise<number> {
  const version = Math.max(month.version, committedSeq);
  const { startMs } = month;
  await removeForeignRows(history, { table: "metric_1mo", column: "month", startMs, differences, version });
  await closeMonth(history, { monthMs: startMs, version });
  return version;
}

interface Foreign {
  table: "metric_1h" | "metric_1d" | "metric_1mo";
  column: "hour" | "day" | "month";
  startMs: number;
  differences: readonly NodeDifference[];
  version: number;
}

async function removeForeignRows(history: History, foreign: Foreign): Promise<void> {
  const { table, column, startMs, differences, version } = foreign;
  const surplus = differences.flatMap(({ workspace, node, surplus: rows }) =>
    rows.map(([metric, attribute]) => ({ workspace, node, metric, attribute })),
  );
  if (surplus.length === 0 && !differences.some(({ storedVersion }) => storedVersion > version)) return;
  const texts = (values: readonly string[]) => `[${values.map(quoted).join(", ")}]`;
  const of = (name: "workspace" | "node" | "metric" | "attribute") => texts(surplus.map((row) => row[name]));
  await history.client.command({
    // Its text is kept with the parts, so it has the values in it.
    query: `
      ALTER TABLE ${table} DELETE
      WHERE ${column} = toDateTime(${Math.floor(startMs / 1000)}, 'UTC')
        AND (version > ${version}
          OR has(CAST(arrayZip(${of("workspace")}, ${of("node")}, ${of("metric")}, ${of("attribute")}),
               'Array(Tuple(String, String, String, String))'),
             (toString(workspace), toString(node), toString(metric), toString(attribute))))`,
    clickhouse_settings: { mutations_sync: "2" },
  });
}

function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
