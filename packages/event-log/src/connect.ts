import { readFile } from "node:fs/promises";
import { type JetStreamClient, type JetStreamManager, jetstream, jetstreamManager } from "@nats-io/jetstream";
import type { NatsConnection } from "@nats-io/nats-core";
import { connect } from "@nats-io/transport-node";
import { escapeToken } from "@statwire/events";
import { type Logger, retryForever, sleep } from "@statwire/runtime";
import { signInWith } from "./sign-in.js";

export interface EventLogOptions {
  /** One server or several, comma-separated; `tls://` refuses a server without TLS. */
  url: string;
  credentialsFile?: string | undefined;
  /** Names the connection and its inbox, so that credentials can be limited to it. */
  name: string;
  /** Which of several with that name this is (a collector: workspace and node); part of the inbox, too. */
  scope?: readonly string[];
  log: Logger;
  /** Gives up connecting when it aborts. */
  signal?: AbortSignal;
}

/** An open event log. Whoever connects closes it. */
export interface EventLog {
  readonly connection: NatsConnection;
  readonly jetstream: JetStreamClient;
  readonly manager: JetStreamManager;
  /** Prefix of the subjects on which this client gets replies. */
  readonly inbox: string;
  readonly log: Logger;
  /** Why the log cannot be used right now, undefined when it can. */
  status(): string | undefined;
  /** Calls back at each loss of the connection; returns what undoes it. */
  onDisconnect(listener: () => void): () => void;
  /** Sends what was published, ends all subscriptions and disconnects. */
  close(): Promise<void>;
}

/** Nothing was sent, because there is no connection right now. */
export class NotConnectedError extends Error {
  override readonly name = "NotConnectedError";
}

const requestTimeoutMs = 5_000;
const drainTimeoutMs = 2_000;
const neverAborts = new AbortController().signal;

/** Subject prefix of a client's replies: what its credentials must let it subscribe, followed by `.>`. */
export function inboxPrefix(name: string, scope: readonly string[] = []): string {
  return `_INBOX_${[name, ...scope].map(escapeToken).join(".")}`;
}

/**
 * Opens the event log. Waits for the server for ever (each failed attempt is logged), and later reconnects for ever.
 * @throws the signal's reason when it aborts first.
 */
export async function connectEventLog(options: EventLogOptions): Promise<EventLog> {
  const { log } = options;
  const connection = await retryForever(() => dial(options), {
    signal: options.signal ?? neverAborts,
    onFailure: (error, attempt) => log.warn({ err: error, attempt, url: options.url }, "event log not reachable"),
  });
  const state = watchStatus(connection, log);
  return {
    connection,
    jetstream: jetstream(connection, { timeout: requestTimeoutMs }),
    // Without the account check: it needs a permission that most clients do not have.
    manager: await jetstreamManager(connection, { timeout: requestTimeoutMs, checkAPI: false }),
    inbox: inboxPrefix(options.name, options.scope),
    log,
    status: () => state.reason,
    onDisconnect: (listener) => {
      state.listeners.add(listener);
      return () => state.listeners.delete(listener);
    },
    close: () => close(connection),
  };
}

/**
 * What `ask` is answered, or a rejection as soon as the connection that it was asked on is lost. Nothing is asked
 * while there is none: the library would drop it when it reconnects, and wait for an answer until the timeout.
 */
export async function askConnected<Answer>(log: EventLog, ask: () => Promise<Answer>): Promise<Answer> {
  const reason = log.status();
  if (reason !== undefined) throw new NotConnectedError(reason);
  const asked = ask();
  let forget: () => void = () => undefined;
  const disconnected = new Promise<never>((_, reject) => {
    forget = log.onDisconnect(() => reject(new Error("disconnected before the answer")));
  });
  try {
    return await Promise.race([asked, disconnected]);
  } finally {
    forget();
    // Its own failure, later, is no news.
    asked.catch(() => undefined);
  }
}

async function dial({ url, credentialsFile, name, scope }: EventLogOptions): Promise<NatsConnection> {
  // Read at each attempt: the file may be written by whoever starts the server.
  const credentials = credentialsFile === undefined ? undefined : await readFile(credentialsFile);
  const servers = url.split(",").map((server) => server.trim());
  return connect({
    servers,
    // The library takes the scheme for decoration: asked for TLS, it goes without when the server offers none.
    ...(servers.some((server) => server.startsWith("tls://")) ? { tls: {} } : {}),
    name,
    inboxPrefix: inboxPrefix(name, scope),
    ...(credentials === undefined ? {} : { authenticator: signInWith(credentials) }),
    timeout: requestTimeoutMs,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
    reconnectJitter: 250,
    // A refused credential may be one that the server has not learnt yet; the default gives up at the second refusal.
    ignoreAuthErrorAbort: true,
    pingInterval: 10_000,
    maxPingOut: 2,
    noAsyncTraces: true,
  });
}

interface ConnectionState {
  reason: string | undefined;
  listeners: Set<() => void>;
}

function watchStatus(connection: NatsConnection, log: Logger): ConnectionState {
  const state: ConnectionState = { reason: undefined, listeners: new Set() };
  const watch = async () => {
    for await (const status of connection.status()) {
      if (status.type === "disconnect") {
        state.reason = "disconnected from the event log";
        log.warn({ server: status.server }, "event log disconnected");
        for (const listener of state.listeners) listener();
      } else if (status.type === "reconnect") {
        state.reason = undefined;
        log.info({ server: status.server }, "event log reconnected");
      } else if (status.type === "error") {
        log.warn({ err: status.error }, "event log refused");
      }
    }
    state.reason = "event log closed";
  };
  void watch();
  return state;
}

async function close(connection: NatsConnection): Promise<void> {
  if (connection.isClosed()) return;
  // Draining needs the server; when it does not answer there is nothing left that could be sent.
  const drained = connection.drain().catch(() => undefined);
  await Promise.race([drained, sleep(drainTimeoutMs)]);
  await connection.close();
}
