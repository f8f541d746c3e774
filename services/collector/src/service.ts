import { readFileSync } from "node:fs";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { connectEventLog, type EventLog, eventLogSettings, openLane, respondToCommands } from "@statwire/event-log";
import { type Command, commandSubject, droppedSubject, logSubject, streams, telemetrySubject } from "@statwire/events";
import { type Service, SettingsError } from "@statwire/runtime";
import { openAcknowledgedRecord, type RecordAcknowledged } from "./acknowledged-record.js";
import { Collector } from "./collector.js";
import { type Commands, openCommands } from "./commands.js";
import { type HostReader, type HostReaderOptions, openHostReader } from "./host-reader.js";
import { Publisher } from "./lanes/publisher.js";
import { ReachedLines } from "./lanes/reached-lines.js";
import { lockDirectory } from "./lock.js";
import { exposeLogs } from "./logs/log-metrics.js";
import { Logs } from "./logs/logs.js";
import { LossAnnouncer } from "./losses/announcer.js";
import { LossLedger } from "./losses/loss-ledger.js";
import { exposeHealth, exposeLosses } from "./metrics.js";
import { RunNumber } from "./run-number.js";
import { collectorSettings, settingsFilePath } from "./settings.js";
import { type CollectorSettings, loadSettings } from "./settings-file.js";
import { Spool } from "./spool/spool.js";
import { watchSettings } from "./watch-settings.js";

/** Names the connection, its inbox and the credentials. */
const name = "collector";

export const serviceShape = { ...eventLogSettings, ...collectorSettings };

type CollectorService = Service<typeof serviceShape>;

/** What the outside gives, beside the settings. */
export type Outside = Pick<HostReaderOptions, "versions" | "timezone" | "monotonicMs" | "nowMs" | "randomBytes">;

/**
 * Starts to read this host at once and to publish when the log can be reached. Each opening registers its closer, and
 * they run in reverse: no more readings, what is under way comes to an end, the connection closes, then the spool.
 */
export async function startCollector(service: CollectorService, outside: Outside): Promise<void> {
  const { settings: environment, log, onStop } = service;
  const path = settingsFilePath(environment);
  const settings = await requireSettings(path);
  onStop("data directory", lockDirectory(environment.COLLECTOR_DATA_DIR));
  const recordAcknowledged = openAcknowledgedRecord({
    MODE: environment.MODE,
    file: environment.COLLECTOR_ACKNOWLEDGED_TO,
    node: environment.NODE_ID,
  });
  const losses = new LossLedger({
    path: join(environment.COLLECTOR_DATA_DIR, "losses.json"),
    log,
    nowMs: outside.nowMs,
  });
  const reached = new ReachedLines({ path: join(environment.COLLECTOR_DATA_DIR, "reached.json"), log });
  const spool = openSpool(service, losses, reached);
  onStop("spool", () => spool.close());
  const runNumber = new RunNumber(environment.COLLECTOR_DATA_DIR, outside.nowMs(), spool.highestBootId());
  const publisher = new Publisher({
    workspace: environment.WORKSPACE,
    node: environment.NODE_ID,
    spool,
    losses,
    reached,
    log,
    random: Math.random,
    recordAcknowledged,
    onLaneAhead: (bootId) => {
      if (runNumber.raiseAbove(bootId)) log.warn({ bootId }, "the log holds a later run of this node, numbering anew");
    },
  });
  const logs = openLogs(service, outside, { settings, runNumber, recordAcknowledged });
  const announcer = new LossAnnouncer({
    workspace: environment.WORKSPACE,
    node: environment.NODE_ID,
    ledger: losses,
    isReady: (family) => publisher.isSettled(family),
    open: () => publisher.open(),
    log,
    random: Math.random,
    recordAcknowledged,
  });
  connectWhenReachable(service, { publisher, logs, announcer }, () =>
    openCommands({ ...outside, collector, reader, log }),
  );
  onStop("publisher", () => publisher.stop());
  onStop("logs", () => logs.stop());
  onStop("announcer", () => announcer.stop());
  const reader: HostReader = openHostReader({
    ...outside,
    environment,
    addresses: networkInterfaces,
    settings: () => collector.settings,
    counters: () => countersOf(collector, publisher, spool),
  });
  onStop("sources", () => reader.close());
  const collector: Collector = new Collector(
    {
      runNumber,
      runModules: (modules) => reader.runner.run(modules),
      reopenModules: () => reader.runner.reopen(),
      refuseReading: (module, error) => reader.runner.fail(module, error),
      readInventory: reader.readInventory,
      publish: (reading, onSettled) => publisher.offer(reading, onSettled),
      unfenced: () => publisher.unfenced(),
      takeReached: (carrier) => {
        for (const line of logs.reached()) reached.note(line);
        return reached.take(carrier, outside.nowMs());
      },
      nowMs: outside.nowMs,
      log,
    },
    settings,
  );
  onStop("collector", () => collector.stop());
  exposeHealth(service.metrics, reader.health);
  exposeLosses(service.metrics, losses);
  exposeLogs(service.metrics, () => logs.status());
  const apply = (changed: CollectorSettings) => {
    collector.apply(changed);
    logs.apply(changed.logs);
    reader.runner.endPauses();
  };
  onStop("settings", watchSettings({ path, log, onChange: apply }));
  logs.start();
  await collector.start();
}

/** What an earlier run noted as lost and is here all the same is not lost: it was killed before it could delete it. */
function openSpool({ settings, log }: CollectorService, losses: LossLedger, reached: ReachedLines): Spool {
  const spool = new Spool({
    folder: join(settings.COLLECTOR_DATA_DIR, "spool"),
    bytesMax: settings.SPOOL_BYTES_MAX,
    kernelBootId: readKernelBootId(settings.HOST_PROC),
    log,
    reached,
    onGivenUp: (readings, reason) => losses.add(readings, reason),
  });
  for (const family of losses.families()) losses.found(spool.waiting(family));
  losses.addUnnamed(spool.counts.damagedPlaces);
  return spool;
}

/** Logs have no spool of their own: their files are one. */
function openLogs(
  { settings: environment, log }: CollectorService,
  { nowMs, monotonicMs }: Outside,
  {
    settings,
    runNumber,
    recordAcknowledged,
  }: { settings: CollectorSettings; runNumber: RunNumber; recordAcknowledged: RecordAcknowledged },
): Logs {
  return new Logs(
    {
      workspace: environment.WORKSPACE,
      node: environment.NODE_ID,
      folder: join(environment.COLLECTOR_DATA_DIR, "logs"),
      hostRoot: environment.HOST_ROOT,
      path: environment.PATH,
      runNumber,
      log,
      nowMs,
      monotonicMs,
      random: Math.random,
      recordAcknowledged,
    },
    settings.logs,
  );
}

/** Reading does not wait for the log: what it says meanwhile is spooled. */
function connectWhenReachable(
  service: CollectorService,
  { publisher, logs, announcer }: { publisher: Publisher; logs: Logs; announcer: LossAnnouncer },
  commands: () => Commands,
): void {
  const { settings, log, signal, onStop, addReadiness, fail } = service;
  let eventLog: EventLog | undefined;
  addReadiness("event log", () => (eventLog === undefined ? "not connected yet" : eventLog.status()));
  onStop("event log", () => eventLog?.close());
  const { NATS_URL: url, NATS_CREDS_FILE: credentialsFile, WORKSPACE: workspace, NODE_ID: node } = settings;
  connectEventLog({ url, credentialsFile, name, scope: [workspace, node], log, signal })
    .then((connected) => {
      eventLog = connected;
      const stream = streams.TELEMETRY.name;
      publisher.connect((family, lane) =>
        openLane(connected, { stream, subject: telemetrySubject({ workspace, node, lane, family }) }),
      );
      logs.connect((name) =>
        openLane(connected, { stream: streams.LOGS.name, subject: logSubject({ workspace, node, log: name }) }),
      );
      announcer.connect(
        openLane(connected, { stream: streams.INTEGRITY.name, subject: droppedSubject({ workspace, node }) }),
      );
      for (const [command, answer] of Object.entries(commands()) as [Command, Commands[Command]][]) {
        respondToCommands(connected, commandSubject({ workspace, node, command }), answer);
      }
    })
    .catch((error) => {
      if (!signal.aborted) fail(error);
    });
}

function countersOf(collector: Collector, publisher: Publisher, spool: Spool) {
  const { waitingEvents, bytes, droppedEvents, damagedPlaces } = spool.counts;
  return {
    sampledEvents: collector.sampledEvents,
    publishedEvents: publisher.publishedEvents,
    droppedEvents,
    publishFailures: publisher.failures,
    corruptSpoolRecords: damagedPlaces,
    spoolEvents: waitingEvents,
    spoolBytes: bytes,
    tickDelayMs: collector.tickDelayMs,
  };
}

/** @throws SettingsError when the file is there and wrong: at the start there are no old settings to keep. */
export async function requireSettings(path: string): Promise<CollectorSettings> {
  const loaded = await loadSettings(path);
  if (!loaded.ok) throw new SettingsError([loaded.problem]);
  return loaded.settings;
}

/** Changes with each start of the machine; empty where it cannot be read, which then tells no starts apart. */
function readKernelBootId(procRoot: string): string {
  try {
    return readFileSync(`${procRoot}/sys/kernel/random/boot_id`, "utf8").trim();
  } catch {
    return "";
  }
}
