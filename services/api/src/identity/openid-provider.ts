import type { Logger } from "@statwire/runtime";
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";

/** What the browser keeps while it is away at the provider: it must come back with it. */
export interface OpenIdAttempt {
  state: string;
  nonce: string;
  verifier: string;
}

/** Whom the provider says that somebody is. */
export interface OpenIdClaims {
  issuer: string;
  subject: string;
  /** Absent unless the provider says that it was verified. */
  verifiedEmail?: string;
}

/** Another system where people sign in (OpenID Connect Core 1.0, authorization code with PKCE, RFC 7636). */
export interface OpenIdProvider {
  /**
   * Where to send the browser.
   * @param backTo where it is to come back to; absent: where it always does
   * @throws when the provider does not answer
   */
  begin(backTo?: string): Promise<{ url: URL; attempt: OpenIdAttempt }>;
  /** Who came back. Undefined when the provider, or its signature, does not say so. @throws when it does not answer */
  finish(callback: URL, attempt: OpenIdAttempt): Promise<OpenIdClaims | undefined>;
}

export interface OpenIdOptions {
  issuer: URL;
  clientId: string;
  clientSecret: string;
  /** The address that the provider sends the browser back to. */
  redirectUri: string;
}

const timeoutSeconds = 10;
/** What was discovered is asked for again after so long: keys and addresses change. */
const discoveredMs = 3_600_000;

/** Finds the provider when somebody signs in there, not before: it may be away when we start. */
export function connectOpenId(
  { issuer, clientId, clientSecret, redirectUri }: OpenIdOptions,
  { now, log }: { now(): number; log: Logger },
): OpenIdProvider {
  // On the machine itself, for development, TLS is not insisted on.
  const isLocal = issuer.protocol === "http:";
  let found: { configuration: Promise<Configuration>; atMs: number } | undefined;
  const discover = () => {
    if (found === undefined || now() - found.atMs > discoveredMs) {
      const configuration = discovery(issuer, clientId, clientSecret, undefined, {
        timeout: timeoutSeconds,
        // A provider that sends us on could send us anywhere.
        [customFetch]: (url, options) => fetch(url, { ...options, redirect: "error" } as RequestInit),
        ...(isLocal ? { execute: [allowInsecureRequests] } : {}),
      });
      found = { configuration, atMs: now() };
      configuration.catch(() => {
        found = undefined;
      });
    }
    return found.configuration;
  };
  return {
    async begin(backTo = redirectUri) {
      const configuration = await discover();
      const attempt = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const url = buildAuthorizationUrl(configuration, {
        ...{ redirect_uri: backTo, scope: "openid email profile", response_type: "code" },
        ...{ state: attempt.state, nonce: attempt.nonce, code_challenge_method: "S256" },
        code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
      });
      return { url, attempt };
    },
    async finish(callback, { state, nonce, verifier }) {
      const configuration = await discover();
      const expected = {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      };
      const tokens = await authorizationCodeGrant(configuration, callback, expected).catch((error: Error) => {
        // The browser is told nothing of it; an operator who sets this up needs to know.
        log.warn({ reason: error.message, code: (error as { code?: string }).code }, "a sign-in elsewhere failed");
        throw error;
      });
      const claims = tokens.claims();
      if (claims === undefined) return undefined;
      const { iss, sub } = claims;
      const isComplete = claims.email !== undefined || configuration.serverMetadata().userinfo_endpoint === undefined;
      // Many providers put an address into the ID token only when no access token comes with it.
      const person = isComplete ? claims : await fetchUserInfo(configuration, tokens.access_token, sub);
      const { email, email_verified: isVerified } = person;
      const verified = typeof email === "string" && isVerified === true ? { verifiedEmail: email.toLowerCase() } : {};
      return { issuer: iss, subject: sub, ...verified };
    },
  };
}
