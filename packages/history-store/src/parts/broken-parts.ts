import type { History } from "../connect.js";
import { startedAtMs } from "../queries/started-at.js";

/** A part of a table of which the disk has not what it should. */
export interface BrokenPart {
  table: string;
  /** Its name, or that of its folder when it was set aside. */
  part: string;
  /** As ClickHouse names it: `20260131` for a day, `202601` for a month, `all`. */
  partitionId: string;
  reason: string;
  /**
   * The server found it when it started and has put it aside: reads go on without its rows. Otherwise every read that
   * needs it fails.
   */
  isSetAside: boolean;
}

interface Part {
  table: string;
  part: string;
  partitionId: string;
}

/** A part that was merged away or dropped since it was listed. */
const noSuchPart = "232";

/**
 * Has the server compare its parts with the sums of their bytes, those that were written since a time (Unix milliseconds of
 * its clock) or all, and lists those that it has set aside. Reads all bytes of the parts that it compares.
 * @param onCompared told how many were compared, of how many
 */
export async function brokenParts(
  history: History,
  {
    sinceMs = 0,
    onCompared = () => undefined,
  }: { sinceMs?: number; onCompared?(done: number, all: number): void } = {},
): Promise<BrokenPart[]> {
  const parts = await read<Part>(history, `${WRITTEN} ORDER BY table, part`, { sinceMs });
  const broken: BrokenPart[] = [];
  for (const [index, part] of parts.entries()) {
    const reason = await faultOf(history, part);
    if (reason !== undefined) broken.push({ ...part, reason, isSetAside: false });
    onCompared(index + 1, parts.length);
  }
  return [...broken, ...(await partsSetAside(history))];
}

/** Those that the server has put aside because it could not load them. */
export async function partsSetAside(history: History): Promise<BrokenPart[]> {
  const parts = await read<Part & { reason: string }>(history, SET_ASIDE);
  return parts.map((part) => ({ ...part, isSetAside: true }));
}

/**
 * Has the server load a table's parts anew, as at its start: it sets broken ones aside, and takes those back that a broken
 * one was merged of, as long as they are there (eight minutes). The table is away for a moment.
 */
export async function loadPartsAnew({ client }: History, table: string): Promise<void> {
  await client.command({ query: `DETACH TABLE ${table} SYNC` });
  await client.command({ query: `ATTACH TABLE ${table}` });
}

/** Of a server whose broken parts were set aside. */
export interface SetAsideOutcome {
  /** Tables of which parts were broken. */
  tables: string[];
  /** Parts (`TABLE PART`) for which there was no time. */
  notCompared: string[];
}

/**
 * Has the server set those parts aside that were written since a time (Unix milliseconds), and since it was started, and that
 * its disk has not as they should be. What takes too long is left out, the largest parts first.
 * @param withinMs time for the comparison with the disk
 */
export async function setBrokenAside(
  history: History,
  { sinceMs, withinMs }: { sinceMs: number; withinMs: number },
): Promise<SetAsideOutcome> {
  await attachAll(history);
  const since = Math.max(sinceMs, await startedAtMs(history));
  const parts = await read<Part>(history, `${WRITTEN} ORDER BY bytes_on_disk, table, part`, { sinceMs: since });
  const tables = new Set<string>();
  const notCompared: string[] = [];
  const signal = AbortSignal.timeout(withinMs);
  for (const part of parts) {
    const isBroken = await isBrokenWithin(history, part, signal);
    if (isBroken === undefined) notCompared.push(`${part.table} ${part.part}`);
    if (isBroken) tables.add(part.table);
  }
  for (const table of tables) await loadPartsAnew(history, table);
  if (tables.size > 0) await endFormerRepairs(history);
  return { tables: [...tables], notCompared };
}

/** Attaches the tables whose parts somebody was loading anew and was interrupted. */
export async function attachAll(history: History): Promise<void> {
  for (const { table } of await read<{ table: string }>(history, DETACHED)) {
    await history.client.command({ query: `ATTACH TABLE ${table}` });
  }
}

/**
 * Ends deletions of `settleLanded` and `restoreLanded` that were made on a part that has been set aside, and which the server
 * now makes anew on the part before it, for ever: what they read is gone.
 * @returns their tables, in which rows may be twice
 */
export async function endFormerRepairs(history: History): Promise<string[]> {
  const tables = await read<{ table: string }>(history, `SELECT DISTINCT table FROM system.mutations WHERE ${FORMER}`);
  if (tables.length > 0) await history.client.command({ query: `KILL MUTATION WHERE ${FORMER} SYNC` });
  return tables.map(({ table }) => table);
}

/** Rows by table and partition (`TABLE PARTITION_ID`), as the server knows them: those of broken parts count. */
export async function rowsOfPartitions(history: History): Promise<Map<string, number>> {
  const rows = await read<{ partition: string; rows: string }>(history, ROWS);
  return new Map(rows.map((row) => [row.partition, Number(row.rows)]));
}

/** Deletes a part that was set aside. */
export async function dropPartSetAside({ client }: History, { table, part }: BrokenPart): Promise<void> {
  await client.command({
    query: `ALTER TABLE ${table} DROP DETACHED PART {part:String}`,
    query_params: { part },
    clickhouse_settings: { allow_drop_detached: 1 },
  });
}

/** Undefined when there was no time to find out. */
async function isBrokenWithin(history: History, part: Part, signal: AbortSignal): Promise<boolean | undefined> {
  if (signal.aborted) return undefined;
  try {
    return (await faultOf(history, part, signal)) !== undefined;
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}

async function faultOf({ client }: History, { table, part }: Part, signal?: AbortSignal): Promise<string | undefined> {
  const query = `CHECK TABLE ${table} PART '${part}' SETTINGS check_query_single_value_result = 0, max_threads = 1`;
  try {
    const result = await client.query({
      query,
      format: "JSONEachRow",
      ...(signal === undefined ? {} : { abort_signal: signal }),
    });
    const [found] = await result.json<{ is_passed: number; message: string }>();
    return found?.is_passed === 0 ? found.message : undefined;
  } catch (error) {
    if ((error as { code?: string }).code === noSuchPart) return undefined;
    throw error;
  }
}

async function read<Row>({ client }: History, query: string, query_params = {}): Promise<Row[]> {
  return (await client.query({ query, query_params, format: "JSONEachRow" })).json<Row>();
}

const WRITTEN = `
  SELECT table, name AS part, partition_id AS partitionId FROM system.parts
  WHERE database = currentDatabase() AND active AND modification_time >= fromUnixTimestamp64Milli({sinceMs:Int64})`;

const SET_ASIDE = `
  SELECT table, name AS part, assumeNotNull(partition_id) AS partitionId, assumeNotNull(reason) AS reason
  FROM system.detached_parts WHERE database = currentDatabase() AND startsWith(assumeNotNull(reason), 'broken')
  ORDER BY table, part`;

const FORMER = "database = currentDatabase() AND NOT is_done AND position(command, 'in_doubt_') > 0";

const DETACHED = `
  SELECT table FROM system.detached_tables WHERE database = currentDatabase() AND NOT is_permanently ORDER BY table`;

const ROWS = `
  SELECT concat(table, ' ', partition_id) AS partition, sum(rows) AS rows FROM system.parts
  WHERE database = currentDatabase() AND active GROUP BY partition`;
