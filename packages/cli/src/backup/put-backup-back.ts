import { createReadStream } from "node:fs";
import { join } from "node:path";
import { type EventLog, listStreams, openCutRecord, restoreStream, type StreamSnapshot } from "@statwire/event-log";
import {
  type History,
  MigrationError,
  NotEmptyError,
  prepareToReceive,
  type ReceivingHistory,
} from "@statwire/history-store";
import { CommandError } from "../command.js";
import type { BackupStream, Manifest } from "./manifest.js";

export interface RestoreDeps {
  log: EventLog;
  history: History;
  folder: string;
  manifest: Manifest;
  /** The log is there still: only the tables are put back, and the ingester begins after their position. */
  tablesOnly: boolean;
  onStep(text: string): void;
  signal: AbortSignal;
}

/**
 * Puts a backup into servers that hold nothing, while no service runs: the tables, the streams with their sequences
 * and times, and then the record of how far the tables go, so that the ingester takes from the log what came after.
 * Interrupted, it is run again: the tables begin anew, streams that are there already are kept.
 * @throws CommandError when the servers hold anything else, or the tables are of another version.
 */
export async function putBackupBack(deps: RestoreDeps): Promise<void> {
  const { log, history, manifest, tablesOnly, onStep } = deps;
  const present = await (tablesOnly ? requireSameLog(log, manifest) : requireNothingElse(log, manifest));
  onStep("creating the tables");
  const receiving = await prepareToReceive(history, manifest.migrations).catch((error: unknown) => {
    if (error instanceof NotEmptyError)
      throw new CommandError(`${error.message}; a backup is put into empty servers only`);
    if (error instanceof MigrationError) throw new CommandError(`the tables are of another version: ${error.message}`);
    throw error;
  });
  await putTablesBack(deps, receiving);
  for (const stream of manifest.streams) if (!present.has(stream.name)) await putStreamBack(deps, stream);
  onStep("recording the position");
  await recordPositions(deps);
  await receiving.release();
}

/** Streams of this backup that an interrupted run has put back. Nothing can have been stored in them since. */
async function requireNothingElse(log: EventLog, { streams }: Manifest): Promise<Set<string>> {
  const present = await listStreams(log);
  for (const { name, created, lastSequence } of present) {
    const ours = streams.find((stream) => stream.name === name);
    if (ours !== undefined && ours.created === created && ours.lastSequence === lastSequence) continue;
    throw new CommandError(`the event log has the stream ${name} already; a backup is put into empty servers only`);
  }
  return new Set(present.map(({ name }) => name));
}

/** Sequences of the log mean what they meant when the backup was taken. */
async function requireSameLog(log: EventLog, { streams }: Manifest): Promise<Set<string>> {
  const present = await listStreams(log);
  for (const { name, created, lastSequence } of streams) {
    const found = present.find((stream) => stream.name === name);
    if (found?.created === created && found.lastSequence >= lastSequence) continue;
    throw new CommandError(`the stream ${name} is not the one of the backup; only a whole backup can be restored`);
  }
  return new Set(streams.map(({ name }) => name));
}

async function putTablesBack(
  { folder, manifest, onStep, signal }: RestoreDeps,
  receiving: ReceivingHistory,
): Promise<void> {
  for (const { name, partitions } of manifest.tables) {
    for (const { partition, file } of partitions) {
      signal.throwIfAborted();
      onStep(`filling the table ${name}, partition ${partition}`);
      await receiving.write(name, createReadStream(join(folder, file.path), { highWaterMark: 1024 ** 2 }));
    }
  }
  onStep("comparing the rows of every table");
  await receiving.finish(new Map(manifest.tables.map(({ name, rows }) => [name, rows])));
}

async function putStreamBack({ log, folder, onStep, signal }: RestoreDeps, stream: BackupStream): Promise<void> {
  onStep(`filling the stream ${stream.name}`);
  const chunks = createReadStream(join(folder, stream.file.path), { highWaterMark: 1024 ** 2 });
  const { config, state } = stream as unknown as StreamSnapshot;
  const { lastSequence } = await restoreStream(log, { config, state }, chunks, signal);
  if (lastSequence < stream.lastSequence) {
    throw new CommandError(`the stream ${stream.name} ends at ${lastSequence} instead of ${stream.lastSequence}`);
  }
}

/**
 * The streams are where the tables left off, whoever held them then. Where the log was there still, its ranges are to be
 * stored again under tokens of their own.
 */
async function recordPositions({ log, manifest, tablesOnly, signal }: RestoreDeps): Promise<void> {
  const created = new Map((await listStreams(log)).map((stream) => [stream.name, stream.created]));
  for (const { stream, committed } of manifest.positions) {
    const store = openCutRecord(log, stream);
    const { holder: _before, held: _over, ...record } = (await store.load()).record;
    const now = created.get(stream);
    const restored = {
      ...record,
      ...(now === undefined ? {} : { created: now }),
      // Whoever held the stream must not go on with what it knows.
      epoch: record.epoch + 1,
      generation: record.generation + (tablesOnly ? 1 : 0),
      committed,
      cuts: [],
      beat: record.beat + 1,
    };
    if ((await store.replace(restored, signal)) === "fenced") {
      throw new CommandError(`somebody stores ${stream} meanwhile: stop every service, and begin again`);
    }
  }
}
