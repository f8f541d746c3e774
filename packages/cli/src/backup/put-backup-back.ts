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
  onStep(text: string): void;
  signal: AbortSignal;
}

/**
 * Puts a whole backup into servers that hold nothing, while no service runs: the tables, the streams with their sequences
 * and times, and then the record of how far the tables go, so that the ingester takes from the log what came after.
 * Interrupted, it is run again: the tables begin anew, streams that are there already are kept.
 * @throws CommandError when the servers hold anything else, or the tables are of another version.
 */
export async function putBackupBack(deps: RestoreDeps): Promise<void> {
  const { log, history, manifest, onStep } = deps;
  const present = await requireNothingElse(log, manifest);
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

/** The streams are where the tables left off, whoever held them then. */
async function recordPositions({ log, manifest, signal }: RestoreDeps): Promise<void> {
  const created = new Map((await listStreams(log)).map((stream) => [stream.name, stream.created]));
  for (const { stream, generation, committed, epoch } of manifest.positions) {
    const record = openCutRecord(log, stream);
    const { beat } = (await record.load()).record;
    const now = created.get(stream);
    const restored = {
      epoch,
      generation,
      committed,
      cuts: [],
      beat: beat + 1,
      ...(now === undefined ? {} : { created: now }),
    };
    if ((await record.replace(restored, signal)) === "fenced") {
      throw new CommandError(
        `somebody stores ${stream} already: stop every service and begin again with empty servers`,
      );
    }
  }
}
