import {
  checkDeduplicationWindows,
  type History,
  isEmpty,
  type LeavingRows,
  migrate,
  unappliedMigrations,
} from "@statwire/history-store";
import type { Logger } from "@statwire/runtime";
import type { CutLedger } from "./ledger.js";
import type { Persevere } from "./take-over.js";

/** What preparing needs of a stream. */
export interface PreparedStream {
  readonly ledger: CutLedger;
  /** Inserts what a predecessor has recorded again, under the same tokens; or leaves it to be tried later. */
  finishOpenCuts(): Promise<void>;
}

/**
 * Brings the tables up to date and finishes the open cuts of every stream, which comes first: a migration must not
 * change a view between two attempts of one insert. An empty store has no views yet; one that had events is filled again.
 */
export async function prepareHistory(
  history: History,
  streams: readonly PreparedStream[],
  { persevere, log }: { persevere: Persevere; log: Logger },
): Promise<void> {
  const ledgers = streams.map(({ ledger }) => ledger);
  const begun = ledgers.some(({ record }) => record.committed > 0 || record.cuts.length > 0);
  const empty = !begun || (await persevere("looking at the tables", () => isEmpty(history)));
  for (const ledger of empty ? ledgers : []) {
    const { committed } = ledger.record;
    // Nothing committed proves nothing: the first insert may still be under way on the server.
    if (committed === 0) continue;
    log.warn({ committed }, "the history store is empty: filling it again from what the log holds");
    await ledger.restart(0);
  }
  const bringUpToDate = () =>
    migrate(history, {
      onShortened: (leaving) => warnOfLeavingRows(log, leaving),
      onRewriting: (table, partsLeft) => log.info({ table, partsLeft }, "a migration has a table written anew"),
    });
  const migrateFirst = empty || ledgers.every(({ record }) => record.cuts.length === 0);
  if (migrateFirst) await persevere("migrating", bringUpToDate);
  await persevere("checking the tables", () => checkDeduplicationWindows(history, { migrated: migrateFirst }));
  for (const stream of streams) await stream.finishOpenCuts();
  if (migrateFirst) return;
  const isLeft = ledgers.some(({ record }) => record.cuts.length > 0);
  const unapplied = isLeft ? await persevere("looking at the migrations", () => unappliedMigrations(history)) : [];
  if (unapplied.length > 0) throw new Error(`${unapplied.join(", ")} must wait until what is refused is set aside`);
  await persevere("migrating", bringUpToDate);
  await persevere("checking the tables", () => checkDeduplicationWindows(history));
}

/** Said before it is set: what has left does not come back. */
function warnOfLeavingRows(log: Logger, leaving: readonly LeavingRows[]): void {
  const rows = leaving.reduce((sum, table) => sum + table.rows, 0);
  const oldest = new Date(Math.min(...leaving.map(({ oldestMs }) => oldestMs))).toISOString();
  const tables = leaving.map((table) => `${table.table}: ${table.rows} older than ${table.days} d`);
  log.warn({ rows, oldest, tables }, "a shorter retention deletes rows");
}
