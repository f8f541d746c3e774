import { createHash } from "node:crypto";
import type { Principal } from "@statwire/control-plane";
import { sameText, signature } from "@statwire/control-plane/identity";
import { ProblemError } from "../http/problem.js";
import { controlOf, type IdentityDeps, type Visitor } from "./identity.js";
import { keepSignIn, readSignIn, replaceSignIn, type SignIn } from "./sign-in-store.js";
import { toPrincipal, type User, userOf } from "./users.js";

/** A session that has just begun: what its holder gets, and only now. */
export interface BegunSession {
  /** Value of the cookie. */
  cookie: string;
  csrfToken: string;
  id: string;
  expiresAtMs: number;
}

/** Whom a session's holder is, now. */
export interface OpenSession {
  user: User;
  principal: Principal;
  /** As in the list of sign-ins. */
  id: string;
  csrfToken: string;
  signIn: SignIn;
}

const idBytes = 32;
/** The last use is written down this often at most. */
const touchEveryMs = 60_000;
/** How often another request of the same session may be faster. */
const racesMax = 5;

/** Begins a session of a user who has proved who it is. */
export async function beginSession(deps: IdentityDeps, user: User, visitor: Visitor): Promise<BegunSession> {
  const secret = deps.randomBytes(idBytes).toString("base64url");
  const nowMs = deps.now();
  const { sessionIdleMs, sessionMs } = deps.policy;
  const expiresAtMs = nowMs + sessionMs;
  const id = hashOf(secret);
  const signIn: SignIn = {
    ...{ kind: "session", userId: user.id, credentials: user.credentials, sequence: 0 },
    ...{ createdAtMs: nowMs, seenAtMs: nowMs, expiresAtMs, address: visitor.address, agent: visitor.agent },
  };
  await keepSignIn(deps, id, signIn, Math.min(sessionIdleMs, sessionMs));
  return { cookie: `${secret}.${sign(deps, secret)}`, csrfToken: csrfToken(deps, secret), id, expiresAtMs };
}

/** The session of a cookie; undefined when it was not made here, has ended, or its user has other credentials by now. */
export async function openSession(deps: IdentityDeps, cookie: string): Promise<OpenSession | undefined> {
  const [secret = "", signed = ""] = cookie.split(".", 2);
  if (!sameText(signed, sign(deps, secret))) return undefined;
  const id = hashOf(secret);
  const signIn = await readSignIn(deps, id);
  if (signIn?.kind !== "session" || deps.now() - signIn.seenAtMs >= deps.policy.sessionIdleMs) return undefined;
  const control = controlOf(deps);
  const user = userOf(control, signIn.userId);
  if (user === undefined || !user.isActive || user.credentials !== signIn.credentials) return undefined;
  if (!(await touch(deps, id, signIn))) return undefined;
  return { user, principal: toPrincipal(control, user), id, csrfToken: csrfToken(deps, secret), signIn };
}

/**
 * Has a session act in another workspace from now on; which ones it may is asked before.
 * @throws ProblemError `unauthorized` when it ended meanwhile, `conflict` when others change it all the time
 */
export async function actIn(deps: IdentityDeps, id: string, workspace: string): Promise<void> {
  for (let race = 0; race < racesMax; race += 1) {
    const signIn = await readSignIn(deps, id);
    if (signIn === undefined) throw new ProblemError("unauthorized", "The session has ended.");
    const forMs = Math.min(deps.policy.sessionIdleMs, signIn.expiresAtMs - deps.now());
    if (await replaceSignIn(deps, id, signIn, { ...signIn, workspace }, forMs)) return;
  }
  throw new ProblemError("conflict", "The session was changed at the same time. Try again.");
}

/** False when the session ended meanwhile. */
async function touch(deps: IdentityDeps, id: string, signIn: SignIn): Promise<boolean> {
  const nowMs = deps.now();
  if (nowMs - signIn.seenAtMs < Math.min(touchEveryMs, deps.policy.sessionIdleMs / 4)) return true;
  const forMs = Math.min(deps.policy.sessionIdleMs, signIn.expiresAtMs - nowMs);
  const touched = await replaceSignIn(deps, id, signIn, { ...signIn, seenAtMs: nowMs }, forMs);
  // Another request of the same session may have been faster.
  return touched || (await readSignIn(deps, id)) !== undefined;
}

/** What the holder of a session has is not what is kept. */
function hashOf(secret: string): string {
  return createHash("sha256").update(secret, "utf8").digest("hex");
}

function sign(deps: IdentityDeps, secret: string): string {
  return signature(deps.key.keyFor("session-cookie"), secret);
}

/** Bound to the session, and kept nowhere. */
function csrfToken(deps: IdentityDeps, secret: string): string {
  return signature(deps.key.keyFor("csrf"), secret);
}
