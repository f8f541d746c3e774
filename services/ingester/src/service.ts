import { randomUUID } from "node:crypto";
import { connectEventLog, ensureStreams, toStreamLimits, unsafeStreamSettings } from "@statwire/event-log";
import { streams } from "@statwire/events";
import { connectHistory, toHistoryOptions, unsafeHistorySettings } from "@statwire/history-store";
import { requireSafeServers, type Service } from "@statwire/runtime";
import { watchDeadLetters } from "./dropped-letters.js";
import { openFaultPoints } from "./fault-points.js";
import { IngestRun } from "./ingest-run.js";
import { finishOrPause, ingestUntilStopped } from "./ingest-until-stopped.js";
import { ingestedStreams } from "./ingested-streams.js";
import { rollupChecks } from "./integrity/check-rollups.js";
import { watchGaps } from "./integrity/watch-gaps.js";
import { ingesterMetrics } from "./metrics.js";
import { prepareHistory } from "./prepare-history.js";
import type { ingesterSettings } from "./settings.js";
import { storeDisk } from "./store-disk.js";
import { perseverance, type Trouble, takeOver } from "./take-over.js";

type Ingester = Service<typeof ingesterSettings>;

const name = "ingester";

/** Wires the ingester: takes the streams over, finishes what a predecessor left, then ingests until the service stops. */
export async function startIngester(service: Ingester): Promise<void> {
  const { settings, log, signal } = service;
  const around = openFaultPoints({ MODE: settings.MODE, file: settings.INGEST_FAULTS_FROM });
  const credentialsFile = settings.NATS_CREDS_FILE;
  const eventLog = await connectEventLog({ url: settings.NATS_URL, credentialsFile, name, log, signal });
  service.onStop("event log", () => eventLog.close());
  const history = connectHistory(toHistoryOptions(settings));
  service.onStop("history store", () => history.close());
  service.addReadiness("event log", () => eventLog.status());
  const troubles = new Map(ingestedStreams.map((stream) => [stream, { reason: "taking the stream over" } as Trouble]));
  for (const [stream, trouble] of troubles) service.addReadiness(`ingest ${stream.name}`, () => trouble.reason);

  const persevere = perseverance([...troubles.values()], { signal, log });
  const limits = toStreamLimits(settings);
  const unsafeStreams = await persevere("looking at the streams", () => unsafeStreamSettings(eventLog, limits));
  requireSafeServers({ nats: unsafeStreams, clickhouse: unsafeHistorySettings(settings) }, settings, log);
  await persevere("creating the streams", () => ensureStreams(eventLog, limits));
  const silenceMs = settings.INGEST_TAKEOVER_MS;
  const options = { holder: randomUUID(), silenceMs, troubles, persevere, around, signal, log };
  const held = await takeOver(eventLog, ingestedStreams, options);
  const metrics = ingesterMetrics(service.metrics);
  const disk = storeDisk(history, { around, log });
  const runs = held.map((one) => new IngestRun(service, { ...one, eventLog, history, disk, name, metrics, around }));
  const prepared = runs.map((run) => ({ ledger: run.ledger, finishOpenCuts: () => finishOrPause(service, run) }));
  await prepareHistory(history, prepared, { persevere, log });
  for (const run of runs) await run.startOverWhereTheLogEnds();
  for (const trouble of troubles.values()) if (!trouble.isStopped) trouble.reason = undefined;
  const ended = runs.map((run) => ingestUntilStopped(service, run, { eventLog }));
  for (const run of runs) {
    // Who takes the first stream over takes the others from whoever has them.
    void run.beat({ isWatched: run === runs[0] });
    const { ledger } = run;
    void run.keepHouse(run.stream.hasRollups ? rollupChecks(service, { eventLog, history, ledger }) : async () => {});
  }
  void watchDeadLetters(service, eventLog);
  const runOf = (name: string) => runs.find((run) => run.stream.name === name);
  const [telemetry, logs, integrity] = [streams.TELEMETRY, streams.LOGS, streams.INTEGRITY].map(({ name }) =>
    runOf(name),
  );
  if (telemetry !== undefined && logs !== undefined && integrity !== undefined) {
    void watchGaps(service, { eventLog, history, telemetry, logs, integrity });
  }
  service.onStop("ingest", async () => {
    await Promise.all(ended);
  });
}
