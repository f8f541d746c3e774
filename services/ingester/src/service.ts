import { randomUUID } from "node:crypto";
import { connectEventLog, ensureStreams, openCutRecord, streamState, toStreamLimits } from "@statwire/event-log";
import { streams } from "@statwire/events";
import {
  checkDeduplicationWindows,
  connectHistory,
  type History,
  isEmpty,
  migrate,
  toHistoryOptions,
} from "@statwire/history-store";
import { retryForever, type Service } from "@statwire/runtime";
import { claimStream } from "./claim.js";
import { IngestRun, type Trouble } from "./ingest-run.js";
import { CutLedger } from "./ledger.js";
import type { ingesterSettings } from "./settings.js";

type Ingester = Service<typeof ingesterSettings>;

const name = "ingester";
const stream = streams.TELEMETRY.name;

/** Wires the ingester: takes the stream over, finishes what a predecessor left, then ingests until the service stops. */
export async function startIngester(service: Ingester): Promise<void> {
  const { settings, log, signal } = service;
  const credentialsFile = settings.NATS_CREDS_FILE;
  const eventLog = await connectEventLog({ url: settings.NATS_URL, credentialsFile, name, log, signal });
  service.onStop("event log", () => eventLog.close());
  const history = connectHistory(toHistoryOptions(settings));
  service.onStop("history store", () => history.close());
  const trouble: Trouble = { reason: "taking the stream over" };
  service.addReadiness("event log", () => eventLog.status());
  service.addReadiness("ingest", () => trouble.reason);

  const persevere: Persevere = (what, act) =>
    retryForever(act, {
      signal,
      onFailure: (error) => {
        trouble.reason = `${what}: ${(error as Error).message}`;
        log.warn({ err: error }, `${what} failed, trying again`);
      },
    });
  await persevere("creating the streams", () => ensureStreams(eventLog, toStreamLimits(settings)));
  const store = openCutRecord(eventLog, stream);
  const { record, lastSequence } = await claimStream(store, {
    holder: randomUUID(),
    readStream: () => persevere("reading the stream", () => streamState(eventLog, stream)),
    silenceMs: settings.INGEST_TAKEOVER_MS,
    signal,
    log,
  });
  const ledger = new CutLedger(store, record, shortlyAfter(signal));
  const run = new IngestRun(service, { eventLog, history, ledger, stream, name, trouble });
  await prepareHistory(history, run, ledger, { persevere, log });
  if (ledger.record.committed > lastSequence) {
    log.error(
      { committed: ledger.record.committed, lastSequence },
      "the log lost its end: sequences begin again there",
    );
    await ledger.restart(lastSequence);
  }
  trouble.reason = undefined;
  const ended = run.ingestUntilStopped().catch((error: unknown) => signal.aborted || service.fail(error));
  void run.beat();
  void run.keepHouse();
  service.onStop("ingest", async () => {
    await ended;
  });
}

type Persevere = <Result>(what: string, act: () => Promise<Result>) => Promise<Result>;

/**
 * Brings the tables up to date and finishes the open cuts, which comes first: a migration must not change a view
 * between two attempts of one insert. An empty store has no views yet; one that had events is filled again.
 */
async function prepareHistory(
  history: History,
  run: IngestRun,
  ledger: CutLedger,
  { persevere, log }: { persevere: Persevere; log: Ingester["log"] },
): Promise<void> {
  const { committed, cuts } = ledger.record;
  const begun = committed > 0 || cuts.length > 0;
  const empty = !begun || (await persevere("looking at the tables", () => isEmpty(history)));
  // Nothing committed proves nothing: the first insert may still be under way on the server.
  if (empty && committed > 0) {
    log.warn({ committed }, "the history store is empty: filling it again from what the log holds");
    await ledger.restart(0);
  }
  const migrateFirst = empty || ledger.record.cuts.length === 0;
  if (migrateFirst) await persevere("migrating", () => migrate(history));
  await persevere("checking the tables", () => checkDeduplicationWindows(history));
  await run.finishOpenCuts();
  if (migrateFirst) return;
  await persevere("migrating", () => migrate(history));
  await persevere("checking the tables", () => checkDeduplicationWindows(history));
}

/** Aborts a few seconds after the signal: what is recorded last at a stop may still be on its way then. */
function shortlyAfter(signal: AbortSignal): AbortSignal {
  const later = new AbortController();
  signal.addEventListener("abort", () => void setTimeout(() => later.abort(signal.reason), 4_000).unref());
  return later.signal;
}
