import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Logger } from "@statwire/runtime";
import { isNeed, type Need, requireNeed } from "../../authorization/needs.js";
import { projectLimitOf } from "../../authorization/node-reach.js";
import type { NodeReader } from "../../nodes/node-reader.js";
import type { V6DirectReadings } from "../../surfaces/v6direct/readings.js";
import { type Credentials, identifyProgramOnce } from "../authentication.js";
import type { HeaderPair } from "../rate-limit-headers.js";
import type { Limiter, RateLimitPolicyName } from "../rate-limits.js";
import { giveRequestId } from "../request-id.js";
import { logWhenAnswered } from "../request-log.js";
import type { OpenApiDocument } from "../route-table.js";
import { headersOfAnswers } from "../security-headers.js";
import { type Asked, askedOf, type HotPath } from "./asked.js";
import { ageText, type Rendered, renderCpu, renderNode, renderStats, statusText } from "./rendered.js";

export interface HotReadParts extends Credentials {
  log: Logger;
  document: OpenApiDocument;
  dashPadOrigins: readonly string[];
  limiters: Readonly<Record<RateLimitPolicyName, Limiter>>;
  createId(): string;
  draining(): boolean;
  /** Of somebody who may know of every node. */
  nodes: Pick<NodeReader, "read">;
  /** Likewise. */
  readings: Pick<V6DirectReadings, "resolveNode" | "pinned">;
  now(): number;
}

/** The body of an answer: the rendered text with one value in it. */
interface Body {
  rendered: Rendered;
  value: string;
}

interface HotRead {
  policy: RateLimitPolicyName;
  /** Undefined, or a throw: Express says what is wrong. */
  read(parts: HotReadParts, node: string | undefined): Promise<Body | undefined>;
}

const hotReadsByPath: Record<HotPath, HotRead> = {
  "/stats": {
    policy: "v6direct-stats",
    async read({ readings }, asked) {
      const { snapshot, ageSeconds } = await readings.pinned(await readings.resolveNode(asked));
      return { rendered: renderStats(snapshot), value: ageText(ageSeconds) };
    },
  },
  "/stats/cpu": {
    policy: "v6direct-stats",
    async read({ readings }, asked) {
      const { snapshot } = await readings.pinned(await readings.resolveNode(asked));
      return { rendered: renderCpu(snapshot), value: "" };
    },
  },
  "/api/v2/nodes/{node}": {
    policy: "native",
    async read({ nodes, now }, asked = "") {
      const snapshot = await nodes.read(asked);
      return snapshot && { rendered: renderNode(snapshot), value: statusText(snapshot, now()) };
    },
  },
};

/**
 * Puts the few reads that dashboards repeat all the time in front of the application: the same authentication, limits, request id,
 * headers and log line by the same functions, without Express and tsoa, and each snapshot rendered once. Whatever is not understood
 * exactly, is refused or goes wrong is the application's to answer, from the beginning: what was found out or counted of a request is
 * remembered with it. `npm run bench -- --only hot-reads` tells what that is worth.
 */
export function withHotReads(parts: HotReadParts, application: RequestListener): RequestListener {
  const paths = Object.keys(hotReadsByPath) as HotPath[];
  const needs = new Map(paths.map((path) => [path, needOf(parts.document, path)]));
  const headers = new Map(paths.map((path) => [path, headersOfAnswers(parts.dashPadOrigins, path)]));
  return (request, response) => {
    const asked = askedOf(request);
    const need = asked && needs.get(asked.hotPath);
    if (asked === undefined || need === undefined || parts.draining()) return application(request, response);
    const startedAtMs = Date.now();
    answer(parts, request, asked, need)
      .catch(() => undefined)
      .then((found) => {
        if (found === undefined) return application(request, response);
        const requestId = giveRequestId(request, parts.createId);
        logWhenAnswered(parts.log, request, response, startedAtMs);
        send(response, found.body, [
          ["X-Request-Id", requestId],
          ...(headers.get(asked.hotPath) ?? []),
          ...found.headers,
        ]);
      })
      .catch((error: unknown) => {
        // A fault of ours: it must end this request and not the process.
        parts.log.error({ err: error, path: asked.path }, "request failed");
        response.destroy();
      });
  };
}

async function answer(
  parts: HotReadParts,
  request: IncomingMessage,
  asked: Asked,
  need: Need,
): Promise<{ body: Body; headers: readonly HeaderPair[] } | undefined> {
  const { policy, read } = hotReadsByPath[asked.hotPath];
  const caller = await identifyProgramOnce(parts, request, asked.apiKey);
  if (caller === undefined) return undefined;
  requireNeed(caller.principal, need, parts.workspace);
  if (projectLimitOf(caller.principal, parts.workspace) !== null) return undefined;
  const as = { method: "GET", path: asked.path, socket: request.socket, user: caller };
  const [counted, body] = await Promise.all([parts.limiters[policy].count(request, as), read(parts, asked.node)]);
  return counted.isOver || body === undefined ? undefined : { body, headers: counted.headers };
}

function send(response: ServerResponse, { rendered, value }: Body, headers: readonly HeaderPair[]): void {
  const { head, tail, bytes } = rendered;
  response.writeHead(200, [
    ...headers.flat(),
    ...["Content-Type", "application/json; charset=utf-8"],
    // What is spliced in is a number or a word of ours: one byte a character.
    ...["Content-Length", String(bytes + value.length)],
  ]);
  response.end(head + value + tail);
}

function needOf(document: OpenApiDocument, path: HotPath): Need {
  const need = document.paths[path]?.get?.["x-statwire-needs"];
  if (!isNeed(need)) throw new Error(`an operation does not say what it needs: GET ${path}`);
  return need;
}
