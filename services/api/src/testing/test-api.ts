import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { RequestListener } from "node:http";
import type { ControlPlane } from "@statwire/control-plane";
import { createTestBus, createTestKeyPrefix } from "@statwire/embedded-stack/testing";
import { connectEventLog, type EventLog, ensureStreams, openNodeDirectory } from "@statwire/event-log";
import { encodeFrames, encodeLogLinesRead, type LogLinesRead, logSubject } from "@statwire/events";
import { createLogger, sleep } from "@statwire/runtime";
import {
  applyLogLines,
  connectSnapshotStore,
  markWhole,
  type SnapshotStore,
  toLogEvent,
} from "@statwire/snapshot-store";
import { controllersByReach } from "../controllers.js";
import { apiKeyCheck } from "../http/api-key.js";
import { createApp } from "../http/app.js";
import { withHotReads } from "../http/hot-reads/hot-reads.js";
import { hotReadSources } from "../http/hot-reads/reads.js";
import { listenHttp, portOf } from "../http/listeners.js";
import { SharedRateLimitStore } from "../http/rate-limit-store.js";
import { createLimiters, type RateLimitPolicyName } from "../http/rate-limits.js";
import type { OpenApiDocument } from "../http/route-table.js";
import { connectSharedCounter } from "../http/shared-counter.js";
import { serveUpgrades } from "../http/upgrades.js";
import type { IdentityDeps } from "../identity/identity.js";
import type { ExpectedNode } from "../nodes/numbered-nodes.js";
import { createSources, type HistoryReads } from "../sources.js";
import { nezhaSocket } from "../surfaces/nezha/socket.js";
import { TokenUses } from "../tokens/token-uses.js";
import { openTestControlPlane } from "./test-control-plane.js";
import { collect, createPublisher, type Publisher } from "./test-publisher.js";

type TestBus = Awaited<ReturnType<typeof createTestBus>>;

const streamLimit = { bytesMax: 16 * 1024 ** 2, ageMaxMs: 3_600_000 };
const streamLimits = {
  telemetry: streamLimit,
  logs: streamLimit,
  deadLetters: streamLimit,
  integrity: streamLimit,
  replicas: 1,
};

export const testKey = "test-key-0123456789";
export const workspace = "default";

const document = JSON.parse(
  readFileSync(new URL("../generated/openapi.json", import.meta.url), "utf8"),
) as OpenApiDocument;

export interface TestApi {
  /** For a listener of another kind. */
  app: RequestListener;
  url: string;
  keyPrefix: string;
  bus: TestBus;
  store: SnapshotStore;
  eventLog: EventLog;
  /** The configuration as this API knows it. */
  control: ControlPlane;
  /** What is known of the use of tokens. */
  uses: TokenUses;
  /** Publishes a tick of a node into the snapshot store, as its projector would, and answers the event's number. */
  report: Publisher["report"];
  /** Publishes every survey of a node and the configuration of its collector, or only what is named. */
  reportSurveys: Publisher["reportSurveys"];
  /** Puts lines into the snapshot store, as its projector would. */
  keepLines(node: string, log: string, event: LogLinesRead): Promise<void>;
  /** Publishes lines on the bus, as a collector would, where a tail hears them. */
  publishLines(node: string, log: string, event: LogLinesRead): Promise<void>;
  /** Has a collector answer this node's refresh commands with a new reading. */
  collect(node: string): () => void;
  get<Body = unknown>(path: string, headers?: Record<string, string>): Promise<TestAnswer<Body>>;
  post<Body = unknown>(path: string, body: string, headers?: Record<string, string>): Promise<TestAnswer<Body>>;
  /** Any method, with a JSON body or without one. */
  send<Body = unknown>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<TestAnswer<Body>>;
  /** What the process does first at its end. */
  endTails(): void;
  close(): Promise<void>;
}

/** An answer, its body as text and, where it is JSON, parsed and taken for what the test says it is. */
export interface TestAnswer<Body> {
  status: number;
  headers: Headers;
  text: string;
  body: Body;
}

export interface TestApiOptions {
  history: HistoryReads;
  limits?: Partial<Record<RateLimitPolicyName, number>>;
  redisUrl?: string;
  /** Of another API, to share its state. */
  keyPrefix?: string;
  defaultNode?: string;
  expectedNodes?: readonly ExpectedNode[];
  /** Of another API, to share its log. */
  bus?: TestBus;
  logTailsMax?: number;
  now?: () => number;
  keyInQuery?: boolean;
  /** Express answers everything, to compare with. */
  withoutHotReads?: boolean;
  /** Absent: nobody can sign in. */
  identity?: IdentityDeps;
  dashPadOrigins?: readonly string[];
  /** Another configuration to open tokens with. */
  tokenControl?: (known: ControlPlane) => ControlPlane;
  /** Gets every log line. */
  onLogLine?: (line: string) => void;
}

/** Limits that a test file does not run into unless it means to. */
export const generousLimits: Partial<Record<RateLimitPolicyName, number>> = {
  "v6direct-meta": 10_000,
  "v6direct-stats": 10_000,
  "v6direct-refresh": 10_000,
  dashpad: 10_000,
  native: 10_000,
  "sign-in": 10_000,
  nezha: 10_000,
  peekaping: 10_000,
  dashmon: 10_000,
  "dashmon-write": 10_000,
  "dashmon-write-premium": 10_000,
  "dashmon-auth": 10_000,
};

/** The whole API over real Redis and NATS, alone on its key prefix and account. */
export async function createTestApi(options: TestApiOptions): Promise<TestApi> {
  const { onLogLine } = options;
  const log = createLogger(
    { service: "api", level: onLogLine === undefined ? "silent" : "debug" },
    { write: (line) => onLogLine?.(line) },
  );
  const { redisUrl, keyPrefix } = redisOf(options);
  const store = connectSnapshotStore({ url: redisUrl, keyPrefix, name: "api-test" });
  const bus = options.bus ?? (await createTestBus());
  const eventLog = await connectEventLog({ ...bus, name: "api", log });
  // A machine that is busy with tests answers late, and the counts are what some tests are about.
  const counter = connectSharedCounter(redisUrl, { replyWithinMs: 10_000 });
  await ensureStreams(eventLog, streamLimits);
  const nodeDirectory = openNodeDirectory(eventLog, workspace);
  const { controlPlane, end } = await openTestControlPlane(eventLog, options.now ?? Date.now);
  const sources = createSources({
    workspace,
    defaultNode: options.defaultNode,
    expectedNodes: options.expectedNodes ?? [],
    snapshots: store,
    history: options.history,
    eventLog: () => eventLog,
    nodeDirectory: () => nodeDirectory,
    controlPlane: () => controlPlane,
    onNumberingFailure: (error) => log.warn({ err: error }, "nodes cannot be numbered now"),
    readReadiness: async () => ({ ready: true, checks: { snapshots: "ok" } }),
    machineUptimeSeconds: () => 1_234,
    machine: { hostname: "api-host", timezone: "UTC" },
    dashPadOrigins: options.dashPadOrigins ?? ["*"],
    logTailsMax: options.logTailsMax ?? 100,
    now: options.now ?? Date.now,
    sleep,
  });
  const limiters = createLimiters(
    (policy) => new SharedRateLimitStore(counter, `${keyPrefix}rate:${policy}:`, log),
    options.limits ?? generousLimits,
  );
  const uses = new TokenUses({ runRedis: (commands) => store.run(commands), keyPrefix, now: options.now ?? Date.now });
  const tokenControl = options.tokenControl?.(controlPlane) ?? controlPlane;
  const tokens = { control: () => tokenControl, uses, now: options.now ?? Date.now };
  const credentials = { checkApiKey: apiKeyCheck(testKey), workspace, tokens };
  const parts = {
    log,
    document,
    ...credentials,
    ...(options.identity === undefined ? {} : { identity: options.identity }),
    keyInQuery: options.keyInQuery ?? true,
    dashPadOrigins: options.dashPadOrigins ?? ["*"],
    limiters,
    controllersFor: controllersByReach(sources, workspace),
    createId: randomUUID,
    draining: () => false,
  };
  const { handle: application, messages } = createApp(parts);
  const hot = { ...parts, ...hotReadSources(sources, workspace) };
  const app = options.withoutHotReads === true ? application : withHotReads(hot, application);
  const server = await listenHttp(
    { handle: app, messages },
    { host: "127.0.0.1", port: 0, portSetting: "SERVER_PORT" },
  );
  const socket = nezhaSocket({
    numbered: sources.numbered,
    credentials,
    controlPlane: () => controlPlane,
    guestView: false,
    clientsMax: 10,
    now: Date.now,
    log,
  });
  serveUpgrades([server], [socket]);
  const url = `http://127.0.0.1:${portOf(server)}`;
  const publisher = createPublisher(store, workspace);
  return {
    app,
    url,
    keyPrefix,
    bus,
    store,
    eventLog,
    control: controlPlane,
    uses,
    report: publisher.report,
    reportSurveys: publisher.reportSurveys,
    keepLines: async (node, log, event) => {
      await store.connected(AbortSignal.timeout(30_000));
      await markWhole(store);
      await applyLogLines(store, [toLogEvent({ workspace, node, log }, event)]);
    },
    publishLines: async (node, log, event) => {
      const payload = encodeFrames([encodeLogLinesRead(event)]);
      eventLog.connection.publish(logSubject({ workspace, node, log }), payload);
      await eventLog.connection.flush();
    },
    collect: (node) => collect(eventLog, { workspace, node }, publisher),
    get: (path, headers = {}) => ask(url + path, { headers }),
    post: (path, body, headers = {}) =>
      ask(url + path, { method: "POST", body, headers: { "Content-Type": "application/json", ...headers } }),
    send: (method, path, body, headers = {}) =>
      ask(url + path, {
        method,
        headers: { ...(body === undefined ? {} : { "Content-Type": "application/json" }), ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    endTails: () => sources.tails.end(),
    close: async () => {
      end();
      socket.close();
      server.closeAllConnections();
      server.close();
      await Promise.all([eventLog.close(), counter.close(), store.close()]);
      if (options.bus === undefined) await bus.close();
    },
  };
}

/** Sends any request; redirects are answers. */
export async function ask<Body>(url: string, init: RequestInit): Promise<TestAnswer<Body>> {
  const response = await fetch(url, { redirect: "manual", ...init });
  const text = await response.text();
  const isJson = /[/+]json/.test(response.headers.get("content-type") ?? "");
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: (isJson ? JSON.parse(text) : undefined) as Body,
  };
}

function redisOf(options: TestApiOptions): { redisUrl: string; keyPrefix: string } {
  const { url, keyPrefix } = createTestKeyPrefix();
  return { redisUrl: options.redisUrl ?? url, keyPrefix: options.keyPrefix ?? keyPrefix };
}
