import type { EventAddress } from "@statwire/events";
import type { History } from "../connect.js";

/** What tells an event from every other of its node and family. */
export interface EventIdentity {
  bootId: bigint;
  sequence: bigint;
  observedAtMs: number;
  /** Of lines of a log, which are stored without the two numbers: the first, or what was given up before it. */
  lines?: { firstLine: bigint; firstText: string | undefined; droppedLines: bigint };
  /** Of a finding about events, which has no numbers of its own: what was found. */
  finding?: Finding;
}

/** What was found out about events, as it is stored. */
export interface Finding {
  event: string;
  family: string;
  bootId: bigint;
  first: bigint;
  last: bigint;
}

/** The most events that are asked for at once. */
export const storedEventsMax = 10_000;

const EVENTS = `
  WITH arrayZip(arrayMap(toUInt64, {boots:Array(String)}), arrayMap(toUInt64, {sequences:Array(String)})) AS wanted
  SELECT DISTINCT toString(boot_id) AS boot, toString(sequence) AS number
  FROM (
      SELECT boot_id, sequence FROM host_events
      WHERE workspace = {workspace:String} AND node = {node:String} AND family = {family:String}
        AND observed_at >= fromUnixTimestamp64Milli({fromMs:Int64}) AND observed_at <= fromUnixTimestamp64Milli({toMs:Int64})
      UNION ALL
      SELECT boot_id, sequence FROM quarantined_events
      WHERE workspace = {workspace:String} AND node = {node:String} AND family = {quarantined:String}
  )
  WHERE has(wanted, (boot_id, sequence))
  LIMIT ${storedEventsMax}`;

const LINES = `
  SELECT DISTINCT toString(line) AS number, text FROM log_lines
  WHERE workspace = {workspace:String} AND node = {node:String} AND log = {family:String}
    AND has(arrayMap(toUInt64, {numbers:Array(String)}), line)
  UNION ALL
  SELECT DISTINCT toString(before_line) AS number, concat('dropped ', toString(dropped_lines)) AS text FROM log_drops
  WHERE workspace = {workspace:String} AND node = {node:String} AND log = {family:String}
    AND has(arrayMap(toUInt64, {numbers:Array(String)}), before_line)`;

const FINDINGS = `
  SELECT DISTINCT toString(toUnixTimestamp64Milli(observed_at)) AS atMs, event, family, toString(boot_id) AS boot,
      toString(first_sequence) AS first, toString(last_sequence) AS last
  FROM integrity_events
  WHERE workspace = {workspace:String} AND node = {node:String}
    AND observed_at >= fromUnixTimestamp64Milli({fromMs:Int64}) AND observed_at <= fromUnixTimestamp64Milli({toMs:Int64})
  LIMIT ${storedEventsMax}`;

/**
 * Of each event whether the history has it, quarantined ones included: whatever it has must not be inserted once more
 * under another number of the log. What has outlived its retention it does not have.
 * @throws RangeError for more than `storedEventsMax` events.
 */
export async function storedEvents(
  history: History,
  address: EventAddress,
  events: readonly EventIdentity[],
): Promise<boolean[]> {
  if (events.length > storedEventsMax) throw new RangeError(`at most ${storedEventsMax} events, got ${events.length}`);
  if (events.length === 0) return [];
  if (address.kind === "integrity") return foundFindings(history, address, events);
  const found = await foundByNumbers(history, address, events);
  const lines = address.kind === "log" ? await foundLines(history, address, events) : new Set<string>();
  return events.map((event) => found.has(`${event.bootId} ${event.sequence}`) || lines.has(lineKey(event)));
}

async function foundByNumbers(
  { client }: History,
  { workspace, node, family, kind }: EventAddress,
  events: readonly EventIdentity[],
): Promise<Set<string>> {
  // As the landing tables clamp it: partitions that cannot have it are not read.
  const times = events.map(({ observedAtMs }) => Math.max(0, Math.min(observedAtMs, 4_102_444_800_000)));
  const result = await client.query({
    query: EVENTS,
    query_params: {
      workspace,
      node,
      family,
      quarantined: kind === "log" ? `log/${family}` : family,
      boots: events.map(({ bootId }) => String(bootId)),
      sequences: events.map(({ sequence }) => String(sequence)),
      fromMs: Math.min(...times),
      toMs: Math.max(...times),
    },
    format: "JSONEachRow",
  });
  const rows = await result.json<{ boot: string; number: string }>();
  return new Set(rows.map(({ boot, number }) => `${boot} ${number}`));
}

async function foundLines(
  { client }: History,
  { workspace, node, family }: EventAddress,
  events: readonly EventIdentity[],
): Promise<Set<string>> {
  const numbers = events.map(({ lines }) => String(lines?.firstLine ?? 0));
  const query_params = { workspace, node, family, numbers };
  const result = await client.query({ query: LINES, query_params, format: "JSONEachRow" });
  return new Set(
    (await result.json<{ number: string; text: string }>()).map(({ number, text }) => `${number} ${text}`),
  );
}

async function foundFindings(
  { client }: History,
  { workspace, node }: EventAddress,
  events: readonly EventIdentity[],
): Promise<boolean[]> {
  const times = events.map(({ observedAtMs }) => observedAtMs);
  const query_params = { workspace, node, fromMs: Math.min(...times), toMs: Math.max(...times) };
  const result = await client.query({ query: FINDINGS, query_params, format: "JSONEachRow" });
  const rows = await result.json<{
    atMs: string;
    event: string;
    family: string;
    boot: string;
    first: string;
    last: string;
  }>();
  const found = new Set(
    rows.map((row) => JSON.stringify([row.atMs, row.event, row.family, row.boot, row.first, row.last])),
  );
  return events.map(({ observedAtMs, finding }) =>
    found.has(
      JSON.stringify(
        [observedAtMs, finding?.event, finding?.family, finding?.bootId, finding?.first, finding?.last].map(String),
      ),
    ),
  );
}

/** A number alone is not enough: a node that lost its data begins to count again. */
function lineKey({ lines }: EventIdentity): string {
  return `${lines?.firstLine} ${lines?.firstText ?? `dropped ${lines?.droppedLines}`}`;
}
