import { Answer } from "../../http/answer.js";

/** Every error of this surface has this shape, but where its clients know another one. */
export function peekapingError(
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return new Answer(status, { message, data: null }, headers);
}

/** 401 of an operation that takes a token or a key, and got neither. */
export function credentialNeeded(): Answer {
  return peekapingError(
    401,
    "Authentication required: provide either X-API-Key header or Authorization header",
    challenge,
  );
}

/** 401 of an operation for people, without their token. */
export function tokenNeeded(): Answer {
  return peekapingError(401, "Authorization header is required", challenge);
}

/** 401 for an `Authorization` of another scheme than Bearer. */
export function invalidAuthorization(): Answer {
  return peekapingError(401, "Invalid authorization header format", challenge);
}

/** 401 for a token that was not issued here, is a refresh token, or has ended. */
export function invalidToken(): Answer {
  return peekapingError(401, "Invalid or expired token", challenge);
}

/** 401 for what is sent as `X-API-Key` and opens nothing. */
export function invalidKey(presented: string): Answer {
  const isKey = presented.startsWith(keyPrefix);
  return peekapingError(401, isKey ? "Invalid or expired API key" : "API key required", challenge);
}

/** How the keys that are made here begin. */
export const keyPrefix = "pk_";

const challenge = { "WWW-Authenticate": 'Bearer realm="peekaping"' };

/** 429 of the sign-in, after too many failures. */
export function tooManyAttempts(retryAfterSeconds: number): Answer {
  const body = { success: false, message: "too many attempts, try later", retry_after: retryAfterSeconds };
  return new Answer(429, body, { "Retry-After": String(retryAfterSeconds) });
}

/** 429 of everything else; Peekaping itself has no limit. */
export function tooManyPeekapingRequests(_request: unknown, policy: { limit: number }): Answer {
  return peekapingError(429, `More than ${policy.limit} requests in one minute.`);
}
