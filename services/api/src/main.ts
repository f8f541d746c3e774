import { randomBytes, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import { hostname, uptime } from "node:os";
import {
  type ControlPlane,
  createSealer,
  newDocumentId,
  openControlPlane,
  sealerWithoutKey,
} from "@statwire/control-plane";
import {
  connectEventLog,
  type EventLog,
  type NodeDirectory,
  openNodeDirectory,
  publishOnce,
} from "@statwire/event-log";
import { connectHistory, type History, toHistoryOptions } from "@statwire/history-store";
import { runService, type Service, SettingsError, sleep, urlHost } from "@statwire/runtime";
import { connectSnapshotStore, type SnapshotStore } from "@statwire/snapshot-store";
import { controllersByReach, type Sources } from "./controllers.js";
import { historyReads } from "./history/history-reads.js";
import { openAdmission } from "./http/admission/open-admission.js";
import { apiKeyCheck, apiKeyProblem } from "./http/api-key.js";
import { createApp } from "./http/app.js";
import { loadCertificate } from "./http/certificate.js";
import { drain } from "./http/drain.js";
import { withHotReads } from "./http/hot-reads/hot-reads.js";
import { hotReadSources } from "./http/hot-reads/reads.js";
import { type Handling, listenHttp, listenHttps } from "./http/listeners.js";
import { SharedRateLimitStore } from "./http/rate-limit-store.js";
import { compatibleLimits, createLimiters } from "./http/rate-limits.js";
import type { OpenApiDocument } from "./http/route-table.js";
import { connectSharedCounter } from "./http/shared-counter.js";
import { serveUpgrades } from "./http/upgrades.js";
import type { IdentityDeps } from "./identity/identity.js";
import { identityProblems, toIdentityPolicy } from "./identity/identity-settings.js";
import { createMailer } from "./identity/mailer.js";
import { ensureNamedAdministrator, openIdentity } from "./identity/open-identity.js";
import { connectOpenId } from "./identity/openid-provider.js";
import { redirectUri } from "./identity/openid-sign-in.js";
import { SignInLog, type SignInMessage } from "./identity/sign-in-log.js";
import { openKillPoint } from "./kill-points.js";
import type { NumberedNodes } from "./nodes/numbered-nodes.js";
import { addReadiness } from "./readiness.js";
import { apiSettings } from "./settings.js";
import { createSources, type SourceParts } from "./sources.js";
import { nezhaSocket } from "./surfaces/nezha/socket.js";
import { flushForEver, forgetDeletedTokens } from "./tokens/keep-uses.js";
import type { TokenDeps } from "./tokens/open-token.js";
import { TokenUses } from "./tokens/token-uses.js";

const pingWithinMs = 2_000;
/** What happened to sign-ins just now is still told of at the end. */
const signInsFlushedWithinMs = 1_000;
/** How soon a node that has appeared is numbered when nobody asks. */
const numberEveryMs = 2_000;

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
  const problems = [...(keyProblem === undefined ? [] : [keyProblem]), ...identityProblems(settings)];
  if (problems.length > 0) throw new SettingsError(problems);
  const state = { draining: false };
  const stores = openStores(service);
  const identity = openPeople(service, stores);
  const tokens = openTokens(service, stores);
  const sources = openSources(service, stores, () => state.draining);
  void numberForEver(service, sources.numbered);
  const counter = connectSharedCounter(settings.REDIS_URL);
  service.onStop("rate limits", () => counter.close());
  const prefix = `${settings.REDIS_KEY_PREFIX}rate:`;
  const credentials = { checkApiKey: apiKeyCheck(settings.API_KEY), workspace: settings.WORKSPACE, tokens };
  const parts = {
    log,
    document: openApiDocument(),
    ...credentials,
    ...(identity === undefined ? {} : { identity }),
    keyInQuery: settings.API_KEY_IN_QUERY,
    dashPadOrigins: settings.DASHPAD_ALLOW_ORIGINS,
    limiters: createLimiters((policy) => new SharedRateLimitStore(counter, `${prefix}${policy}:`, log), {
      ...compatibleLimits(settings.COMPATIBLE_RATE_LIMIT_FACTOR),
      native: settings.API_RATE_LIMIT_PER_MINUTE,
    }),
    controllersFor: controllersByReach(sources, settings.WORKSPACE),
    createId: randomUUID,
    draining: () => state.draining,
  };
  const hot = { ...parts, ...hotReadSources(sources, settings.WORKSPACE) };
  const { handle, messages } = createApp(parts);
  const socket = nezhaSocket({
    numbered: sources.numbered,
    credentials,
    controlPlane: stores.controlPlane,
    guestView: settings.GUEST_VIEW,
    clientsMax: settings.WEBSOCKET_CLIENTS_MAX,
    now: Date.now,
    log,
  });
  const admission = openAdmission(service, withHotReads(hot, handle), {
    createId: randomUUID,
    draining: () => state.draining,
  });
  const servers = await listen(service, { handle: admission.listener, messages });
  admission.watch(servers);
  serveUpgrades(servers, [socket]);
  service.onStop("listeners", async () => {
    state.draining = true;
    socket.close();
    sources.tails.end();
    const { DRAIN_DELAY_MS: delayMs, DRAIN_TIMEOUT_MS: timeoutMs } = settings;
    const { cut } = await drain(servers, { delayMs, timeoutMs, sleep });
    if (cut) log.warn({ timeoutMs }, "requests cut off at the end of the drain");
  });
}

/** What sources and identity have in common. */
interface Stores extends ReturnType<typeof openEventLog> {
  snapshots: SnapshotStore;
}

function openStores(service: Api): Stores {
  const { REDIS_URL: url, REDIS_KEY_PREFIX: keyPrefix } = service.settings;
  const snapshots = connectSnapshotStore({ url, keyPrefix, name: "api" });
  service.onStop("snapshot store", () => snapshots.close());
  return { snapshots, ...openEventLog(service) };
}

/** Where people sign in; undefined without a key for it. */
function openPeople(service: Api, stores: Stores): IdentityDeps | undefined {
  const { snapshots, controlPlane, configured } = stores;
  const { settings, log } = service;
  if (settings.SECRETS_KEY === undefined) {
    log.info("nobody can sign in: SECRETS_KEY is not set");
    return undefined;
  }
  const policy = toIdentityPolicy(settings, `http://${urlHost(settings.SERVER_HOST)}:${settings.SERVER_PORT}`);
  const identity = openIdentity({
    ...{ control: controlPlane, store: snapshots, keyPrefix: settings.REDIS_KEY_PREFIX, key: settings.SECRETS_KEY },
    ...{ policy, passwordChecksMax: settings.PASSWORD_CHECKS_MAX, workspace: settings.WORKSPACE, log, now: Date.now },
    ...(settings.ENROLLMENT_KEY === undefined ? {} : { enrollmentKey: settings.ENROLLMENT_KEY }),
    recordSignIn: openSignInLog(service, stores),
    ...openMail(service),
    ...openElsewhere(service, policy.publicUrl),
  });
  const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = settings;
  configured.then(() => ensureNamedAdministrator(identity, { email, password }, log)).catch(() => undefined);
  return identity;
}

function openSignInLog(service: Api, { eventLog, controlPlane: control }: Stores): IdentityDeps["recordSignIn"] {
  const { settings, log } = service;
  const publish = async (message: SignInMessage) => {
    const connected = eventLog();
    if (connected === undefined) throw new Error("the log was not connected yet");
    await publishOnce(connected, message);
  };
  const signIns = new SignInLog({ publish, control, workspace: settings.WORKSPACE, log, now: Date.now });
  service.onStop("sign-ins", () => signIns.close(signInsFlushedWithinMs));
  return (event) => signIns.record(event);
}

/** What tokens are opened with. How often they are used is written each minute, and at the end. */
function openTokens({ settings, log, signal, onStop }: Api, stores: Stores): TokenDeps {
  const { snapshots, controlPlane: control, configured } = stores;
  const runRedis: ConstructorParameters<typeof TokenUses>[0]["runRedis"] = (commands) => snapshots.run(commands);
  const uses = new TokenUses({ runRedis, keyPrefix: settings.REDIS_KEY_PREFIX, now: Date.now });
  onStop("uses of tokens", () => uses.flush());
  flushForEver(uses, log, signal).catch(() => undefined);
  configured.then(() => control() && forgetDeletedTokens(control() as ControlPlane, uses, log)).catch(() => undefined);
  return { control, uses, now: Date.now };
}

function openMail(service: Api): Pick<IdentityDeps, "mailer"> {
  const { settings, log } = service;
  const { SMTP_HOST: host, SMTP_PORT: port, SMTP_SECURE: secure, SMTP_USER: user, SMTP_PASS: password } = settings;
  if (host === undefined) return {};
  const credentials = { ...(user === undefined ? {} : { user }), ...(password === undefined ? {} : { password }) };
  const mailer = createMailer({ host, port, secure, from: settings.SMTP_FROM, log, ...credentials });
  service.onStop("mail", () => mailer.close());
  return { mailer };
}

function openElsewhere({ settings, log }: Api, publicUrl: string): Pick<IdentityDeps, "openId"> {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = settings;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return {};
  const options = { issuer: new URL(issuer), clientId, clientSecret, redirectUri: redirectUri(publicUrl) };
  return { openId: connectOpenId(options, { now: Date.now, log }) };
}

/** What is read from the stores and the log. */
function openSources(
  service: Api,
  { snapshots, eventLog, nodeDirectory, controlPlane }: Stores,
  draining: () => boolean,
): Sources {
  const { settings, log } = service;
  const history = connectHistory(toHistoryOptions(settings));
  service.onStop("history store", () => history.close());
  addReadiness(service, {
    snapshots: () => snapshots.problem(),
    history: () => historyProblem(history),
    controlPlane,
    draining,
  });
  return createSources({
    workspace: settings.WORKSPACE,
    defaultNode: settings.DEFAULT_NODE,
    expectedNodes: settings.EXPECTED_NODES,
    snapshots,
    history: historyReads(history, {
      workspace: settings.WORKSPACE,
      readsMax: settings.HISTORY_READS_MAX,
      now: Date.now,
    }),
    ...{ eventLog, nodeDirectory, controlPlane },
    onNumberingFailure: (error) => log.warn({ err: error }, "nodes cannot be numbered now"),
    readReadiness: () => service.readiness(),
    machineUptimeSeconds: uptime,
    machine: { hostname: hostname(), timezone: new Intl.DateTimeFormat().resolvedOptions().timeZone },
    dashPadOrigins: settings.DASHPAD_ALLOW_ORIGINS,
    logTailsMax: settings.LOG_TAILS_MAX,
    now: Date.now,
    sleep,
  });
}

async function listen({ settings, log }: Api, handling: Handling): Promise<Server[]> {
  const { SERVER_HOST: host, SERVER_PORT: http, HTTPS_PORT: https } = settings;
  const certificate = await loadCertificate(settings.TLS_DIR, hostname(), Date.now());
  const servers = [
    await listenHttp(handling, { host, port: http, portSetting: "SERVER_PORT" }),
    await listenHttps(handling, { host: undefined, port: https, portSetting: "HTTPS_PORT" }, certificate),
  ];
  log.info({ http, https, fingerprintSha256: certificate.fingerprintSha256 }, "listening");
  return servers;
}

/** Connects in the background: what is read works without the log. */
function openEventLog(service: Api): Pick<SourceParts, "eventLog" | "nodeDirectory" | "controlPlane"> & {
  /** Resolves when the configuration is known. */
  configured: Promise<void>;
} {
  const { settings, log, signal } = service;
  const killPoint = openKillPoint(settings);
  let eventLog: EventLog | undefined;
  let nodeDirectory: NodeDirectory | undefined;
  let controlPlane: ControlPlane | undefined;
  service.onStop("event log", () => eventLog?.close());
  const connect = async () => {
    eventLog = await connectEventLog({
      url: settings.NATS_URL,
      credentialsFile: settings.NATS_CREDS_FILE,
      name: "api",
      log,
      signal,
    });
    nodeDirectory = openNodeDirectory(eventLog, settings.WORKSPACE);
    controlPlane = await openControlPlane({
      log: eventLog,
      sealer: settings.SECRETS_KEY === undefined ? sealerWithoutKey : createSealer(settings.SECRETS_KEY),
      createId: () => newDocumentId(Date.now(), randomBytes(10)),
      now: Date.now,
      signal,
      ...killPoint,
    });
    log.info("configuration read");
  };
  const configured = connect();
  configured.catch((error: unknown) => {
    if (!signal.aborted) service.fail(error);
  });
  return { eventLog: () => eventLog, nodeDirectory: () => nodeDirectory, controlPlane: () => controlPlane, configured };
}

/** Nodes get their numbers in the order in which they appear, whether or not somebody asks for them. */
async function numberForEver({ signal, log }: Api, numbered: Pick<NumberedNodes, "number">): Promise<void> {
  while (!signal.aborted) {
    await numbered.number().catch((error: unknown) => log.debug({ err: error }, "nodes cannot be listed now"));
    await sleep(numberEveryMs, signal);
  }
}

async function historyProblem({ client }: History): Promise<string | undefined> {
  const ping = client.ping().then((answer) => (answer.success ? undefined : answer.error.message));
  return Promise.race([ping, sleep(pingWithinMs).then(() => `no answer within ${pingWithinMs} ms`)]);
}

function openApiDocument(): OpenApiDocument {
  return JSON.parse(readFileSync(new URL("../src/generated/openapi.json", import.meta.url), "utf8")) as OpenApiDocument;
}
