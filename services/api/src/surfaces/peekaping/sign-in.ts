import type { Request } from "express";
import { Answer } from "../../http/answer.js";
import { type ProblemCode, ProblemError } from "../../http/problem.js";
import { identityOf, personOf, visitorOf } from "../../identity/caller.js";
import { eventOf } from "../../identity/check-credentials.js";
import { changePassword } from "../../identity/passwords.js";
import { register } from "../../identity/registration.js";
import { beginTokens, refreshTokens, signInForTokens, type TokenPair } from "../../identity/token-pairs.js";
import { disableTwoFactor, enableTwoFactor, setUpTwoFactor } from "../../identity/two-factor.js";
import type {
  PeekapingLogin,
  PeekapingPasswordChange,
  PeekapingRegistration,
  PeekapingTokens,
  PeekapingTwoFactorCode,
  PeekapingTwoFactorDisable,
  PeekapingTwoFactorSecret,
  PeekapingTwoFactorSetup,
  PeekapingTwoFactorVerdict,
} from "./dto-auth.js";
import { peekapingError, tooManyAttempts } from "./errors.js";

/** Makes an account, which is signed in at once. */
export async function registerPerson(request: Request, body: PeekapingRegistration): Promise<PeekapingTokens> {
  const deps = identityOf(request);
  const visitor = visitorOf(request);
  const taken = deps.policy.registration === "open" ? "email: is taken" : "admin already exists";
  const user = await worded({ conflict: [400, taken] }, () => register(deps, body, visitor));
  const pair = await beginTokens(deps, user, visitor);
  deps.recordSignIn({ ...eventOf(deps, visitor), action: "signed-in", method: "password", userId: user.id });
  return toTokens(pair);
}

/** Checks credentials. */
export async function signIn(request: Request, { email, password, token }: PeekapingLogin): Promise<PeekapingTokens> {
  const credentials = { login: email, password, ...(token === undefined ? {} : { code: token }) };
  const wordings: Wordings = {
    "wrong-credentials": [401, "invalid credentials"],
    "code-needed": [401, "2FA token required"],
    "wrong-code": [401, "invalid 2FA token"],
  };
  return worded(wordings, async () =>
    toTokens(await signInForTokens(identityOf(request), credentials, visitorOf(request))),
  );
}

/** Exchanges a refresh token. */
export async function exchangeToken(request: Request, refreshToken: string): Promise<PeekapingTokens> {
  return worded({ "invalid-token": [401, "invalid refresh token"] }, async () =>
    toTokens(await refreshTokens(identityOf(request), refreshToken, visitorOf(request))),
  );
}

/** Changes the caller's password: every token of before is void. */
export async function changeOwnPassword(request: Request, body: PeekapingPasswordChange): Promise<void> {
  const next = { current: body.currentPassword, next: body.newPassword };
  await worded({ "wrong-password": [400, "current password is incorrect"] }, () =>
    changePassword(identityOf(request), personOf(request), next, visitorOf(request)),
  );
}

/** Gives the caller a secret for an authenticator app. */
export async function setUpCodes(request: Request, body: PeekapingTwoFactorSetup): Promise<PeekapingTwoFactorSecret> {
  requireOwnEmail(request, body.email);
  return worded({ "wrong-password": [400, "invalid password"] }, () =>
    setUpTwoFactor(identityOf(request), personOf(request), body.password, visitorOf(request)),
  );
}

/** Turns codes on with a first one. A wrong one is answered with 200, as clients know it. */
export async function verifyCode(request: Request, body: PeekapingTwoFactorCode): Promise<PeekapingTwoFactorVerdict> {
  requireOwnEmail(request, body.email);
  const user = personOf(request);
  const message = "2FA verification successful";
  try {
    const enabled = await enableTwoFactor(identityOf(request), user, body.code, visitorOf(request));
    if (enabled === undefined) return { success: false, message };
    return { success: true, message, recoveryCodes: enabled.recoveryCodes };
  } catch (error) {
    if (!isProblem(error, "conflict")) throw toAnswer(error, {});
    throw new Answer(400, { success: false, message: user.hasTwoFactor ? "2FA already enabled" : "2FA not setup" });
  }
}

/** Turns codes off. */
export async function turnCodesOff(request: Request, body: PeekapingTwoFactorDisable): Promise<void> {
  requireOwnEmail(request, body.email);
  const proof = { password: body.password, code: body.token, isCodeOptional: true };
  // No 401: clients take that for the end of their access token.
  const wordings: Wordings = {
    "wrong-password": [400, "invalid password"],
    "wrong-code": [400, "invalid 2FA token"],
    conflict: [400, "2FA not setup"],
  };
  await worded(wordings, () => disableTwoFactor(identityOf(request), personOf(request), proof, visitorOf(request)));
}

/** Clients name whom they mean, and can mean nobody but themselves. */
function requireOwnEmail(request: Request, email: string): void {
  if (personOf(request).email !== email.toLowerCase()) throw peekapingError(400, "email: is not yours");
}

type Wordings = Partial<Record<ProblemCode, readonly [status: number, message: string]>>;

async function worded<Result>(wordings: Wordings, act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    throw toAnswer(error, wordings);
  }
}

function toAnswer(error: unknown, wordings: Wordings): unknown {
  if (!(error instanceof ProblemError)) return error;
  if (error.code === "locked-out") return tooManyAttempts(Number(error.headers["Retry-After"]));
  const [status, message] = wordings[error.code] ?? [];
  return status === undefined || message === undefined ? error : peekapingError(status, message, error.headers);
}

function isProblem(error: unknown, code: ProblemCode): boolean {
  return error instanceof ProblemError && error.code === code;
}

function toTokens({ user, accessToken, refreshToken }: TokenPair): PeekapingTokens {
  const { id, email, isActive: active, hasTwoFactor, revision } = user;
  return {
    user: {
      ...{ id, email, active, twofa_status: hasTwoFactor },
      createdAt: new Date(revision.createdAtMs).toISOString(),
      updatedAt: new Date(revision.atMs).toISOString(),
    },
    accessToken,
    refreshToken,
  };
}
