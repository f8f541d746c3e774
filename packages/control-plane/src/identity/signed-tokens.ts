import { errors, jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import type { InstallationKey } from "./installation-key.js";

/** An access token is shown with each request; a refresh token is exchanged for the next pair. */
export type TokenType = "access" | "refresh";

/** How long a token is good (seconds). */
export const tokenSeconds: Readonly<Record<TokenType, number>> = { access: 15 * 60, refresh: 30 * 24 * 3_600 };

/** Whom a token stands for. */
export interface TokenSubject {
  userId: string;
  email: string;
  /** The user's credentials as they were: other credentials, and the token is void. */
  credentials: string;
  /** The sign-in that it belongs to. */
  signIn: string;
  /** Which of a sign-in's refresh tokens it is, or came with. */
  sequence: number;
}

/** Keys change every week: each is made of the installation's key and the number of its week, so that none is kept. */
const keyPeriodSeconds = 7 * 24 * 3_600;
/** Clocks of replicas may be so far apart. */
const clockToleranceSeconds = 5;
const algorithm = "HS256";
const issuer = "statwire";

const claims = z.object({
  userId: z.string().max(63),
  email: z.string().max(254),
  type: z.enum(["access", "refresh"]),
  credentials: z.string().max(64),
  sid: z.string().max(64),
  seq: z.int().nonnegative(),
});

/** A JSON Web Token (RFC 7519), signed with HMAC-SHA256 by the key that its header's `kid` names. */
export function signToken(
  key: InstallationKey,
  type: TokenType,
  subject: TokenSubject,
  nowMs: number,
): Promise<string> {
  const issuedAt = Math.floor(nowMs / 1_000);
  const period = Math.floor(issuedAt / keyPeriodSeconds);
  const { userId, email, credentials, signIn: sid, sequence: seq } = subject;
  const payload: z.infer<typeof claims> = { userId, email, type, credentials, sid, seq };
  return new SignJWT(payload)
    .setProtectedHeader({ alg: algorithm, typ: "JWT", kid: String(period) })
    .setIssuer(issuer)
    .setSubject(userId)
    .setIssuedAt(issuedAt)
    .setNotBefore(issuedAt)
    .setExpirationTime(issuedAt + tokenSeconds[type])
    .sign(key.keyFor(`tokens ${period}`));
}

/** Whom a token stands for; undefined when it was not signed here, is of the other type, or not good now. */
export async function verifyToken(
  key: InstallationKey,
  type: TokenType,
  token: string,
  nowMs: number,
): Promise<TokenSubject | undefined> {
  const keyOf = ({ kid }: { kid?: string }) => {
    const period = Number(kid);
    if (!isPeriodOf(type, period, nowMs)) throw new errors.JWTInvalid("the key is out of use");
    return key.keyFor(`tokens ${period}`);
  };
  try {
    const { payload } = await jwtVerify(token, keyOf, {
      algorithms: [algorithm],
      issuer,
      currentDate: new Date(nowMs),
      clockTolerance: clockToleranceSeconds,
      requiredClaims: ["exp", "nbf", "iat", "sub"],
    });
    const parsed = claims.safeParse(payload);
    if (!parsed.success || parsed.data.type !== type) return undefined;
    const { userId, email, credentials, sid: signIn, seq: sequence } = parsed.data;
    return { userId, email, credentials, signIn, sequence };
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}

/** Whether something signed in a period can be good now: a key of long ago, or of times to come, is not even made. */
function isPeriodOf(type: TokenType, period: number, nowMs: number): boolean {
  const nowSeconds = nowMs / 1_000;
  const last = Math.floor((nowSeconds + clockToleranceSeconds) / keyPeriodSeconds);
  const first = Math.floor((nowSeconds - tokenSeconds[type] - clockToleranceSeconds) / keyPeriodSeconds);
  return Number.isInteger(period) && period >= first && period <= last;
}
