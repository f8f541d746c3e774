import type { LandedKind } from "@statwire/events";
import type { History } from "../connect.js";
import { insertLanded, type LandedInsert, type Refused, unrememberedInsert } from "./insert-landed.js";
import { correctKnownLogs, excessLines } from "./known-logs.js";
import { differingRows, removeRows, restoreRows } from "./reached-rows.js";
import { type ReachedTable, reachedTables } from "./reached-tables.js";

/** What was done: nothing, as a rule. */
export type SettleOutcome = { ok: true; repaired: RepairedTable[] } | Refused;

export interface RepairedTable {
  table: string;
  /** Rows of the batch, each with how often it was there beside how often it should be. */
  missingRows: number;
  surplusRows: number;
}

/** A repair that does not end is given up; the same call may be repeated. */
const roundsMax = 3;

/**
 * Makes an insert exact whose outcome is in doubt: a predecessor may have made it, in part or whole, on a server that
 * has lost its memory of tokens since (it is not fsynced, so a power cut can take it). The insert is repeated under its
 * token, then every table that it reaches is compared with what the views make of the batch, row by row. Rows that are
 * missing or there too often are deleted and written again; other rows, of the same node and time too, stay. (A row does
 * not say which event it came from: should another event have brought the very same reading of the same millisecond, it
 * is kept once.)
 *
 * To be called by one process at a time, and only while nothing else inserts this batch.
 * @throws Error when the server is away, or a repair of an earlier call is still under way there: may be repeated.
 */
export async function settleLanded(history: History, insert: LandedInsert): Promise<SettleOutcome> {
  const outcome = await insertLanded(history, insert);
  if (!outcome.ok) return outcome;
  return restoreLanded(history, insert);
}

/**
 * Makes what tables have of a batch exact that was inserted before: puts rows back that were lost since, and takes away
 * what is there too often. A batch that the server refused then is refused again, and nothing is done.
 *
 * To be called by one process at a time, and only while nothing else inserts this batch.
 * @param isWanted the tables to look at; all that the batch reaches when absent
 * @throws Error when the server is away, or an earlier call is still under way there: may be repeated.
 */
export async function restoreLanded(
  history: History,
  { kind, body }: Omit<LandedInsert, "token">,
  isWanted: (table: string) => boolean = () => true,
): Promise<SettleOutcome> {
  await waitsForNone(history);
  const scratch = scratchName(kind);
  await command(history, `DROP TABLE IF EXISTS ${scratch} SYNC`);
  // A table on the disk: a deletion that the server takes up again after a restart reads it, too.
  await command(history, `CREATE TABLE ${scratch} AS landing_${kind} ENGINE = MergeTree ORDER BY tuple()`);
  const outcome = await unrememberedInsert(history, { kind, body, table: scratch });
  if (!outcome.ok) return outcome;
  const repaired = new Map<string, RepairedTable>();
  for (const table of await reachedTables(history, kind, scratch)) {
    const found = isWanted(table.name) ? await makeExact(history, table) : undefined;
    if (found !== undefined) repaired.set(table.name, found);
  }
  await command(history, `DROP TABLE ${scratch} SYNC`);
  return { ok: true, repaired: [...repaired.values()] };
}

/** What was wrong at first; undefined when nothing was. */
async function makeExact(history: History, table: ReachedTable): Promise<RepairedTable | undefined> {
  if (!table.keepsRows) {
    // It folds rows with functions that do not mind a repeat, so that the repeat is simply made.
    await restoreRows(history, table);
    return undefined;
  }
  let first: RepairedTable | undefined;
  for (let round = 1; round <= roundsMax; round += 1) {
    const { missingRows, surplusRows } = await differingRows(history, table);
    if (missingRows === 0 && surplusRows === 0) return first;
    first ??= { table: table.name, missingRows, surplusRows };
    const excess = table.name === "log_lines" ? await excessLines(history, table) : [];
    await removeRows(history, table);
    await restoreRows(history, table);
    await correctKnownLogs(history, excess);
  }
  throw new Error(`${table.name} still differs from its batch after ${roundsMax} repairs`);
}

function scratchName(kind: LandedKind): string {
  return `in_doubt_${kind}`;
}

/** A statement of an earlier call, whose answer got lost, may still run. */
async function waitsForNone({ client }: History): Promise<void> {
  const result = await client.query({ query: UNDER_WAY, format: "JSONEachRow" });
  const [row] = await result.json<{ statements: string }>();
  if (Number(row?.statements) > 0) throw new Error("an earlier repair is still under way");
}

async function command({ client }: History, query: string): Promise<void> {
  await client.command({ query });
}

const UNDER_WAY = `
  SELECT
      (SELECT count() FROM system.mutations
       WHERE database = currentDatabase() AND NOT is_done AND position(command, 'in_doubt_') > 0)
    + (SELECT count() FROM system.processes
       WHERE current_database = currentDatabase() AND query_id != queryID() AND position(query, 'in_doubt_') > 0)
      AS statements`;
