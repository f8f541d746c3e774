import type { EventLog } from "./connect.js";
import { type CutRecord, openCutRecord } from "./cut-record.js";
import { HoldError, HoldTime } from "./hold-time.js";
import { openHold } from "./ingest-hold.js";

export interface HoldOptions {
  streams: readonly string[];
  /** Who asks: a name that nobody else uses, ever. Shown where the ingester says why it waits. */
  by: string;
  now(): number;
  /** @throws the reason of `signal` when that aborts. */
  sleep(ms: number): Promise<void>;
  signal: AbortSignal;
}

const aloneMs = 10_000;
const holdMs = 45_000;
const renewMs = 10_000;
/** What is begun while it is held is over within this. */
const marginMs = 15_000;
const confirmMs = 30_000;
const pollMs = 100;

/**
 * Does something while nothing of the streams is being stored, with the cut records as they stand meanwhile, and looks
 * afterwards whether it was so. Renews the holds while it lasts; what waits is stored afterwards.
 * @param act calls `requireHeld` before what cannot be undone: it throws HoldError when the holds have not lasted, or are
 * about to run out
 * @throws HoldError when somebody else holds a stream, its ingester does not confirm within half a minute, or something
 * was stored meanwhile; when the log does not answer.
 */
export async function whileHeld<Result>(
  log: EventLog,
  options: HoldOptions,
  act: (records: ReadonlyMap<string, CutRecord>, requireHeld: () => void) => Promise<Result>,
): Promise<Result> {
  const { streams, by, now } = options;
  const holds = streams.map((stream) => ({ stream, lane: openHold(log, stream, by) }));
  const time = new HoldTime(now);
  const place = async () => {
    const nowMs = now();
    for (const { stream, lane } of holds) {
      const other = await lane.place(nowMs + holdMs, nowMs);
      if (other !== undefined) throw new HoldError(`${stream} is held by ${other.by} until ${isoTime(other.untilMs)}`);
    }
    time.renewed(nowMs + holdMs);
  };
  let renewing: ReturnType<typeof renew> | undefined;
  try {
    await place();
    // Confirming may take a while, too.
    renewing = renew(place, renewMs);
    const records = new Map<string, CutRecord>();
    for (const { stream } of holds) records.set(stream, await confirmed(log, stream, options));
    const result = await act(records, () => time.require(marginMs));
    await renewing.end();
    for (const [stream, before] of records) await requireUnchanged(log, stream, before);
    time.require();
    return result;
  } finally {
    await renewing?.end();
    // One that stays is over within a minute.
    for (const { lane } of holds) await lane.lift().catch(() => undefined);
  }
}

/**
 * Does something that only one may do at a time, told apart by `what`. Whoever is killed meanwhile is in the way for ten
 * seconds.
 * @throws HoldError when somebody else does it, or the log was away for too long to be sure that nobody else did; when
 * the log does not answer at first.
 */
export async function whileAlone<Result>(
  log: EventLog,
  { what, by, now }: Pick<HoldOptions, "by" | "now"> & { what: string },
  act: () => Promise<Result>,
): Promise<Result> {
  const lane = openHold(log, what, by);
  let untilMs = 0;
  let other: string | undefined;
  const place = async () => {
    const nowMs = now();
    other = (await lane.place(nowMs + aloneMs, nowMs))?.by;
    if (other === undefined) untilMs = nowMs + aloneMs;
  };
  await place();
  if (other !== undefined) throw new HoldError(`${other} is under way, or was interrupted a few seconds ago`);
  const renewing = renew(place, aloneMs / 4);
  try {
    const result = await act();
    await renewing.end();
    if (now() >= untilMs) throw new HoldError("the event log was away for too long; somebody else may have begun, too");
    return result;
  } finally {
    await renewing.end();
    await lane.lift().catch(() => undefined);
  }
}

/** Waits until no cut of the stream is open, nor will be: the ingester says so, or nobody holds the stream. */
async function confirmed(log: EventLog, stream: string, { by, now, sleep }: HoldOptions): Promise<CutRecord> {
  const record = openCutRecord(log, stream);
  for (const deadlineMs = now() + confirmMs; ; await sleep(pollMs)) {
    const found = (await record.load()).record;
    const isConfirmed = found.holder === undefined || found.held?.by === by;
    if (isConfirmed && found.cuts.length === 0) return found;
    if (now() <= deadlineMs) continue;
    const state = found.cuts.length > 0 ? `${found.cuts.length} cuts are open` : "it does not answer";
    throw new HoldError(`the ingester of ${stream} does not pause: ${state}. Is it running, and ClickHouse with it?`);
  }
}

async function requireUnchanged(log: EventLog, stream: string, before: CutRecord): Promise<void> {
  const { record: after } = await openCutRecord(log, stream).load();
  const isSame =
    after.epoch === before.epoch &&
    after.generation === before.generation &&
    after.committed === before.committed &&
    after.cuts.length === 0;
  if (!isSame) throw new HoldError(`${stream} was stored on meanwhile: another ingester has taken it over`);
}

/** A renewal that fails is tried again at the next turn; whether the hold lasted is seen at the end. */
function renew(place: () => Promise<void>, everyMs: number): { end(): Promise<void> } {
  // One at a time, and none when it is lifted: a lane takes no second message while one is under way.
  let underWay: Promise<void> | undefined;
  const timer = setInterval(() => {
    underWay ??= place()
      .catch(() => undefined)
      .finally(() => {
        underWay = undefined;
      });
  }, everyMs);
  return {
    async end() {
      clearInterval(timer);
      await underWay;
    },
  };
}

function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
