import { type ControlPlane, installation } from "@statwire/control-plane";
import { sameText, signature } from "@statwire/control-plane/identity";
import { z } from "zod";
import { ProblemError } from "../http/problem.js";
import { eventOf } from "./check-credentials.js";
import { controlOf, type IdentityDeps, type Visitor } from "./identity.js";
import type { OpenIdAttempt, OpenIdClaims, OpenIdProvider } from "./openid-provider.js";
import { changeUser, findUser, ofMailboxOwner, toUser, type User } from "./users.js";

/** The cookie that a browser keeps while it is away. */
export const openIdCookie = "statwire_openid";
const callbackPath = "/api/v2/auth/openid/callback";
/** How long somebody may take to sign in at the provider. */
export const openIdAttemptMs = 10 * 60_000;
/** A user has no more identities elsewhere than that. */
const identitiesMax = 20;

const attempts = z.object({
  state: z.string().max(100),
  nonce: z.string().max(100),
  verifier: z.string().max(128),
  endMs: z.number(),
});

/**
 * Where to send a browser that is to sign in elsewhere, and what it has to come back with.
 * @param path where it comes back to
 * @throws ProblemError `openid-off`, `unavailable`
 */
export async function beginOpenId(deps: IdentityDeps, path = callbackPath): Promise<{ url: string; cookie: string }> {
  const { url, attempt } = await providerOf(deps).begin(`${deps.policy.publicUrl}${path}`).catch(unreachable);
  return { url: url.href, cookie: packAttempt(deps, attempt) };
}

/**
 * Who came back from the provider: a user whose identity it is, or whose address of mail it has verified, which links the two for
 * the next time. Whoever has no user here is not let in: people are invited.
 * @throws ProblemError `openid-off`, `unavailable`, `wrong-credentials`, `no-account`, `conflict`
 */
export async function finishOpenId(
  deps: IdentityDeps,
  { search, cookie, path = callbackPath }: { search: string; cookie: string | undefined; path?: string },
  visitor: Visitor,
): Promise<User> {
  const provider = providerOf(deps);
  const attempt = cookie === undefined ? undefined : unpackAttempt(deps, cookie);
  if (attempt === undefined)
    throw new ProblemError("wrong-credentials", "The sign-in was not begun here, or took too long.");
  const claims = await provider.finish(new URL(`${deps.policy.publicUrl}${path}${search}`), attempt).catch(refused);
  if (claims === undefined)
    throw new ProblemError("wrong-credentials", "The other system did not confirm the sign-in.");
  const control = controlOf(deps);
  const user = withIdentity(control, claims) ?? (await linked(deps, control, claims, visitor));
  if (user?.isActive === true) return user;
  deps.recordSignIn({
    ...eventOf(deps, visitor),
    action: "refused",
    method: "openid",
    ...(user === undefined ? {} : { userId: user.id }),
  });
  throw new ProblemError("no-account", "Nobody here has this identity: ask for an invitation to its address of mail.");
}

/** Where the provider sends browsers back to. */
export function redirectUri(publicUrl: string): string {
  return `${publicUrl}${callbackPath}`;
}

interface StoredIdentity {
  issuer: string;
  subject: string;
}

function withIdentity(control: ControlPlane, { issuer, subject }: OpenIdClaims): User | undefined {
  for (const revision of control.list(installation, "user")) {
    const identities = (revision.document.identities ?? []) as StoredIdentity[];
    if (identities.some((identity) => identity.issuer === issuer && identity.subject === subject))
      return toUser(revision);
  }
  return undefined;
}

/** A user whose address the provider has verified; its identity there is remembered. */
async function linked(
  deps: IdentityDeps,
  control: ControlPlane,
  { issuer, subject, verifiedEmail }: OpenIdClaims,
  visitor: Visitor,
): Promise<User | undefined> {
  const user = verifiedEmail === undefined ? undefined : findUser(control, verifiedEmail);
  if (user === undefined || !user.isActive) return user;
  const identities = (user.revision.document.identities ?? []) as StoredIdentity[];
  // Another person of the same provider has it by now: an address may have been given to somebody else.
  if (identities.some((identity) => identity.issuer === issuer) || identities.length >= identitiesMax) return undefined;
  const proved = user.isVerified ? {} : ofMailboxOwner(null);
  const kept = { ...proved.kept, identities: [...identities, { issuer, subject }] };
  return changeUser(deps, user, { ...proved, kept }, visitor);
}

function packAttempt(deps: IdentityDeps, attempt: OpenIdAttempt): string {
  const text = Buffer.from(JSON.stringify({ ...attempt, endMs: deps.now() + openIdAttemptMs })).toString("base64url");
  return `${text}.${signature(deps.key.keyFor("sign-in-elsewhere"), text)}`;
}

function unpackAttempt(deps: IdentityDeps, cookie: string): OpenIdAttempt | undefined {
  const [text = "", signed = ""] = cookie.split(".", 2);
  if (!sameText(signed, signature(deps.key.keyFor("sign-in-elsewhere"), text))) return undefined;
  const attempt = attempts.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
  return deps.now() < attempt.endMs ? attempt : undefined;
}

function providerOf({ openId }: IdentityDeps): OpenIdProvider {
  if (openId !== undefined) return openId;
  throw new ProblemError("openid-off", "No other system is set: see OIDC_ISSUER in docs/identity.md.");
}

function unreachable(cause: unknown): never {
  throw new ProblemError("unavailable", "The other system cannot be reached now.", { cause });
}

/** What the provider or the browser has made wrong; what it is does not interest who did it. */
function refused(error: unknown): undefined {
  const { name } = error as Error;
  if (name === "AbortError" || name === "TimeoutError" || error instanceof TypeError) unreachable(error);
  return undefined;
}
