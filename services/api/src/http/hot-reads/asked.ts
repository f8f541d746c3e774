import type { IncomingMessage } from "node:http";
import type { TLSSocket } from "node:tls";

/** The reads that are answered in front of Express, by their paths in the OpenAPI document. */
export type HotPath = OpenPath | KeyPath | TokenPath;

/** Needs no credential. */
type OpenPath = "/health";
/** Takes a key in `X-API-Key`. */
type KeyPath =
  | "/stats"
  | `/stats/${"cpu" | "memory" | "network" | "history" | "node"}`
  | "/status"
  | "/cron_tasks"
  | "/metrics/{metric_name}"
  | "/api/v2/nodes/{node}";
/** Takes the bare token in `Authorization`. */
type TokenPath = `/api/v1/server/${"list" | "details"}`;

/** A request that is understood exactly. */
export interface Asked {
  hotPath: HotPath;
  /** As the request has it, and its path alone. */
  url: string;
  path: string;
  /** Undefined: the request names none. */
  node?: string | undefined;
  metric?: string | undefined;
  /** Undefined where none is needed. */
  credential?: string | undefined;
}

/** Whatever has an escape, a second parameter or anything else in it is Express's to understand. */
const keyUrl =
  /^(\/stats(?:\/(?:cpu|memory|network|history|node))?|\/status|\/cron_tasks|\/metrics\/([a-z_]{1,40}))(?:\?node=([A-Za-z0-9._-]{1,200}))?$/;
const nodeUrl = /^\/api\/v2\/nodes\/([A-Za-z0-9._-]{1,200})$/;
const tokenUrl = /^\/api\/v1\/server\/(?:list|details)$/;

/** A request that has one of these is more than a read with a key: conditional, with other credentials or with a body. */
const furtherHeaders: ReadonlySet<string> = new Set([
  ...["authorization", "cookie", "if-none-match", "if-modified-since", "content-length", "transfer-encoding"],
  ...["expect", "upgrade", "x-workspace", "x-http-method-override"],
]);

/** What a request asks for, when it is a plain GET of a hot read with the credential that its path takes; undefined: anything else. */
export function askedOf(request: Pick<IncomingMessage, "method" | "url" | "headers" | "socket">): Asked | undefined {
  const { method, url = "", headers, socket } = request;
  if (method !== "GET") return undefined;
  const takesToken = tokenUrl.test(url);
  for (const name in headers) {
    if (furtherHeaders.has(name) && !(takesToken && name === "authorization")) return undefined;
  }
  // Over TLS that path is another surface's.
  if (url === "/health") return (socket as TLSSocket).encrypted === true ? undefined : { hotPath: url, url, path: url };
  const credential = takesToken ? headers.authorization : headers["x-api-key"];
  if (typeof credential !== "string") return undefined;
  if (takesToken) return { hotPath: url as TokenPath, url, path: url, credential };
  const [, path, metric, asked] = keyUrl.exec(url) ?? [];
  if (path !== undefined) {
    const hotPath = metric === undefined ? (path as KeyPath) : "/metrics/{metric_name}";
    return { hotPath, url, path, node: asked, metric, credential };
  }
  const node = nodeUrl.exec(url)?.[1];
  return node === undefined ? undefined : { hotPath: "/api/v2/nodes/{node}", url, path: url, node, credential };
}
