import { escapeToken } from "@statwire/events";
import { z } from "zod";
import type { EventLog } from "./connect.js";
import { type Lane, openLane } from "./lane.js";
import { nodesBucket } from "./streams.js";

/** A node that has a number. */
export interface KnownNode {
  /** From 1, in the order in which nodes were added; never changed and never given again. */
  id: number;
  node: string;
  /** When it was first heard of (Unix milliseconds). */
  firstSeenAtMs: number;
}

export type NewNode = Omit<KnownNode, "id">;

/** A device that has a number out of the same row: `device` is the id of its document. */
export interface KnownDevice extends Omit<KnownNode, "node"> {
  device: string;
}

export type NewDevice = Omit<KnownDevice, "id">;

/** The numbers of a workspace's nodes and devices. Reads are from memory; several writers agree through the log. */
export interface NodeDirectory {
  find(node: string): KnownNode | undefined;
  findDevice(device: string): KnownDevice | undefined;
  /** The nodes, by id. */
  list(): readonly KnownNode[];
  /**
   * Reads what others have added meanwhile.
   * @throws when the log does not answer.
   */
  refresh(): Promise<void>;
  /**
   * Gives an id to each of these that has none yet, in the order given.
   * @throws when the log does not answer or refuses; what was stored until then stays.
   */
  add(entries: readonly (NewNode | NewDevice)[]): Promise<void>;
}

/** Names on one page: with every character escaped in JSON it still fits a message. */
export const pageNodesMax = 400;

/** More than any number of writers that start at once. */
const attemptsMax = 100;

const firstSeenAtMs = z.number().int().nonnegative();
const pageSchema = z.array(
  z.union([z.object({ node: z.string(), firstSeenAtMs }), z.object({ device: z.string(), firstSeenAtMs })]),
);

/**
 * Opens the directory of a workspace: a list that only grows, on pages of the bucket `nodes`, the id being the place in
 * it. A page is replaced by compare-and-swap, and a new one is begun only by who has seen the one before it full, so no
 * two entries get one id and none gets two. Call `refresh` before the first read.
 */
export function openNodeDirectory(log: EventLog, workspace: string): NodeDirectory {
  const state: Directory = { pages: [], byName: new Map(), byDevice: new Map(), list: [] };
  const lanes: Lane[] = [];
  const laneOf = (page: number): Lane => {
    lanes[page] ??= openLane(log, {
      stream: `KV_${nodesBucket}`,
      subject: `$KV.${nodesBucket}.${escapeToken(workspace)}.${page}`,
    });
    return lanes[page];
  };
  // One at a time: a lane has one publish under way.
  let before: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(act: () => Promise<Result>): Promise<Result> => {
    const turn = before.then(act);
    before = turn.catch(() => undefined);
    return turn;
  };
  // Whoever asks before one has begun has a part in it: under load a trip to the log is then for all who wait.
  let refreshing: Promise<void> | undefined;
  const refresh = async () => {
    refreshing = undefined;
    await readPages(state, laneOf);
  };
  return {
    find: (node) => state.byName.get(node),
    findDevice: (device) => state.byDevice.get(device),
    list: () => state.list,
    refresh: () => {
      refreshing ??= inTurn(refresh);
      return refreshing;
    },
    add: (entries) => inTurn(() => addEntries(state, laneOf, entries)),
  };
}

type NewEntry = NewNode | NewDevice;

interface Directory {
  pages: NewEntry[][];
  byName: Map<string, KnownNode>;
  byDevice: Map<string, KnownDevice>;
  list: KnownNode[];
  /** The page that was read last, as the log has it and as it was understood. */
  lastRead?: { page: number; payload: Buffer; entries: readonly NewEntry[] };
}

/** Reads from the last known page on, until one is not full. */
async function readPages(state: Directory, laneOf: (page: number) => Lane): Promise<number> {
  for (let page = Math.max(0, state.pages.length - 1); ; page += 1) {
    const last = await laneOf(page).last();
    const entries = last === undefined ? [] : entriesOf(state, page, last.payload);
    learn(state, page, entries);
    if (entries.length < pageNodesMax) return page;
  }
}

/** What a page says. One that is as it was read last is not read again: of 50 nodes that costs 13 µs of the processor, and its comparison 0.14 µs. */
function entriesOf(state: Directory, page: number, payload: Uint8Array): readonly NewEntry[] {
  const { lastRead } = state;
  if (lastRead?.page === page && lastRead.payload.equals(payload)) return lastRead.entries;
  const entries = pageSchema.parse(JSON.parse(new TextDecoder().decode(payload)));
  state.lastRead = { page, payload: Buffer.from(payload), entries };
  return entries;
}

async function addEntries(
  state: Directory,
  laneOf: (page: number) => Lane,
  entries: readonly NewEntry[],
): Promise<void> {
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    // Also learns whether an attempt that got no answer was stored.
    const page = await readPages(state, laneOf);
    const missing = entries.filter((entry) => !isKnown(state, entry));
    if (missing.length === 0) return;
    const there = state.pages[page] ?? [];
    const longer = [...there, ...missing.slice(0, pageNodesMax - there.length)];
    const outcome = await laneOf(page).publish(new TextEncoder().encode(JSON.stringify(longer)));
    if (outcome.kind === "refused") throw new Error(`nodes cannot be numbered: ${outcome.reason}`);
  }
  throw new Error(`nodes cannot be numbered: others were faster ${attemptsMax} times`);
}

function isKnown({ byName, byDevice }: Directory, entry: NewEntry): boolean {
  return "node" in entry ? byName.has(entry.node) : byDevice.has(entry.device);
}

/** A page that is shorter than what is known comes from a replica that is behind. */
function learn(state: Directory, page: number, entries: readonly NewEntry[]): void {
  const known = state.pages[page] ?? [];
  state.pages[page] = known;
  for (const entry of entries.slice(known.length)) {
    known.push(entry);
    const id = page * pageNodesMax + known.length;
    if ("device" in entry) {
      state.byDevice.set(entry.device, { id, ...entry });
      continue;
    }
    const numbered = { id, ...entry };
    state.byName.set(entry.node, numbered);
    state.list.push(numbered);
  }
}
