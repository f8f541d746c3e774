import type { TLSSocket } from "node:tls";
import { sameText } from "@statwire/control-plane/identity";
import { parseCookie } from "cookie";
import type { CookieOptions, Request } from "express";
import { ProblemError } from "../http/problem.js";

export const sessionCookie = "statwire_session";
/** The CSRF token for pages of ours, which read it and send it as `X-CSRF-Token`. */
export const csrfCookie = "statwire_csrf";

const safeMethods: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/** Whether a request only reads. */
export function isSafe({ method }: Request): boolean {
  return safeMethods.has(method);
}

/** A cookie of a request, by its name. */
export function cookieOf(request: Request, name: string): string | undefined {
  const header = request.get("cookie");
  return header === undefined ? undefined : parseCookie(header)[name];
}

/** Gives the holder of a session its two cookies. */
export function setSessionCookies(
  request: Request,
  publicUrl: string,
  session: { cookie: string; csrfToken: string; lastsMs: number },
): void {
  const options = { ...attributes(request, publicUrl), maxAge: session.lastsMs };
  request.res?.cookie(sessionCookie, session.cookie, { ...options, httpOnly: true });
  request.res?.cookie(csrfCookie, session.csrfToken, options);
}

/** Takes both away. */
export function clearSessionCookies(request: Request, publicUrl: string): void {
  const options = attributes(request, publicUrl);
  request.res?.clearCookie(sessionCookie, { ...options, httpOnly: true });
  request.res?.clearCookie(csrfCookie, options);
}

/** What every cookie of ours has: other sites' pages do not send it, but for links that lead here. */
export function attributes(request: Request, publicUrl: string): CookieOptions {
  return { path: "/", sameSite: "lax", secure: isHttps(request, publicUrl) };
}

/**
 * Refuses a request that a page of somewhere else could have made with a visitor's cookie.
 * @throws ProblemError `cross-site`
 */
export function refuseCrossSite(request: Request, publicUrl: string, csrfToken: string): void {
  if (isSafe(request)) return;
  refuseForeignOrigin(request, publicUrl);
  if (sameText(request.get("x-csrf-token") ?? "", csrfToken)) return;
  throw crossSite("has not the session's X-CSRF-Token, which is in the cookie statwire_csrf and in /api/v2/auth/me");
}

/** Refuses what a browser says was made by another site's page. @throws ProblemError `cross-site` */
export function refuseForeignOrigin(request: Request, publicUrl: string): void {
  const origin = request.get("origin");
  if (origin !== undefined && !ownOrigins(request, publicUrl).includes(origin))
    throw crossSite("comes from another site");
  const site = request.get("sec-fetch-site");
  if (site !== undefined && site !== "same-origin" && site !== "none") throw crossSite("comes from another site");
}

function crossSite(reason: string): ProblemError {
  return new ProblemError("cross-site", `A change by a browser is refused: the request ${reason}.`);
}

function ownOrigins(request: Request, publicUrl: string): string[] {
  const scheme = isEncrypted(request) ? "https" : "http";
  return [`${scheme}://${request.get("host") ?? ""}`, new URL(publicUrl).origin];
}

/** Behind a proxy the connection does not say it, but the address does that people use. */
function isHttps(request: Request, publicUrl: string): boolean {
  const { protocol, host } = new URL(publicUrl);
  return isEncrypted(request) || (protocol === "https:" && request.get("host") === host);
}

function isEncrypted(request: Request): boolean {
  return (request.socket as TLSSocket).encrypted === true;
}
