import type { RequestListener } from "node:http";
import type { Logger } from "@statwire/runtime";
import express, { type IRouter, type RequestHandler, Router } from "express";
import { RegisterRoutes } from "../generated/routes.js";
import type { IdentityDeps } from "../identity/identity.js";
import { openDashmonOperations } from "../surfaces/dashmon/open-operations.js";
import { dashmonWriteLimit } from "../surfaces/dashmon/write-limit.js";
import { accountPage, accountPaths } from "./account-page.js";
import type { Credentials } from "./authentication.js";
import { type ControllersFor, setContext } from "./context.js";
import { documentation, documentationPaths } from "./docs.js";
import { healthByListener, healthPath } from "./health-by-listener.js";
import { type MessageClasses, ownMessages } from "./messages.js";
import type { Limiter, RateLimitPolicyName } from "./rate-limits.js";
import { renderErrors } from "./render-error.js";
import { requestIds } from "./request-id.js";
import { requestLog } from "./request-log.js";
import { type OpenApiDocument, routeTable, undeclaredOperations } from "./route-table.js";
import { inOrder } from "./routing/in-order.js";
import { routeTree } from "./routing/route-tree.js";
import { pastWhatIsLeft, straight } from "./routing/straight.js";
import { securityHeaders } from "./security-headers.js";
import { unserved, withoutTrailingSlash } from "./unserved.js";

export interface AppParts extends Credentials {
  log: Logger;
  document: OpenApiDocument;
  /** Absent: nobody can sign in. */
  identity?: IdentityDeps;
  /** Whether DashPad's paths take the key in the query, too. */
  keyInQuery: boolean;
  /** Origins whose pages may call DashPad's paths; `*` for any. */
  dashPadOrigins: readonly string[];
  limiters: Readonly<Record<RateLimitPolicyName, Limiter>>;
  controllersFor: ControllersFor;
  createId(): string;
  /** True while stopping: connections are then closed with the answer that is on its way. */
  draining(): boolean;
}

/** What answers requests. */
export interface Application {
  handle: RequestListener;
  /** What its servers should make requests and answers of; it takes those of Node, too. */
  messages: MessageClasses;
}

/** The operations that need no credential; any other operation without one is a mistake and ends the start. */
const openOperations: ReadonlySet<string> = new Set([
  ...["GET /", "GET /health", "GET /livez", "GET /readyz"],
  ...["login", "tokens", "tokens/refresh", "tokens/end", "first-administrator"].map(postToAuth),
  ...["invitations/accept", "password-reset", "password-reset/finish"].map(postToAuth),
  "POST /api/v2/enrollments/accept",
  ...["register", "login", "refresh"].map((path) => `POST /api/v1/auth/${path}`),
  ...["GET /api/v1/health", "GET /api/v1/version", "GET /api/v1/api-keys/config"],
  ...["GET /api/v2/auth/openid/start", "GET /api/v2/auth/openid/callback"],
  ...openDashmonOperations,
]);

/**
 * The whole HTTP application, in the order in which a request passes through it. One whose route is known goes straight through what
 * concerns it.
 * @throws Error when an operation does not declare who may call it.
 */
export function createApp(parts: AppParts): Application {
  refuseUndeclared(parts.document);
  const routes = routeTable(parts.document, besideTheDocument);
  const app = express();
  const messages = ownMessages(app);
  app.disable("x-powered-by");
  // Should an error get past `renderErrors`, Express answers it itself: without its stack only so.
  app.set("env", "production");
  app.set("etag", false);
  app.set("strict routing", true);
  app.set("case sensitive routing", true);
  setContext(app, { ...parts, routes });
  const router = operations();
  const first = [requestIds(parts.createId), requestLog(parts.log), closeWhile(parts.draining)];
  const headers = securityHeaders(parts.dashPadOrigins);
  app.use(
    pastWhatIsLeft(
      inOrder([
        ...[...first, healthByListener, headers],
        ...[at(documentationPaths, documentation(parts.document)), at(accountPaths, accountPage())],
        ...[withoutTrailingSlash(routes), dashmonWriteLimit],
        router,
      ]),
    ),
  );
  app.use(unserved(routes));
  app.use(renderErrors(parts.log));
  const before = [...first, headers, dashmonWriteLimit];
  return { handle: straight(app, { routes: routeTree(router), before, isElsewhere }), messages };
}

const besideTheDocument: ReadonlySet<string> = new Set([...documentationPaths, ...accountPaths]);

/** Of what does not go straight to its route: what handlers above answer, or lead to another path. */
function isElsewhere(path: string): boolean {
  return path.endsWith("/") || path === healthPath || besideTheDocument.has(path);
}

function operations(): IRouter {
  const router = Router({ caseSensitive: true, strict: true });
  RegisterRoutes(router);
  return router;
}

function at(paths: ReadonlySet<string>, handler: RequestHandler): RequestHandler {
  return (request, response, next) => (paths.has(request.path) ? handler(request, response, next) : next());
}

function postToAuth(path: string): string {
  return `POST /api/v2/auth/${path}`;
}

function refuseUndeclared(document: OpenApiDocument): void {
  const undeclared = undeclaredOperations(document, openOperations);
  if (undeclared.length > 0) throw new Error(`operations without declared security: ${undeclared.join(", ")}`);
}

function closeWhile(draining: () => boolean): RequestHandler {
  return (_request, response, next) => {
    if (draining()) response.setHeader("Connection", "close");
    next();
  };
}
