import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { hostname, uptime } from "node:os";
import { connectEventLog, type EventLog } from "@statwire/event-log";
import { connectHistory, type History, toHistoryOptions } from "@statwire/history-store";
import { runService, type Service, SettingsError, sleep } from "@statwire/runtime";
import { connectSnapshotStore } from "@statwire/snapshot-store";
import { createControllers } from "./controllers.js";
import { historyReads } from "./history/history-reads.js";
import { apiKeyCheck, apiKeyProblem } from "./http/api-key.js";
import { createApp } from "./http/app.js";
import { loadCertificate } from "./http/certificate.js";
import { drain } from "./http/drain.js";
import { listenHttp, listenHttps } from "./http/listeners.js";
import { SharedRateLimitStore } from "./http/rate-limit-store.js";
import { createLimiters } from "./http/rate-limits.js";
import type { OpenApiDocument } from "./http/route-table.js";
import { connectSharedCounter } from "./http/shared-counter.js";
import { addReadiness } from "./readiness.js";
import { apiSettings } from "./settings.js";
import { createSources } from "./sources.js";

const pingWithinMs = 2_000;

type Api = Service<typeof apiSettings>;

await runService({
  name: "api",
  purpose: "Serves HTTP: reads the two stores and sends commands over the bus.",
  opsPortOffset: 7,
  shape: apiSettings,
  start,
});

async function start(service: Api): Promise<void> {
  const { settings, log } = service;
  const keyProblem = apiKeyProblem(settings.API_KEY, settings.MODE);
  if (keyProblem !== undefined) throw new SettingsError([keyProblem]);

  const prefix = settings.REDIS_KEY_PREFIX;
  const snapshots = connectSnapshotStore({ url: settings.REDIS_URL, keyPrefix: prefix, name: "api" });
  service.onStop("snapshot store", () => snapshots.close());
  const counter = connectSharedCounter(settings.REDIS_URL);
  service.onStop("rate limits", () => counter.close());
  const history = connectHistory(toHistoryOptions(settings));
  service.onStop("history store", () => history.close());
  const eventLog = openEventLog(service);

  let draining = false;
  addReadiness(service, {
    snapshots: () => snapshots.problem(),
    history: () => historyProblem(history),
    draining: () => draining,
  });
  const sources = createSources({
    workspace: settings.WORKSPACE,
    defaultNode: settings.DEFAULT_NODE,
    snapshots,
    history: historyReads(history, settings.WORKSPACE, Date.now),
    eventLog,
    readReadiness: () => service.readiness(),
    machineUptimeSeconds: uptime,
    logTailsMax: settings.LOG_TAILS_MAX,
    now: Date.now,
    sleep,
  });
  const app = createApp({
    log,
    document: openApiDocument(),
    checkApiKey: apiKeyCheck(settings.API_KEY),
    limiters: createLimiters((policy) => new SharedRateLimitStore(counter, `${prefix}rate:${policy}:`, log), {
      native: settings.API_RATE_LIMIT_PER_MINUTE,
    }),
    controllers: createControllers(sources),
    createId: randomUUID,
    draining: () => draining,
  });

  const certificate = await loadCertificate(settings.TLS_DIR, hostname(), Date.now());
  const servers = [
    await listenHttp(app, { host: settings.SERVER_HOST, port: settings.SERVER_PORT, portSetting: "SERVER_PORT" }),
    await listenHttps(app, { host: undefined, port: settings.HTTPS_PORT, portSetting: "HTTPS_PORT" }, certificate),
  ];
  service.onStop("listeners", async () => {
    draining = true;
    sources.tails.end();
    const { DRAIN_DELAY_MS: delayMs, DRAIN_TIMEOUT_MS: timeoutMs } = settings;
    const { cut } = await drain(servers, { delayMs, timeoutMs, sleep });
    if (cut) log.warn({ timeoutMs }, "requests cut off at the end of the drain");
  });
  log.info(
    { http: settings.SERVER_PORT, https: settings.HTTPS_PORT, fingerprintSha256: certificate.fingerprintSha256 },
    "listening",
  );
}

/** Connects in the background: everything but refreshes works without the log. */
function openEventLog(service: Api): () => EventLog | undefined {
  const { settings, log, signal } = service;
  let eventLog: EventLog | undefined;
  service.onStop("event log", () => eventLog?.close());
  connectEventLog({ url: settings.NATS_URL, credentialsFile: settings.NATS_CREDS_FILE, name: "api", log, signal }).then(
    (connected) => {
      eventLog = connected;
    },
    (error: unknown) => {
      if (!signal.aborted) service.fail(error);
    },
  );
  return () => eventLog;
}

async function historyProblem({ client }: History): Promise<string | undefined> {
  const ping = client.ping().then((answer) => (answer.success ? undefined : answer.error.message));
  return Promise.race([ping, sleep(pingWithinMs).then(() => `no answer within ${pingWithinMs} ms`)]);
}

function openApiDocument(): OpenApiDocument {
  return JSON.parse(readFileSync(new URL("../src/generated/openapi.json", import.meta.url), "utf8")) as OpenApiDocument;
}
