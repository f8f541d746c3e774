import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Logger } from "@statwire/runtime";
import { isNeed, type Need, requireNeed } from "../../authorization/needs.js";
import { projectLimitOf } from "../../authorization/node-reach.js";
import { type Caller, type Credentials, identifyInstallation, identifyProgramOnce } from "../authentication.js";
import type { Counted, Limiter, RateLimitPolicyName } from "../rate-limits.js";
import { redactUrl } from "../redact-url.js";
import { toRequestId } from "../request-id.js";
import { type AnsweredLog, answeredLog } from "../request-log.js";
import type { OpenApiDocument } from "../route-table.js";
import { headersOfAnswers } from "../security-headers.js";
import { type Asked, askedOf, type HotPath } from "./asked.js";
import { gatheredByTurn } from "./gathered-by-turn.js";
import { type HotRead, type HotReadSources, hotReadsByPath } from "./reads.js";
import { type ConstantHead, constantHead, sendWhole } from "./whole-answer.js";

export interface HotReadParts extends Credentials, HotReadSources {
  log: Logger;
  document: OpenApiDocument;
  dashPadOrigins: readonly string[];
  limiters: Readonly<Record<RateLimitPolicyName, Limiter>>;
  createId(): string;
  draining(): boolean;
}

/** What is known of a hot path before anybody asks. */
interface Route extends HotRead {
  need: Need;
  head: ConstantHead;
}

/** Somebody who may have the answer, if the limit allows it. */
interface Asker {
  request: IncomingMessage;
  response: ServerResponse;
  asked: Asked;
  route: Route;
  /** Undefined where no credential is needed. */
  caller: Caller | undefined;
  /** What the request is counted with. */
  countedBy: string;
  startedAtMs: number;
}

/**
 * Puts the few reads that dashboards repeat all the time in front of the application: the same authentication, limits, request id,
 * headers and log line by the same functions, without Express and tsoa, and each snapshot rendered once. Whatever is not understood
 * exactly, is refused or goes wrong is the application's to answer, from the beginning: what was found out or counted of a request is
 * remembered with it.
 *
 * What is asked for in one turn of the event loop with the same credential is read and counted together: one by one, the promises on the way
 * to Redis cost more than all that Node does for HTTP. `npm run bench -- --only hot-reads` tells what that is worth.
 */
export function withHotReads(parts: HotReadParts, application: RequestListener): RequestListener {
  const routes = routesOf(parts);
  const gather = gatheredByTurn<Asker>((askers, first) => {
    answerTogether(parts, application, askers, first).catch((error: unknown) => {
      for (const asker of askers) abandon(parts, asker, error);
    });
  });
  const admit = (request: IncomingMessage, response: ServerResponse, asked: Asked, caller: Caller | undefined) => {
    const route = routes.get(asked.hotPath);
    if (route === undefined || !mayRead(parts, route, caller)) return application(request, response);
    const counted = { method: "GET", path: asked.path, socket: request.socket, ...(caller && { user: caller }) };
    const countedBy = parts.limiters[route.policy].keyOf(counted);
    const asker = { request, response, asked, route, caller, countedBy, startedAtMs: Date.now() };
    gather(`${asked.url} ${countedBy} ${caller?.limitKey}`, asker);
  };
  return (request, response) => {
    const asked = askedOf(request);
    if (asked === undefined || parts.draining()) return application(request, response);
    const { credential } = asked;
    if (credential === undefined) return admit(request, response, asked, undefined);
    const installation = identifyInstallation(parts, credential);
    if (installation !== undefined) return admit(request, response, asked, installation);
    identifyProgramOnce(parts, request, credential)
      .catch(() => undefined)
      .then((caller) => admit(request, response, asked, caller))
      .catch((error: unknown) => abandon(parts, { asked, response }, error));
  };
}

/** Whether the caller may read every node, or nobody has to be known. */
function mayRead({ workspace }: HotReadParts, { need }: Route, caller: Caller | undefined): boolean {
  if (caller === undefined) return need === "nothing";
  try {
    requireNeed(caller.principal, need, workspace);
    return projectLimitOf(caller.principal, workspace) === null;
  } catch {
    return false;
  }
}

/** Answers those who asked for the same with the same credential. */
async function answerTogether(
  parts: HotReadParts,
  application: RequestListener,
  askers: readonly Asker[],
  { asked, route, countedBy }: Asker,
): Promise<void> {
  const limiter = parts.limiters[route.policy];
  // What may be known may have changed since the first of them came.
  const caller = askers.at(-1)?.caller;
  const reading = route.read(parts, asked, caller).catch(() => undefined);
  const counts = await limiter.countTogether(countedBy, askers.length);
  const body = await reading;
  const answer = body && { body, log: answeredLog(parts.log, redactUrl(asked.url)) };
  for (const [index, asker] of askers.entries()) {
    const counted = counts[index];
    try {
      if (answer !== undefined && counted?.isOver === false) {
        send(parts, asker, answer, counted);
        continue;
      }
      if (counted !== undefined) limiter.remember(asker.request, counted);
      application(asker.request, asker.response);
    } catch (error) {
      abandon(parts, asker, error);
    }
  }
}

/** What is the same for all who asked together. */
interface Answer {
  body: Buffer;
  log: AnsweredLog;
}

function send(parts: HotReadParts, asker: Asker, answer: Answer, { headers }: Counted): void {
  const { request, response, route, startedAtMs } = asker;
  const id = toRequestId(request.headers["x-request-id"], parts.createId);
  sendWhole(response, route.head, [["X-Request-Id", id], ...headers], answer.body);
  answer.log({ id, remoteAddress: request.socket.remoteAddress }, startedAtMs);
}

/** After a fault of ours: it must end this request and not the process. */
function abandon({ log }: HotReadParts, { asked, response }: Pick<Asker, "asked" | "response">, error: unknown): void {
  log.error({ err: error, path: asked.path }, "request failed");
  response.destroy();
}

/** Without those whose headers depend on who asks. */
function routesOf({ document, dashPadOrigins }: HotReadParts): ReadonlyMap<HotPath, Route> {
  const paths = Object.keys(hotReadsByPath) as HotPath[];
  const contentType = ["Content-Type", "application/json; charset=utf-8"];
  const routes = paths.flatMap((path): [HotPath, Route][] => {
    const constant = headersOfAnswers(dashPadOrigins, path);
    if (constant === undefined) return [];
    const headers = [...constant.flatMap(([name, value]) => [name.toLowerCase(), value]), ...contentType];
    return [[path, { ...hotReadsByPath[path], need: needOf(document, path), head: constantHead(headers) }]];
  });
  return new Map(routes);
}

function needOf(document: OpenApiDocument, path: HotPath): Need {
  const need = document.paths[path]?.get?.["x-statwire-needs"];
  if (!isNeed(need)) throw new Error(`an operation does not say what it needs: GET ${path}`);
  return need;
}
