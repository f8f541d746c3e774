import { randomBytes, randomInt } from "node:crypto";
import {
  type Credential,
  type Document,
  isTokenFormat,
  type KindName,
  newDocumentId,
  type Principal,
  type Role,
  type TokenFormat,
  tokenDigest,
} from "@statwire/control-plane";

/** What is made here when a document of a kind is created, and shown once. */
export interface MadeSecret {
  /** Of the document that is to be created. */
  proposedId: string;
  kept: Document;
  credentials: readonly Credential[];
  shown: string;
}

/** For each kind whose secret is made here (`secretFrom: "made"`). */
export const madeSecrets: Partial<
  Record<KindName, (input: unknown, principal: Principal, workspace: string) => MadeSecret>
> = {
  token: (input, { grants, userId = null }, workspace) => {
    const { format } = input as { format?: unknown };
    const proposedId = newDocumentId(Date.now(), randomBytes(10));
    const { shown, credential, display } = newTokenText(isTokenFormat(format) ? format : "statwire", proposedId);
    // What a token makes is its owner's, too, and may no more than it.
    const role: Role = grants.find((grant) => grant.workspace === workspace)?.role ?? "viewer";
    return { proposedId, shown, credentials: [credential], kept: { display, user_id: userId, role } };
  },
};

/** A new text of the token with an id, what is kept of it, and what is shown of it from then on. */
export function newTokenText(
  format: TokenFormat,
  id: string,
): { shown: string; credential: Credential; display: string } {
  const shown = tokenTexts[format](id);
  return {
    shown,
    credential: { sha256: tokenDigest(shown).toString("hex") },
    display: `${shown.slice(0, 8)}...${shown.slice(-4)}`,
  };
}

/** A new secret of a device: so many letters and digits, of which a digest is kept. */
export function newDeviceSecret(): { shown: string; credential: Credential } {
  const shown = alphanumeric(deviceSecretCharacters);
  return { shown, credential: deviceCredential(shown) };
}

/** What is kept of a device's secret. */
export function deviceCredential(secret: string): Credential {
  return { sha256: tokenDigest(secret).toString("hex") };
}

/** As agents of Nezha have it: 107 bits. */
export const deviceSecretCharacters = 18;

/** Each has at least 190 bits that nobody can guess. */
const tokenTexts: Record<TokenFormat, (id: string) => string> = {
  statwire: () => `sw_${randomText()}`,
  // Peekaping's own form: JSON of the token's id and a key, in base64 with padding.
  peekaping: (id) => {
    const key = randomBytes(32).toString("base64").replaceAll("+", "-").replaceAll("/", "_");
    const inner = JSON.stringify({ id, key });
    return `pk_${Buffer.from(inner).toString("base64").replaceAll("+", "-").replaceAll("/", "_")}`;
  },
  hex64: () => randomBytes(32).toString("hex"),
  alphanumeric32: () => alphanumeric(32),
};

function alphanumeric(characters: number): string {
  return Array.from({ length: characters }, () => alphabet[randomInt(alphabet.length)]).join("");
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

function randomText(): string {
  return randomBytes(32).toString("base64url");
}
