import type { Request, RequestHandler } from "express";
import { Answer } from "./answer.js";
import { detail } from "./fast-api/errors.js";
import { ProblemError } from "./problem.js";
import type { RouteTable } from "./route-table.js";
import { fastApiSurfaces, type Surface, surfaceOf } from "./surface.js";

/** How each surface says that there is nothing at a path. */
const notFound: Record<Surface, (request: Request) => Error> = {
  native: (request) => new ProblemError("not-found", `${request.path} is not a path of this API; see /docs.`),
  v6direct: fastApiNotFound,
  dashpad: fastApiNotFound,
  dashmon: () => new Answer(404, { error: "Not found" }),
  peekaping: ginNotFound,
  nezha: ginNotFound,
};

/** How each surface refuses a method; undefined where it says 404 instead. */
const methodNotAllowed: Record<Surface, ((request: Request, allow: string) => Error) | undefined> = {
  native: (request, allow) =>
    new ProblemError("method-not-allowed", `${request.path} serves ${allow}, not ${request.method}.`, {
      headers: { Allow: allow },
    }),
  v6direct: fastApiNotAllowed,
  dashpad: fastApiNotAllowed,
  dashmon: undefined,
  peekaping: undefined,
  nezha: undefined,
};

/** Both are served by the same framework in the original. */
function ginNotFound(): Answer {
  return new Answer(404, "404 page not found", { "Content-Type": "text/plain; charset=utf-8" });
}

/** Answers what no route has: 405 with `Allow` for a known path, else 404, both in the shape of the surface. */
export function unserved(routes: RouteTable): RequestHandler {
  return (request, _response, next) => {
    const surface = surfaceOf(request.path);
    const methods = routes.methods(request.path);
    const refuse = methods.length > 0 ? methodNotAllowed[surface] : undefined;
    next(refuse === undefined ? notFound[surface](request) : refuse(request, methods.join(", ")));
  };
}

/** FastAPI's 307 from a path with a trailing slash to the same without, where only that is served; Dashmon takes both. */
export function withoutTrailingSlash(routes: RouteTable): RequestHandler {
  return (request, response, next) => {
    const { path } = request;
    const bare = path.slice(0, -1);
    if (path.endsWith("/") && surfaceOf(bare) === "dashmon") request.url = bare + request.url.slice(path.length);
    const redirects = path !== "/" && path.endsWith("/") && fastApiSurfaces.has(surfaceOf(bare));
    if (!redirects || routes.methods(bare).length === 0) return next();
    const query = request.url.indexOf("?");
    response.status(307).setHeader("Location", bare + (query === -1 ? "" : request.url.slice(query)));
    response.end();
  };
}

function fastApiNotFound(): Answer {
  return detail(404, "Not Found");
}

function fastApiNotAllowed(_request: Request, allow: string): Answer {
  return detail(405, "Method Not Allowed", { Allow: allow });
}
