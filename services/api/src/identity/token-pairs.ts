import { createHash } from "node:crypto";
import type { Principal } from "@statwire/control-plane";
import { signToken, type TokenSubject, tokenSeconds, verifyToken } from "@statwire/control-plane/identity";
import { ProblemError } from "../http/problem.js";
import { type Credentials, checkCredentials, eventOf } from "./check-credentials.js";
import { controlOf, type IdentityDeps, type Visitor } from "./identity.js";
import { endSignIn, keepSignIn, readSignIn, replaceSignIn, type SignIn } from "./sign-in-store.js";
import { toPrincipal, type User, userOf } from "./users.js";

/** Two tokens (JWT): one to show with requests, one to exchange for the next two. */
export interface TokenPair {
  user: User;
  accessToken: string;
  refreshToken: string;
}

const familyBytes = 32;
const refreshMs = tokenSeconds.refresh * 1_000;
/** However often they are exchanged, tokens descend from a sign-in for so long. */
const familyMs = 180 * 24 * 3_600_000;

/**
 * Checks credentials and gives the first pair of tokens.
 * @throws ProblemError as checkCredentials
 */
export async function signInForTokens(
  deps: IdentityDeps,
  credentials: Credentials,
  visitor: Visitor,
): Promise<TokenPair> {
  const pair = await beginTokens(deps, await checkCredentials(deps, credentials, visitor), visitor);
  deps.recordSignIn({ ...eventOf(deps, visitor), action: "signed-in", method: "password", userId: pair.user.id });
  return pair;
}

/** The first pair of a user who has proved who it is. */
export async function beginTokens(deps: IdentityDeps, user: User, visitor: Visitor): Promise<TokenPair> {
  const nowMs = deps.now();
  const secret = deps.randomBytes(familyBytes).toString("base64url");
  const signIn: SignIn = {
    ...{ kind: "tokens", userId: user.id, credentials: user.credentials, sequence: 1 },
    ...{ createdAtMs: nowMs, seenAtMs: nowMs, expiresAtMs: nowMs + familyMs },
    ...{ address: visitor.address, agent: visitor.agent },
  };
  await keepSignIn(deps, hashOf(secret), signIn, refreshMs);
  return makePair(deps, user, { secret, sequence: 1 });
}

/**
 * Exchanges a refresh token for the next pair. Each is good once: one that comes back was stolen, or its thief was faster,
 * so that the whole sign-in ends.
 * @throws ProblemError `invalid-token`
 */
export async function refreshTokens(deps: IdentityDeps, refreshToken: string, visitor: Visitor): Promise<TokenPair> {
  const known = await knownTokens(deps, refreshToken);
  if (known === undefined) throw invalidToken();
  const { subject, id, signIn, user } = known;
  const nowMs = deps.now();
  const next: SignIn = { ...signIn, sequence: signIn.sequence + 1, seenAtMs: nowMs };
  const forMs = Math.min(refreshMs, signIn.expiresAtMs - nowMs);
  const isCurrent = subject.sequence === signIn.sequence && (await replaceSignIn(deps, id, signIn, next, forMs));
  if (isCurrent) return makePair(deps, user, { secret: subject.signIn, sequence: next.sequence });
  await endSignIn(deps, user.id, id);
  deps.recordSignIn({ ...eventOf(deps, visitor), action: "token-reused", method: "refresh-token", userId: user.id });
  throw invalidToken();
}

/** Ends the sign-in of a refresh token, whichever of its tokens it is. */
export async function endTokens(deps: IdentityDeps, refreshToken: string): Promise<User | undefined> {
  const known = await knownTokens(deps, refreshToken);
  if (known === undefined) return undefined;
  await endSignIn(deps, known.user.id, known.id);
  return known.user;
}

/** Whom an access token stands for. Not looked up in Redis: it lives for minutes, and dies with the user's credentials. */
export async function openAccessToken(
  deps: IdentityDeps,
  token: string,
): Promise<{ user: User; principal: Principal; id: string } | undefined> {
  const subject = await verifyToken(deps.key, "access", token, deps.now());
  if (subject === undefined) return undefined;
  const control = controlOf(deps);
  const user = userOf(control, subject.userId);
  if (user === undefined || !isStillGood(user, subject)) return undefined;
  return { user, principal: toPrincipal(control, user), id: hashOf(subject.signIn) };
}

interface KnownTokens {
  subject: TokenSubject;
  id: string;
  signIn: SignIn;
  user: User;
}

async function knownTokens(deps: IdentityDeps, refreshToken: string): Promise<KnownTokens | undefined> {
  const subject = await verifyToken(deps.key, "refresh", refreshToken, deps.now());
  if (subject === undefined) return undefined;
  const id = hashOf(subject.signIn);
  const signIn = await readSignIn(deps, id);
  const user = userOf(controlOf(deps), subject.userId);
  if (user === undefined || signIn?.kind !== "tokens" || signIn.userId !== user.id) return undefined;
  return isStillGood(user, subject) ? { subject, id, signIn, user } : undefined;
}

function isStillGood(user: User, { credentials }: TokenSubject): boolean {
  return user.isActive && user.credentials === credentials;
}

async function makePair(
  deps: IdentityDeps,
  user: User,
  { secret, sequence }: { secret: string; sequence: number },
): Promise<TokenPair> {
  const { id: userId, email, credentials } = user;
  const subject = { userId, email, credentials, signIn: secret, sequence };
  const [accessToken, refreshToken] = await Promise.all([
    signToken(deps.key, "access", subject, deps.now()),
    signToken(deps.key, "refresh", subject, deps.now()),
  ]);
  return { user, accessToken, refreshToken };
}

function hashOf(secret: string): string {
  return createHash("sha256").update(secret, "utf8").digest("hex");
}

function invalidToken(): ProblemError {
  return new ProblemError("invalid-token", "The refresh token is not good: it ended, was used before, or is none.");
}
