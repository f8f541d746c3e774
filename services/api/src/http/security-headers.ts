import { type ClientRequest, IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import cors, { type CorsOptions } from "cors";
import type { Request, RequestHandler, Response } from "express";
import helmet from "helmet";
import type { HeaderPair } from "./rate-limit-headers.js";
import { inOrder } from "./routing/in-order.js";
import { type Surface, surfaceOf } from "./surface.js";

/** What a page of ours may load: only our own files. Answers that are no pages need nothing at all. */
const pageDirectives = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  // Swagger UI sets styles on its elements and shows images from data: URLs.
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", "data:"],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

/** Any page may call the API, but never with a visitor's cookies: it has to hold a key. */
const anyPage: CorsOptions = {
  origin: "*",
  credentials: false,
  methods: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"],
  exposedHeaders: ["X-Request-Id", "RateLimit", "RateLimit-Policy", "Retry-After"],
  maxAge: 600,
};

/** Its pages say that they send credentials, which browsers take to mean cookies: with `*` none is ever sent. */
const peekapingPages: CorsOptions = {
  ...anyPage,
  credentials: true,
  methods: ["GET", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"],
  allowedHeaders: ["Origin", "X-Requested-With", "Content-Type", "Accept", "Authorization", "X-API-Key"],
};

/**
 * Headers that keep browsers from doing what this API never needs. `dashPadOrigins` are those whose pages may call
 * DashPad's paths, `*` for any. They are worked out once for each surface and put on its answers as they are, but for the paths
 * and methods where they depend on who asks: worked out for each, by fifteen handlers, they were a tenth of a read.
 */
export function securityHeaders(dashPadOrigins: readonly string[]): RequestHandler {
  const worked = inOrder(workedOut(dashPadOrigins));
  const known = new Map<Surface, readonly HeaderPair[] | undefined>();
  return (request, response, next) => {
    const surface = surfaceOf(request.path);
    if (!known.has(surface)) known.set(surface, headersOfAnswers(dashPadOrigins, request.path));
    const headers = request.method === "OPTIONS" ? undefined : known.get(surface);
    if (headers === undefined) {
      worked(request, response, next);
      return;
    }
    for (const [name, value] of headers) response.setHeader(name, value);
    next();
  };
}

/** The same headers, worked out for each request. */
export function workedOut(dashPadOrigins: readonly string[]): RequestHandler[] {
  const pages = pagesOf(dashPadOrigins);
  return [
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: pageDirectives },
      // The HTTP listener answers on the same host name: a browser that was told to insist on TLS could not use it.
      strictTransportSecurity: false,
      crossOriginResourcePolicy: { policy: "cross-origin" },
    }),
    cors((request, callback) => {
      callback(null, pages[surfaceOf((request as Request).path)] ?? anyPage);
    }),
    (_request, response, next) => {
      response.setHeader("Cache-Control", "no-store");
      next();
    },
  ];
}

function pagesOf(dashPadOrigins: readonly string[]): Partial<Record<Surface, CorsOptions>> {
  const dashPad = { ...anyPage, origin: dashPadOrigins.includes("*") ? "*" : [...dashPadOrigins] };
  return { dashpad: dashPad, peekaping: peekapingPages };
}

/**
 * What these handlers put on every answer to a path but for one to OPTIONS, as long as its pages may be anybody's: undefined where it
 * depends on who asks.
 */
export function headersOfAnswers(dashPadOrigins: readonly string[], path: string): HeaderPair[] | undefined {
  if ((pagesOf(dashPadOrigins)[surfaceOf(path)] ?? anyPage).origin !== "*") return undefined;
  const request = Object.assign(new IncomingMessage(new Socket()), { method: "GET", path });
  const response = new ServerResponse(request);
  inOrder(workedOut(dashPadOrigins))(
    request as unknown as Request,
    response as unknown as Response,
    (error?: unknown) => {
      if (error !== undefined) throw error;
    },
  );
  // Node has this on every message that goes out; its types have it on requests alone.
  const names = (response as unknown as Pick<ClientRequest, "getRawHeaderNames">).getRawHeaderNames();
  return names.map((name) => [name, String(response.getHeader(name))]);
}
