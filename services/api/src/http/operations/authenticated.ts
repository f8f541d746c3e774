import type { TsoaRoute } from "@tsoa/runtime";
import type { Request, RequestHandler } from "express";
import { isNeed, type Need, requireNeed } from "../../authorization/needs.js";
import { type Caller, identifyBy, isScheme, refusalOf, type SecurityScheme } from "../authentication.js";
import { contextOf } from "../context.js";
import { ProblemError } from "../problem.js";

/** A way to present a credential, with what the operation needs of whoever does. */
interface Declared {
  scheme: SecurityScheme;
  need: Need;
}

/**
 * Lets through who has what is needed by one of the schemes of an operation, and notes who it is. What is not, ends with the 401 problem or
 * the refusal of the surface for nobody, `forbidden` for somebody who may not, `unavailable` while it is not known who it is: what
 * is said of a credential rather than that it is missing.
 * @throws Error for a scheme or a need that does not exist, and for several schemes that are asked for at once
 */
export function authenticated(security: readonly TsoaRoute.Security[]): RequestHandler {
  const declared = security.map(declaredOf);
  return async (request: Request & { user?: Caller }, response, next) => {
    request.user = await authenticate(request, declared);
    // It may have been answered meanwhile.
    if (!response.writableEnded) next();
  };
}

function declaredOf(security: TsoaRoute.Security): Declared {
  const [first, ...others] = Object.entries(security);
  const [scheme = "", [need] = []] = first ?? [];
  if (!isScheme(scheme)) throw new Error(`unknown security scheme ${scheme}`);
  if (others.length > 0) throw new Error(`${scheme} is asked for together with another scheme`);
  if (!isNeed(need)) throw new Error(`an operation does not say what it needs beside ${scheme}`);
  return { scheme, need };
}

async function authenticate(request: Request, declared: readonly Declared[]): Promise<Caller> {
  const asked: Promise<Caller | undefined>[] = [];
  for (const { scheme, need } of declared) {
    const found = identifyBy(scheme, request);
    if (found !== undefined) asked.push(withNeed(request, found, need));
  }
  const failures: unknown[] = [];
  const caller = await firstOf(asked, failures);
  if (caller !== undefined) return caller;
  throw failures.findLast(isMoreThanMissing) ?? failures.at(-1) ?? refusalOf(lastOf(declared), request);
}

function lastOf(declared: readonly Declared[]): SecurityScheme {
  return (declared.at(-1) as Declared).scheme;
}

async function withNeed(request: Request, found: Promise<Caller | undefined>, need: Need): Promise<Caller | undefined> {
  const caller = await found;
  if (caller !== undefined) requireNeed(caller.principal, need, contextOf(request).workspace);
  return caller;
}

/** The first of several to be somebody; what was thrown of them is added to `failures`, in the order in which it came. */
async function firstOf(
  asked: readonly Promise<Caller | undefined>[],
  failures: unknown[],
): Promise<Caller | undefined> {
  const noted = asked.map((one) =>
    one.catch((error: unknown) => {
      failures.push(error);
      return undefined;
    }),
  );
  if (noted.length < 2) return noted[0];
  return Promise.any(noted.map(somebody)).catch(() => undefined);
}

async function somebody(one: Promise<Caller | undefined>): Promise<Caller> {
  const caller = await one;
  if (caller === undefined) throw nobody;
  return caller;
}

/** Made once: an error is made with its stack, and two of them took 5 % of a read with the first of three credentials. */
const nobody = new Error("nobody");

function isMoreThanMissing(error: unknown): boolean {
  return error instanceof ProblemError && error.code !== "unauthorized";
}
