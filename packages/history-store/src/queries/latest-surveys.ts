import { moduleFamily, surveyModules } from "@statwire/events";
import type { History } from "../connect.js";
import type { LatestRows, StateTable } from "./latest-rows.js";

type Survey = (typeof surveyModules)[number];

/** Where each survey is stored. */
const surveyTables: Record<Survey, readonly StateTable[]> = {
  gpus: ["host_gpus"],
  batteries: ["host_batteries"],
  raids: ["host_raids"],
  physicalDisks: ["host_physical_disks"],
  power: ["host_voltages", "host_currents", "host_power_draws", "host_energies"],
  kernel: ["host_kernel"],
  connections: ["host_connections"],
  clock: ["host_clock"],
  users: ["host_users"],
  updates: ["host_updates"],
  containers: ["host_containers"],
  units: ["host_unit_totals", "host_units"],
  tasks: ["host_tasks"],
  alerts: ["host_alerts"],
};

const surveyOfFamily = new Map(surveyModules.map((survey) => [moduleFamily(survey), survey]));

interface SurveyEvent {
  family: string;
  at_ms: number;
  previous_ms: number;
  boot_id: number;
  sequence: number;
  sources: { module: string; source: string }[];
}

/**
 * The latest reading of each survey of a node until a time. The event tells when it was, not the rows: where the reading found
 * nothing there are none, and then the rows of an earlier one must not stand for it.
 */
export async function latestSurveys(
  history: History,
  node: { workspace: string; node: string },
  untilMs: number,
): Promise<LatestRows[]> {
  const query_params = { ...node, families: [...surveyOfFamily.keys()], until: untilMs };
  const result = await history.client.query({ query: EVENTS, query_params, format: "JSONEachRow" });
  const found = (await result.json<SurveyEvent>()).flatMap((event) => {
    const module = surveyOfFamily.get(event.family);
    return module === undefined ? [] : surveyTables[module].map((table) => ({ module, table, event }));
  });
  return Promise.all(
    found.map(async ({ module, table, event }): Promise<LatestRows> => {
      const { at_ms, previous_ms, boot_id, sequence, sources } = event;
      return {
        table,
        module,
        observedAtMs: at_ms,
        ...(previous_ms !== 0 && { intervalMs: at_ms - previous_ms }),
        bootId: boot_id,
        sequence,
        source: sources.find((named) => named.module === module)?.source ?? "direct",
        rows: await rowsAt(history, table, { ...node, at: at_ms }),
      };
    }),
  );
}

async function rowsAt(
  { client }: History,
  table: StateTable,
  parameters: { workspace: string; node: string; at: number },
): Promise<Record<string, unknown>[]> {
  const query = `
    SELECT * EXCEPT (workspace, node, ts) FROM ${table}
    WHERE workspace = {workspace:String} AND node = {node:String}
        AND ts = fromUnixTimestamp64Milli({at:Int64}, 'UTC')
    ORDER BY ALL LIMIT 10000`;
  const result = await client.query({
    query,
    query_params: parameters,
    format: "JSONEachRow",
    // Linux's limits reach 2^63 - 1, beyond the numbers of JavaScript.
    clickhouse_settings: { output_format_json_quote_64bit_integers: 1 },
  });
  return result.json();
}

const EVENTS = `
  SELECT
      family,
      toUnixTimestamp64Milli(times[1]) AS at_ms, toUnixTimestamp64Milli(times[2]) AS previous_ms,
      latest.1 AS boot_id, latest.2 AS sequence, latest.3 AS sources
  FROM (
      SELECT
          family,
          arraySlice(arrayReverseSort(groupUniqArray(observed_at)), 1, 2) AS times,
          argMax((boot_id, sequence, sources), (observed_at, boot_id, sequence)) AS latest
      FROM host_events
      WHERE workspace = {workspace:String} AND node = {node:String} AND family IN {families:Array(String)}
          AND observed_at <= fromUnixTimestamp64Milli({until:Int64}, 'UTC')
      GROUP BY family
  )`;
