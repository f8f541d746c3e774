import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { judgeAddress, type OutboundPolicy } from "./judge-address.js";

/** A call of a URL that a user named. */
export interface OutboundCall {
  url: string;
  method: "GET" | "HEAD" | "POST" | "PUT";
  headers: Readonly<Record<string, string>>;
  body?: Uint8Array;
}

export interface OutboundLimits {
  /** Of the whole call: resolving, every redirect and the body. */
  timeMs: number;
  bytesMax: number;
  redirectsMax: number;
}

export interface OutboundDeps {
  policy: OutboundPolicy;
  limits: OutboundLimits;
  /** All addresses of a name, as the machine's resolver gives them. Asked once for each hop. */
  resolve(host: string): Promise<readonly string[]>;
}

export type OutboundFailure =
  | "invalid-url"
  | "invalid-header"
  | "denied"
  | "unresolved"
  | "unreachable"
  | "timeout"
  | "too-large"
  | "too-many-redirects";

/** What came of a call. A reason is for the user: it names no address that the user did not. */
export type OutboundResult =
  | { ok: true; status: number; headers: IncomingMessage["headers"]; body: Buffer; url: string }
  | { ok: false; code: OutboundFailure; reason: string };

type Failed = Extract<OutboundResult, { ok: false }>;
type Hop = { url: URL; address: string };

/**
 * Calls a URL for a user, and reaches nothing that the policy closes: each name is resolved once, every address it has is
 * judged, and the connection goes to one of those, not to what the name means a moment later; likewise for each redirect.
 */
export async function callUrl(deps: OutboundDeps, call: OutboundCall): Promise<OutboundResult> {
  const bad = badHeader(call.headers);
  if (bad !== undefined) return failed("invalid-header", `the header ${JSON.stringify(bad)} cannot be sent`);
  const signal = AbortSignal.timeout(deps.limits.timeMs);
  let next = call;
  for (let redirects = 0; redirects <= deps.limits.redirectsMax; redirects += 1) {
    const hop = await untilAborted(admit(deps, next.url), signal);
    if ("ok" in hop) return hop;
    const result = await exchange(next, hop, deps.limits.bytesMax, signal);
    if (!result.ok) return result;
    const redirected = redirectOf(next, result);
    if (redirected === undefined) return result;
    if ("ok" in redirected) return redirected;
    next = redirected;
  }
  return failed("too-many-redirects", `more than ${deps.limits.redirectsMax} redirects`);
}

/** Where a URL leads, when that is allowed. */
async function admit({ policy, resolve }: OutboundDeps, text: string): Promise<Hop | Failed> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    return failed("invalid-url", "expected a URL of http or https");
  if (url.username !== "" || url.password !== "") return failed("invalid-url", "a URL may not carry credentials");
  // The URL parser has turned every form of an IPv4 address (octal, hexadecimal, short) into the usual one.
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const addresses = isIP(host) === 0 ? await resolve(host).catch(() => []) : [host];
  const [address] = addresses;
  if (address === undefined) return failed("unresolved", "the name has no address");
  const port = Number(url.port || (url.protocol === "https:" ? 443 : 80));
  // One bad address among good ones is enough: which of them is used must not matter.
  const denial = addresses.map((one) => judgeAddress(one, port, policy)).find((one) => one !== undefined);
  return denial === undefined ? { url, address } : failed("denied", `the address may not be called (${denial})`);
}

function exchange(call: OutboundCall, hop: Hop, bytesMax: number, signal: AbortSignal): Promise<OutboundResult> {
  const { url, address } = hop;
  const pinned: LookupFunction = (_host, options, answer) => {
    const family = isIP(address);
    if (options.all) answer(null, [{ address, family }]);
    else answer(null, address, family);
  };
  return new Promise((settle) => {
    const fail = (error: Error) =>
      settle(
        signal.aborted
          ? timedOut()
          : failed("unreachable", (error as NodeJS.ErrnoException).code ?? "connection failed"),
      );
    const send = url.protocol === "https:" ? requestHttps : requestHttp;
    // A connection of its own: one that is kept would have been judged for another call.
    const options = { method: call.method, headers: headersOf(call), lookup: pinned, agent: false, signal };
    const request = send(url, options, (response) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      request.off("close", broken);
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes <= bytesMax) return void chunks.push(chunk);
        settle(failed("too-large", `the answer has more than ${bytesMax} bytes`));
        request.destroy();
      });
      response.on("error", fail);
      response.once("end", () => {
        const { statusCode: status = 0, headers: answered } = response;
        settle({ ok: true, status, headers: answered, body: Buffer.concat(chunks), url: url.href });
      });
    });
    // What is no answer, such as a change of protocol, ends without an error.
    const broken = () => fail(new Error("closed without an answer"));
    request.on("error", fail);
    request.once("close", broken);
    request.end(call.body);
  });
}

/** Headers that say to whom a request goes and where it ends are ours to send: with them, it could become two. */
const ownHeaders =
  /^(host|connection|keep-alive|content-length|transfer-encoding|te|trailer|upgrade|expect|proxy-.*)$/i;

function headersOf({ headers }: OutboundCall): Record<string, string> {
  const theirs = Object.entries(headers).filter(([name]) => !ownHeaders.test(name));
  return { "Accept-Encoding": "identity", ...Object.fromEntries(theirs) };
}

/** The first header that HTTP has no way to send. */
function badHeader(headers: OutboundCall["headers"]): string | undefined {
  // RFC 9110, 5.1 and 5.5: a name is a token, a value has no control characters; Node sends Latin-1.
  const isGood = ([name, value]: [string, string]) =>
    /^[\w!#$%&'*+.^`|~-]+$/.test(name) && /^[\t\x20-\x7e\x80-\xff]*$/.test(value);
  return Object.entries(headers).find((header) => !isGood(header))?.[0];
}

/** The call that a redirect asks for (RFC 9110, 15.4), undefined when the answer is none. */
function redirectOf(call: OutboundCall, result: OutboundResult & { ok: true }): OutboundCall | Failed | undefined {
  const location = result.headers.location;
  if (![301, 302, 303, 307, 308].includes(result.status) || location === undefined) return undefined;
  if (!URL.canParse(location, result.url)) return failed("invalid-url", "redirected to what is no URL");
  const from = new URL(result.url);
  const to = new URL(location, from);
  if (from.protocol === "https:" && to.protocol === "http:") return failed("denied", "redirected from https to http");
  const headers = to.origin === from.origin ? call.headers : withoutCredentials(call.headers);
  const keeps = result.status >= 307 || call.method === "GET" || call.method === "HEAD";
  if (keeps) return { ...call, url: to.href, headers };
  return { url: to.href, method: "GET", headers: withoutBodyHeaders(headers) };
}

/** Who a call is from is for its first host alone; which headers tell is known only of those that are always sent. */
function withoutCredentials(headers: OutboundCall["headers"]): Record<string, string> {
  const kept: ReadonlySet<string> = new Set(["accept", "user-agent", "content-type", "content-length"]);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => kept.has(name.toLowerCase())));
}

function withoutBodyHeaders(headers: OutboundCall["headers"]): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !/^content-/i.test(name)));
}

/** A resolver cannot be interrupted; it is not waited for. */
function untilAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value | Failed> {
  const aborted = new Promise<Failed>((settle) => {
    if (signal.aborted) settle(timedOut());
    else signal.addEventListener("abort", () => settle(timedOut()), { once: true });
  });
  return Promise.race([work, aborted]);
}

function timedOut(): Failed {
  return failed("timeout", "no whole answer in time");
}

function failed(code: OutboundFailure, reason: string): Failed {
  return { ok: false, code, reason };
}
