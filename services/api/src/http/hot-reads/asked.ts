import type { IncomingMessage } from "node:http";

/** The reads that are answered in front of Express, by their paths in the OpenAPI document. */
export type HotPath = "/stats" | "/stats/cpu" | "/api/v2/nodes/{node}";

/** A request that is understood exactly. */
export interface Asked {
  hotPath: HotPath;
  /** As the request has it, and its path alone. */
  url: string;
  path: string;
  /** Undefined: the request names none. */
  node: string | undefined;
  apiKey: string;
}

/** Whatever has an escape, a second parameter or anything else in it is Express's to understand. */
const statsUrl = /^(\/stats(?:\/cpu)?)(?:\?node=([A-Za-z0-9._-]{1,200}))?$/;
const nodeUrl = /^\/api\/v2\/nodes\/([A-Za-z0-9._-]{1,200})$/;

/** A request that has one of these is more than a read with a key: conditional, with other credentials or with a body. */
const furtherHeaders: ReadonlySet<string> = new Set([
  ...["authorization", "cookie", "if-none-match", "if-modified-since", "content-length", "transfer-encoding"],
  ...["expect", "upgrade", "x-workspace", "x-http-method-override"],
]);

/** What a request asks for, when it is a plain GET of a hot read with a key in `X-API-Key`; undefined: anything else. */
export function askedOf({
  method,
  url = "",
  headers,
}: Pick<IncomingMessage, "method" | "url" | "headers">): Asked | undefined {
  if (method !== "GET") return undefined;
  const apiKey = headers["x-api-key"];
  if (typeof apiKey !== "string") return undefined;
  for (const name in headers) if (furtherHeaders.has(name)) return undefined;
  const [, stats, statsNode] = statsUrl.exec(url) ?? [];
  if (stats !== undefined) return { hotPath: stats as HotPath, url, path: stats, node: statsNode, apiKey };
  const node = nodeUrl.exec(url)?.[1];
  return node === undefined ? undefined : { hotPath: "/api/v2/nodes/{node}", url, path: url, node, apiKey };
}
