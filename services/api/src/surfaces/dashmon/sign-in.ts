import type { Request } from "express";
import type { Answer } from "../../http/answer.js";
import type { ProblemError } from "../../http/problem.js";
import { identityOf, visitorOf } from "../../identity/caller.js";
import { checkCredentials } from "../../identity/check-credentials.js";
import { attributes, cookieOf, refuseForeignOrigin } from "../../identity/cookies.js";
import { beginOpenId, finishOpenId, openIdAttemptMs, openIdCookie } from "../../identity/openid-sign-in.js";
import { register } from "../../identity/registration.js";
import { orElse } from "./account.js";
import { refusal } from "./errors.js";
import { type Body, badRequest, textIn } from "./input.js";
import { giveDashmonSession } from "./session-cookie.js";

const usernameCharactersMin = 3;
const passwordCharactersMin = 8;
/** What is longer is nobody's. */
const textCharactersMax = 1_024;

/** Makes an account, and signs its owner in. @throws Answer 400, 403, 409 with Dashmon's own texts */
export async function signUp(request: Request, body: Body): Promise<void> {
  const deps = identityOf(request);
  refuseForeignOrigin(request, deps.policy.publicUrl);
  const email = textIn(body, "email");
  if (email === undefined || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) throw badRequest("Valid email is required");
  const username = textIn(body, "username")?.toLowerCase();
  if (username !== undefined && username.length < usernameCharactersMin) {
    throw badRequest("User ID must be at least 3 characters");
  }
  const { password } = body;
  if (typeof password !== "string" || [...password].length < passwordCharactersMin) {
    throw badRequest("Password must be at least 8 characters");
  }
  const person = { email, password, ...(username === undefined ? {} : { username }) };
  const user = await orElse(register(deps, person, visitorOf(request)), {
    conflict: toTaken,
    "invalid-input": toInvalid,
    forbidden: ({ message }) => refusal(403, "signup_closed", message),
  });
  await giveDashmonSession(request, user, "password");
}

/** Without a field it is the account itself that is not wanted. */
function toTaken({ message, errors }: ProblemError): Answer {
  if (errors.some(({ field }) => field === "email")) return refusal(409, "Email already registered. Please sign in.");
  if (errors.some(({ field }) => field === "username")) return refusal(409, "User ID already taken");
  return refusal(403, "signup_closed", message);
}

function toInvalid({ message, errors }: ProblemError): Answer {
  if (errors.some(({ field }) => field === "email")) return badRequest("Valid email is required");
  return badRequest(message.replace(/^username:/, "User ID:"));
}

/** Signs somebody in. @throws Answer 401 with Dashmon's own texts; ProblemError `code-needed`, `locked-out`, `busy` */
export async function logIn(request: Request, body: Body): Promise<void> {
  const deps = identityOf(request);
  refuseForeignOrigin(request, deps.policy.publicUrl);
  const login = textIn(body, "identifier");
  const { password } = body;
  if (login === undefined || typeof password !== "string") throw invalidCredentials();
  if (login.length > textCharactersMax || password.length > textCharactersMax) throw invalidCredentials();
  const code = textIn(body, "code");
  const credentials = { login, password, ...(code === undefined ? {} : { code }) };
  const user = await orElse(checkCredentials(deps, credentials, visitorOf(request)), {
    "wrong-credentials": invalidCredentials,
    "wrong-code": invalidCredentials,
  });
  await giveDashmonSession(request, user, "password");
}

function invalidCredentials(): Answer {
  return refusal(401, "Invalid credentials");
}

/** Where the other system sends browsers back to: as Dashmon is registered there. */
const callbackPath = "/auth/google/callback";

/** Sends the browser to the system that `OIDC_ISSUER` names. */
export async function leaveForGoogle(request: Request): Promise<void> {
  const deps = identityOf(request);
  const { url, cookie } = await beginOpenId(deps, callbackPath);
  const options = { ...attributes(request, deps.policy.publicUrl), httpOnly: true, maxAge: openIdAttemptMs };
  request.res?.cookie(openIdCookie, cookie, options).redirect(302, url);
}

/** Takes the browser back: it gets a session and goes on to the first page. */
export async function returnFromGoogle(request: Request): Promise<void> {
  const deps = identityOf(request);
  const at = request.originalUrl.indexOf("?");
  const search = at === -1 ? "" : request.originalUrl.slice(at);
  request.res?.clearCookie(openIdCookie, { ...attributes(request, deps.policy.publicUrl), httpOnly: true });
  const back = { search, cookie: cookieOf(request, openIdCookie), path: callbackPath };
  const user = await orElse(finishOpenId(deps, back, visitorOf(request)), {
    "wrong-credentials": ({ message }) => refusal(401, "Invalid credentials", message),
    "no-account": ({ message }) => refusal(403, "no_account", message),
  });
  await giveDashmonSession(request, user, "openid");
  request.res?.redirect(302, "/");
}
