import { createHash, randomBytes, randomInt } from "node:crypto";
import type { Document, KindName, Principal } from "@statwire/control-plane";

/** What is made here when a document of a kind is created, and shown once. */
export interface MadeSecret {
  kept: Document;
  secret: { sha256: string };
  shown: string;
}

/** For each kind whose secret is made here (`secretFrom: "made"`). */
export const madeSecrets: Partial<Record<KindName, (input: unknown, principal: Principal) => MadeSecret>> = {
  token: (input, principal) => {
    const { format } = input as { format?: unknown };
    const text = tokenTexts[typeof format === "string" && isFormat(format) ? format : "statwire"]();
    const userId = principal.actor.kind === "user" ? principal.actor.id : null;
    return made(text, { display: `${text.slice(0, 8)}...${text.slice(-4)}`, user_id: userId });
  },
};

type Format = "statwire" | "peekaping" | "hex64" | "alphanumeric32";

/** Each has at least 190 bits that nobody can guess. */
const tokenTexts: Record<Format, () => string> = {
  statwire: () => `sw_${randomText()}`,
  // Peekaping's own form: JSON of an id and a key, in base64 with padding.
  peekaping: () => {
    const key = randomBytes(32).toString("base64").replaceAll("+", "-").replaceAll("/", "_");
    const inner = JSON.stringify({ id: crypto.randomUUID(), key });
    return `pk_${Buffer.from(inner).toString("base64").replaceAll("+", "-").replaceAll("/", "_")}`;
  },
  hex64: () => randomBytes(32).toString("hex"),
  alphanumeric32: () => Array.from({ length: 32 }, () => alphabet[randomInt(alphabet.length)]).join(""),
};

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

function isFormat(text: string): text is Format {
  return Object.hasOwn(tokenTexts, text);
}

function randomText(): string {
  return randomBytes(32).toString("base64url");
}

function made(shown: string, kept: Document): MadeSecret {
  return { shown, kept, secret: { sha256: createHash("sha256").update(shown, "utf8").digest("hex") } };
}
