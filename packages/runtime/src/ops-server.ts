import { createServer, type Server, type ServerResponse } from "node:http";
import type { Registry } from "prom-client";
import { sleep } from "./waiting.js";

/** A readiness check: the reason why not, or nothing when ready. */
export type ReadinessCheck = () => string | undefined | Promise<string | undefined>;

/** A check that takes longer says not ready: whoever asks has a timeout of its own. */
const checkTimeoutMs = 2_000;

export interface OpsState {
  metrics: Registry;
  checks: ReadonlyMap<string, ReadinessCheck>;
  /** What is wrong although the process does its work; shown, and no reason to send it nothing. */
  degradations: ReadonlyMap<string, ReadinessCheck>;
  /** Why the process as a whole is not ready (starting, stopping), or nothing. */
  phase(): string | undefined;
}

/** Of URLs that name no server, as those of requests do. */
const base = "http://ops";

/** Serves `/livez`, `/readyz` (`?verbose` for JSON by check) and `/metrics` (Prometheus text). */
export function createOpsServer(state: OpsState): Server {
  return createServer((request, response) => {
    const target = request.url ?? "/";
    // What is no URL (`//`) is no path of ours: thrown here it would end the process.
    const url = URL.canParse(target, base) ? new URL(target, base) : undefined;
    if (request.method !== "GET") return send(response, 405, "text/plain", "only GET\n");
    if (url?.pathname === "/livez") return send(response, 200, "text/plain", "ok\n");
    if (url?.pathname === "/readyz") return void sendReadiness(state, url.searchParams.has("verbose"), response);
    if (url?.pathname === "/metrics") return void sendMetrics(state.metrics, response);
    send(response, 404, "text/plain", "try /livez, /readyz or /metrics\n");
  });
}

/** Runs every check; one that throws or takes too long is not ready, and its result says why. */
export async function readiness(state: OpsState): Promise<{ ready: boolean; checks: Record<string, string> }> {
  const phase = state.phase();
  const results = await Promise.all(
    [...state.checks].map(async ([name, check]): Promise<[string, string]> => [name, await resultOf(check)]),
  );
  const checks = Object.fromEntries(phase === undefined ? results : [["process", phase], ...results]);
  return { ready: Object.values(checks).every((result) => result === "ok"), checks };
}

/** What is wrong and leaves the process ready, by name. */
async function degradations({ degradations: all }: OpsState): Promise<Record<string, string>> {
  const results = await Promise.all(
    [...all].map(async ([name, check]): Promise<[string, string]> => [name, await resultOf(check)]),
  );
  return Object.fromEntries(results.filter(([, result]) => result !== "ok"));
}

async function resultOf(check: ReadinessCheck): Promise<string> {
  const finished = new AbortController();
  const tooLate = sleep(checkTimeoutMs, finished.signal).then(() => `no answer within ${checkTimeoutMs} ms`);
  try {
    return (await Promise.race([check(), tooLate])) ?? "ok";
  } catch (error) {
    return (error as Error).message;
  } finally {
    finished.abort();
  }
}

async function sendReadiness(state: OpsState, verbose: boolean, response: ServerResponse): Promise<void> {
  const result = await readiness(state);
  const status = result.ready ? 200 : 503;
  if (verbose) {
    const degraded = await degradations(state);
    const body = Object.keys(degraded).length === 0 ? result : { ...result, degraded };
    return send(response, status, "application/json", `${JSON.stringify(body)}\n`);
  }
  send(response, status, "text/plain", result.ready ? "ok\n" : "not ready\n");
}

async function sendMetrics(metrics: Registry, response: ServerResponse): Promise<void> {
  try {
    send(response, 200, metrics.contentType, await metrics.metrics());
  } catch (error) {
    send(response, 500, "text/plain", `${(error as Error).message}\n`);
  }
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { "content-type": type });
  response.end(body);
}
