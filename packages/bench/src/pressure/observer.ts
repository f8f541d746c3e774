import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { descendants, type Product } from "@statwire/running-product";

/** What one second showed. */
export interface Sample {
  atMs: number;
  /** Resident bytes by process. */
  rss: ReadonlyMap<string, number>;
  /** As the ingester's /metrics tells it; undefined when it did not answer. */
  lag: { messages: number; seconds: number } | undefined;
  isReady: boolean;
  /** What /readyz says of degradation or trouble. */
  readiness: string;
}

const processNames: [RegExp, string][] = [
  [/services\/([a-z-]+)\/dist\/main\.js/, "$1"],
  [/nats-server/, "nats-server"],
  [/redis-server/, "redis-server"],
  [/clickhouse/, "clickhouse"],
];

const answerWithinMs = 2_000;
const ingesterOffset = 3;

/** The process a command line belongs to: a service, a server, or the program that one of them has started. */
export function processName(command: string): string {
  for (const [pattern, name] of processNames) {
    const match = pattern.exec(command);
    if (match !== null) return name === "$1" ? (match[1] ?? name) : name;
  }
  return basename(command.split(" ", 1)[0] ?? "");
}

/** Looks at the running product from outside, once. */
export async function observe(product: Product): Promise<Sample> {
  const [metrics, readiness] = await Promise.all([
    askOps(product, ingesterOffset, "/metrics"),
    askOps(product, ingesterOffset, "/readyz?verbose"),
  ]);
  return {
    atMs: Date.now(),
    rss: residentBytes(product),
    lag: metrics && { messages: gauge(metrics.text, "messages"), seconds: gauge(metrics.text, "seconds") },
    isReady: readiness?.ok === true,
    readiness: readiness === undefined ? "no answer" : complaintOf(readiness.text),
  };
}

/** The end of a process that starts with the product's pid, by the name that `observe` gives it. */
export function pidOf(product: Product, name: string): number {
  const found = descendants(product.pid).filter(({ command }) => processName(command) === name);
  const [first] = found;
  if (first === undefined) throw new Error(`the product runs no ${name}`);
  return first.pid;
}

function residentBytes(product: Product): Map<string, number> {
  const bytes = new Map<string, number>();
  bytes.set("launcher", residentBytesOf(product.pid));
  for (const { pid, command } of descendants(product.pid)) {
    const name = processName(command);
    // It ended meanwhile.
    if (name === "") continue;
    bytes.set(name, Math.max(bytes.get(name) ?? 0, residentBytesOf(pid)));
  }
  return bytes;
}

/** Resident bytes of a process, 0 when it has ended. */
export function residentBytesOf(pid: number): number {
  try {
    const [, kibibytes = "0"] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Number(kibibytes) * 1024;
  } catch {
    return 0;
  }
}

async function askOps(product: Product, offset: number, path: string) {
  try {
    const url = `http://127.0.0.1:${product.ports.opsBase + offset}${path}`;
    const response = await fetch(url, { signal: AbortSignal.timeout(answerWithinMs) });
    return { ok: response.ok, text: await response.text() };
  } catch {
    return undefined;
  }
}

function gauge(text: string, unit: "messages" | "seconds"): number {
  const line = new RegExp(`^statwire_ingest_lag_${unit}\\{[^}]*stream="TELEMETRY"[^}]*\\} (\\S+)$`, "m").exec(text);
  return Number(line?.[1] ?? Number.NaN);
}

function complaintOf(text: string): string {
  try {
    const { checks = {}, degraded = {} } = JSON.parse(text);
    const failed = Object.entries(checks).filter(([, state]) => state !== "ok");
    return [...failed, ...Object.entries(degraded)].map(([name, why]) => `${name}: ${why}`).join("; ");
  } catch {
    return text.slice(0, 200);
  }
}
