import {
  type History,
  reportOfEvent,
  rollupOfEvent,
  type StoredEvent,
  storedEvent,
  storedLine,
  typedRows,
} from "@statwire/history-store";
import type { HistoryPlace, Sought } from "./trace.js";

/** The rows of a number, of every run unless one is sought; the newest run first. Of lines: their rows. */
export async function lookForRows(history: History, sought: Sought): Promise<StoredEvent[]> {
  const { workspace, node, family, kind, number, bootId } = sought;
  if (kind !== "log") return storedEvent(history, { workspace, node, family, sequence: number, bootId });
  const { rows } = await storedLine(history, { workspace, node, log: family, line: number });
  return rows.map(({ eventSeq, atMs, receivedAtMs }) => ({
    ...{ bootId: 0, eventSeq, eventIndex: 0, observedAtMs: atMs, receivedAtMs, quarantined: "" },
  }));
}

/** Everything that the history has of an event, whose rows were looked for before. */
export async function lookIntoHistory(
  history: History,
  sought: Sought,
  rows: readonly StoredEvent[],
): Promise<HistoryPlace> {
  const { workspace, node, family, kind, number, bootId } = sought;
  const isLog = kind === "log";
  const line = isLog ? `log/${family}` : family;
  const report = await reportOfEvent(history, { workspace, node, family: line, sequence: number, bootId });
  const reported = report === undefined ? {} : { report };
  const [row] = rows;
  if (row === undefined) {
    const found = isLog ? await storedLine(history, { workspace, node, log: family, line: number }) : undefined;
    return { state: "absent", ...reported, ...(found?.givenUp && { givenUp: found.givenUp }) };
  }
  const shown = rows.map(({ bootId: _, ...fields }) => fields);
  if (isLog) return { state: "stored", rows: shown, tables: [{ table: "log_lines", rows: rows.length }], ...reported };
  if (row.quarantined !== "") return { state: "quarantined", rows: shown, tables: [], ...reported };
  const { observedAtMs, eventSeq } = row;
  const tables = await typedRows(history, { workspace, node, observedAtMs });
  const rollup = await rollupOfEvent(history, { workspace, node, eventSeq, observedAtMs, tables });
  return {
    state: "stored",
    rows: shown,
    tables: [{ table: "host_events", rows: rows.length }, ...tables],
    ...(rollup && { rollup }),
    ...reported,
  };
}
