import { createHash, timingSafeEqual } from "node:crypto";

/** Tells whether a presented key is the API key, in a time that does not depend on how much of it is right. */
export type CheckApiKey = (presented: string) => boolean;

/** A check against one key. Digests are compared, so that lengths do not show either. */
export function apiKeyCheck(apiKey: string): CheckApiKey {
  const expected = digest(apiKey);
  return (presented) => timingSafeEqual(digest(presented), expected);
}

/** The key that everyone knows: V6Direct's documented default. */
const publicKey = "changeme";

/** Why a key must not be used in this mode, or undefined when it may. */
export function apiKeyProblem(apiKey: string, mode: string): string | undefined {
  if (apiKey === publicKey && mode !== "dev") return `API_KEY: "${publicKey}" is accepted only with MODE=dev`;
  return undefined;
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text, "utf8").digest();
}
