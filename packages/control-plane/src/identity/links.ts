import { type InstallationKey, sameText, signature } from "./installation-key.js";

/** What a link is good for. */
export type LinkPurpose = "first-administrator" | "password-reset" | "enrollment";

/** What a link lets its holder do, once. */
export interface Link {
  purpose: LinkPurpose;
  /** Whom it is about. */
  subject: string;
  /**
   * What using it changes, such as the user's credentials. That makes it good for one time without anything being kept: a
   * stranger who asks for links makes us write nothing.
   */
  state: string;
}

const form = /^([\w-]{1,1000})\.(\d{1,15})\.([\w-]{43})$/;

/** The secret part of a link: subject, end and signature. */
export function linkToken(key: InstallationKey, link: Link, expiresAtMs: number): string {
  return `${Buffer.from(link.subject).toString("base64url")}.${expiresAtMs}.${sign(key, link, expiresAtMs)}`;
}

/** Whom a token claims to be about, to look up the state that it is checked against; undefined: it is no token. */
export function linkSubject(token: string): string | undefined {
  const subject = form.exec(token)?.[1];
  return subject === undefined ? undefined : Buffer.from(subject, "base64url").toString("utf8");
}

/** Whether a token was made here for exactly this, and is good now. */
export function isLinkGood(key: InstallationKey, link: Link, token: string, nowMs: number): boolean {
  const [, , end = "", signed = ""] = form.exec(token) ?? [];
  if (!sameText(signed, sign(key, link, Number(end)))) return false;
  return linkSubject(token) === link.subject && nowMs < Number(end);
}

function sign(key: InstallationKey, { purpose, subject, state }: Link, expiresAtMs: number): string {
  return signature(key.keyFor("links"), purpose, subject, state, expiresAtMs);
}
