import type { IncomingHttpHeaders } from "node:http";
import { request } from "node:https";
import { loadCertificate } from "../http/certificate.js";
import { listenHttps, portOf } from "../http/listeners.js";
import type { TestApi } from "./test-api.js";

/** An answer over TLS, its body parsed where it is JSON and taken for what the test says it is. */
export interface TlsAnswer<Body> {
  status: number;
  headers: IncomingHttpHeaders;
  body: Body;
}

/** A client of the HTTPS listener that trusts one certificate alone, by its fingerprint. */
export interface TestHttps {
  /** As the service shows it: what clients pin. */
  fingerprint: string;
  get<Body = unknown>(path: string, headers?: Record<string, string>): Promise<TlsAnswer<Body>>;
  post<Body = unknown>(path: string, headers?: Record<string, string>): Promise<TlsAnswer<Body>>;
  /** As get, with another fingerprint pinned. Rejects when the server's certificate has another one. */
  getPinned(path: string, fingerprint: string): Promise<TlsAnswer<unknown>>;
  close(): void;
}

/** The API behind an HTTPS listener, with the certificate of a directory, which is made there at the first run. */
export async function serveHttps(api: Pick<TestApi, "app">, directory: string): Promise<TestHttps> {
  const certificate = await loadCertificate(directory, "router-1", Date.now());
  const server = await listenHttps(
    { handle: api.app },
    { host: "127.0.0.1", port: 0, portSetting: "HTTPS_PORT" },
    certificate,
  );
  const place = { host: "127.0.0.1", port: portOf(server), ca: certificate.cert };
  const fingerprint = certificate.fingerprintSha256;
  return {
    fingerprint,
    get: (path, headers = {}) => ask(place, fingerprint, { method: "GET", path, headers }),
    post: (path, headers = {}) => ask(place, fingerprint, { method: "POST", path, headers }),
    getPinned: (path, pinned) => ask(place, pinned, { method: "GET", path, headers: {} }),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function ask<Body>(
  place: { host: string; port: number; ca: string },
  pinned: string,
  call: { method: string; path: string; headers: Record<string, string> },
): Promise<TlsAnswer<Body>> {
  return new Promise((resolve, reject) => {
    const options = {
      ...place,
      ...call,
      agent: false as const,
      // Called before anything is sent: a request never reaches a server with another certificate.
      checkServerIdentity: (_host: string, { fingerprint256 }: { fingerprint256: string }) =>
        fingerprint256 === pinned ? undefined : new Error(`certificate ${fingerprint256} is not the pinned one`),
    };
    const sent = request(options, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
      });
      response.once("end", () => {
        const isJson = /[/+]json/.test(response.headers["content-type"] ?? "");
        const body = (isJson ? JSON.parse(text) : text) as Body;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      });
    });
    sent.once("error", reject);
    sent.end();
  });
}
