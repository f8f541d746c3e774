import {
  bucketStream,
  type CutRecord,
  configurationBuckets,
  type EventLog,
  listStreams,
  snapshotStream,
  streamState,
  whileAlone,
  whileHeld,
} from "@statwire/event-log";
import { streams as definitions, type StreamDefinition } from "@statwire/events";
import { type FrozenHistory, type History, migrationState, prepareFreeze } from "@statwire/history-store";
import { CommandError, type Outside } from "../command.js";
import { beginFile, dropFile, writeManifest } from "./backup-folder.js";
import { type BackupStream, type BackupTable, type Manifest, manifestVersion, type Position } from "./manifest.js";

/** Streams that the ingester stores in the tables. */
export const storedStreams = Object.values<StreamDefinition>(definitions)
  .filter(({ requiredReaders }) => requiredReaders.includes("ingester"))
  .map(({ name }) => name);

const configurationStreams = Object.values(configurationBuckets).map(bucketStream);
const configurationAttemptsMax = 30;
const configurationPauseMs = 500;

export interface BackupDeps {
  log: EventLog;
  history: History;
  /** An empty folder. */
  folder: string;
  /** Names this backup, unlike any other. */
  by: string;
  /** What is under way. */
  onStep(text: string): void;
}

/**
 * Takes a backup. The tables are frozen at a position of the log while nothing is stored; then, with ingestion going on,
 * the streams are copied, which have all that came after the position; the rows of the frozen tables come last, because
 * nothing can happen to them. A folder without a manifest is an interrupted one.
 * @throws HoldError when another backup is under way, or the ingester does not pause.
 */
export async function takeBackup(deps: BackupDeps, outside: Outside): Promise<Manifest> {
  const { log, history, folder, by, onStep } = deps;
  return whileAlone(log, { by, now: outside.now, what: "backup" }, async () => {
    onStep("making ready");
    const { applied: migrations } = await migrationState(history);
    const frozen = await prepareFreeze(history);
    try {
      const moment = await freezeAtPosition(deps, frozen, outside);
      const streams: BackupStream[] = [];
      const names = (await listStreams(log)).map(({ name }) => name);
      const ofConfiguration = names.filter((name) => configurationStreams.includes(name));
      for (const name of names) {
        if (!ofConfiguration.includes(name)) streams.push(await copyStream(deps, name, outside.signal));
      }
      streams.push(...(await copyTogether(deps, ofConfiguration, outside)));
      const tables = await copyTables(deps, frozen, outside.signal);
      const { version } = outside;
      const manifest: Manifest = { format: manifestVersion, version, ...moment, migrations, tables, streams };
      onStep("writing the manifest");
      await writeManifest(folder, manifest);
      return manifest;
    } finally {
      await frozen.discard();
    }
  });
}

interface Moment {
  takenAt: string;
  heldSeconds: number;
  positions: Position[];
}

async function freezeAtPosition(deps: BackupDeps, frozen: FrozenHistory, outside: Outside): Promise<Moment> {
  const { now, sleep, signal } = outside;
  deps.onStep("waiting for the ingester to pause");
  const options = { streams: storedStreams, by: deps.by, now, sleep, signal };
  const beginMs = now();
  const taken = await whileHeld(deps.log, options, async (records) => {
    const takenAt = new Date(now()).toISOString();
    await frozen.freeze();
    return { takenAt, positions: [...records].map(([stream, record]) => toPosition(stream, record)) };
  });
  return { ...taken, heldSeconds: (now() - beginMs) / 1e3 };
}

function toPosition(stream: string, { created, generation, committed, epoch }: CutRecord): Position {
  return { stream, ...(created === undefined ? {} : { created }), generation, committed, epoch };
}

/**
 * The streams of the configuration as they were at one moment: a revision in one of them names a secret in another, which is gone
 * when it was replaced meanwhile. They are small, and seldom change: they are copied again until nothing was changed.
 * @throws CommandError when that does not come about
 */
async function copyTogether(
  deps: BackupDeps,
  names: readonly string[],
  { sleep, signal }: Outside,
): Promise<BackupStream[]> {
  for (let attempt = 1; attempt <= configurationAttemptsMax; attempt += 1) {
    const copies: BackupStream[] = [];
    for (const name of names) copies.push(await copyStream(deps, name, signal, attempt));
    if (await areAsCopied(deps.log, copies)) return copies;
    for (const { file } of copies) await dropFile(deps.folder, file);
    await sleep(configurationPauseMs);
  }
  throw new CommandError(
    "the configuration is changed too often to be copied at one moment; take the backup when less is changed",
  );
}

async function areAsCopied(log: EventLog, copies: readonly BackupStream[]): Promise<boolean> {
  for (const { name, lastSequence } of copies) {
    if ((await streamState(log, name)).lastSequence !== lastSequence) return false;
  }
  return true;
}

async function copyStream(
  { log, folder, onStep }: BackupDeps,
  name: string,
  signal: AbortSignal,
  attempt = 1,
): Promise<BackupStream> {
  onStep(`copying the stream ${name}`);
  const writer = await beginFile(folder, `streams/${name}${attempt === 1 ? "" : `-${attempt}`}.snapshot`);
  try {
    const { config, state, created } = await snapshotStream(log, name, writer.write, signal);
    const file = await writer.finish();
    const { first_seq: firstSequence, last_seq: lastSequence, messages } = state;
    return { name, file, created, firstSequence, lastSequence, messages, config: { ...config }, state: { ...state } };
  } finally {
    await writer.abandon();
  }
}

async function copyTables(
  { folder, onStep }: BackupDeps,
  frozen: FrozenHistory,
  signal: AbortSignal,
): Promise<BackupTable[]> {
  const tables: BackupTable[] = [];
  for (const name of frozen.tables) {
    const copied: BackupTable = { name, rows: 0, partitions: [] };
    for (const { partition, rows } of await frozen.partitions(name)) {
      onStep(`copying the table ${name}, partition ${partition}`);
      const writer = await beginFile(folder, `history/${name}/${partition}.native.zst`);
      try {
        for await (const chunk of await frozen.read(name, partition)) {
          signal.throwIfAborted();
          await writer.write(chunk as Uint8Array);
        }
        copied.partitions.push({ partition, rows, file: await writer.finish() });
      } finally {
        await writer.abandon();
      }
      copied.rows += rows;
    }
    tables.push(copied);
  }
  return tables;
}
