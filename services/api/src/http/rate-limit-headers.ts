import { createHash } from "node:crypto";

/** A request among those that are counted together. */
export interface Hit {
  /** The policy's name. */
  policy: string;
  limit: number;
  windowMs: number;
  /** What is counted together. */
  key: string;
  /** How many there are in this window, with this one. */
  totalHits: number;
  /** When the window ends. */
  resetAtMs: number;
}

export type HeaderPair = readonly [name: string, value: string];

/**
 * What a client is told of a limit: `RateLimit` and `RateLimit-Policy` as in draft 8 of draft-ietf-httpapi-ratelimit-headers, and
 * `Retry-After` (seconds) once it is over. The same as express-rate-limit writes, which a test compares.
 */
export function toLimitHeaders(hit: Hit, nowMs: number): HeaderPair[] {
  const { policy, limit, windowMs, key, totalHits, resetAtMs } = hit;
  const resetSeconds = Math.max(0, Math.ceil((resetAtMs - nowMs) / 1_000));
  const windowSeconds = Math.ceil(windowMs / 1_000);
  const headers: HeaderPair[] = [
    ["RateLimit", `"${policy}"; r=${Math.max(limit - totalHits, 0)}; t=${resetSeconds}`],
    ["RateLimit-Policy", `"${policy}"; q=${limit}; w=${windowSeconds}; pk=:${partitionOf(key)}:`],
  ];
  if (totalHits > limit) headers.push(["Retry-After", String(resetSeconds)]);
  return headers;
}

const partitions = new Map<string, string>();
/** How many keys are known by their partition: computing one takes 5 µs. */
const partitionsMax = 1_000;

/** Names what is counted together without telling it. */
function partitionOf(key: string): string {
  const known = partitions.get(key);
  if (known !== undefined) return known;
  const partition = Buffer.from(createHash("sha256").update(key).digest("hex").slice(0, 12)).toString("base64");
  if (partitions.size >= partitionsMax) partitions.clear();
  partitions.set(key, partition);
  return partition;
}
