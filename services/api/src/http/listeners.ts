import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { MessageClasses } from "./messages.js";

/** Where a listener listens, and the setting that says so. */
export interface ListenAddress {
  /** Every interface when undefined. */
  host: string | undefined;
  port: number;
  /** Named in the error when the port is taken. */
  portSetting: string;
}

/** What requests are handed to. `messages` are Node's own when absent. */
export interface Handling {
  handle: RequestListener;
  messages?: MessageClasses | undefined;
}

/** Bounds on what a client may take: time and connections. */
const limits = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 65_000 };
/** For so long a connection without a request is kept, which clients are told. */
export const keepAliveSeconds = limits.keepAliveTimeout / 1_000;
const connectionsMax = 4_096;
/**
 * For so long nothing may move on a connection whose request is not answered. A client that does not read keeps a place from others
 * (`REQUESTS_OPEN_MAX`), and needs no credential for it: `/openapi.json` is more than the system takes. The slowest query ends before, and a
 * stream of events has heartbeats.
 */
const stuckMsMax = 180_000;

/** An HTTP listener; resolves once it accepts. Errors: a taken port, naming its setting. */
export function listenHttp({ handle, messages }: Handling, address: ListenAddress): Promise<Server> {
  return listen(createServer({ ...limits, ...messages }, handle), address);
}

/** An HTTPS listener (TLS 1.2 or newer); resolves once it accepts. Errors: as {@link listenHttp}. */
export function listenHttps(
  { handle, messages }: Handling,
  address: ListenAddress,
  certificate: { cert: string; key: string },
): Promise<Server> {
  const { cert, key } = certificate;
  return listen(createTlsServer({ ...limits, ...messages, cert, key, minVersion: "TLSv1.2" }, handle), address);
}

/** The port that a listener really has. */
export function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function listen(server: Server, { host, port, portSetting }: ListenAddress): Promise<Server> {
  server.maxConnections = connectionsMax;
  server.timeout = stuckMsMax;
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const place = `port ${port} on ${host ?? "all interfaces"}`;
      if (error.code === "EADDRINUSE") reject(new Error(`${portSetting}: ${place} is taken`));
      else reject(new Error(`${portSetting}: cannot listen on ${place}: ${error.message}`, { cause: error }));
    });
    server.listen({ port, ...(host === undefined ? {} : { host }) }, () => {
      server.removeAllListeners("error");
      resolve(server);
    });
  });
}
