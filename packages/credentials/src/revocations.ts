import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { decode, type User } from "@nats-io/jwt";
import { writePrivate } from "./private-files.js";

/** A credential that was handed out: who it is, and when it was signed (Unix seconds). */
export interface IssuedUser {
  user: string;
  issuedAt: number;
  /** Public key of its account; absent in records from before nodes had one of their own: that of the services. */
  account?: string;
}

/** Users that the server turns away, by their key, with the time up to which what they show is void (Unix seconds). */
export type Revocations = Record<string, number>;

type Claims = { sub: string; iat: number; iss: string };

/** Users by the file that they were made for, as seen from the installation's folder. */
type Issued = Record<string, IssuedUser[]>;

/**
 * The users that credentials of this file were made for and that are not revoked. They are recorded beside the keys and
 * not beside the file: that is often elsewhere by now, and what is there belongs to who uses it.
 */
export function issuedUsers(keysFolder: string, credentialsFile: string): IssuedUser[] {
  const issued = readIssued(keysFolder)[nameOf(keysFolder, credentialsFile)];
  if (issued !== undefined) return issued;
  if (!existsSync(credentialsFile)) return [];
  // Made before there were records. It belongs to who uses it, so it has to be signed to be believed.
  const { sub, iat, iss } = decode<User>(tokenIn(readFileSync(credentialsFile, "utf8")));
  return [{ user: sub, issuedAt: iat, account: iss }];
}

/** Remembers who is in new credentials for the file, beside those before. */
export function recordIssued(keysFolder: string, credentialsFile: string, credentials: Uint8Array): void {
  const users = issuedUsers(keysFolder, credentialsFile);
  const [, claims = ""] = tokenIn(Buffer.from(credentials).toString("utf8")).split(".");
  const { sub, iat, iss } = JSON.parse(Buffer.from(claims, "base64url").toString("utf8")) as Claims;
  setIssued(keysFolder, credentialsFile, [...users, { user: sub, issuedAt: iat, account: iss }]);
}

/**
 * Voids what was made for the file until now, all of it or `which`: each user has a key of its own, so that it is void
 * for good.
 * @returns how many there were.
 */
export function revokeIssued(
  keysFolder: string,
  credentialsFile: string,
  which: (user: IssuedUser) => boolean = () => true,
): number {
  const users = issuedUsers(keysFolder, credentialsFile);
  const ended = users.filter(which);
  if (ended.length === 0) return 0;
  revokeUsers(keysFolder, Object.fromEntries(ended.map(({ user, issuedAt }) => [user, issuedAt])));
  setIssued(
    keysFolder,
    credentialsFile,
    users.filter((user) => !ended.includes(user)),
  );
  return ended.length;
}

/** Voids what users show, beside what is void already. */
export function revokeUsers(keysFolder: string, added: Revocations): void {
  const revocations = { ...readRevocations(keysFolder), ...added };
  writePrivate(join(keysFolder, "revocations.json"), JSON.stringify(revocations));
}

/** The files that credentials were made for, by their paths. */
export function issuedFiles(keysFolder: string): string[] {
  return Object.entries(readIssued(keysFolder))
    .filter(([, users]) => users.length > 0)
    .map(([name]) => join(dirname(keysFolder), name));
}

export function readRevocations(keysFolder: string): Revocations {
  return readRecord<Revocations>(join(keysFolder, "revocations.json"));
}

/** @throws Error when the text is no .creds file. */
function tokenIn(credentials: string): string {
  const [, token] = /-----BEGIN NATS USER JWT-----\s+(\S+)/.exec(credentials) ?? [];
  if (token === undefined) throw new Error("no user in the credentials");
  return token;
}

function setIssued(keysFolder: string, credentialsFile: string, users: IssuedUser[]): void {
  const issued = { ...readIssued(keysFolder), [nameOf(keysFolder, credentialsFile)]: users };
  writePrivate(join(keysFolder, "issued.json"), JSON.stringify(issued));
}

function readIssued(keysFolder: string): Issued {
  return readRecord<Issued>(join(keysFolder, "issued.json"));
}

function readRecord<Content extends object>(file: string): Content {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Content) : ({} as Content);
}

function nameOf(keysFolder: string, credentialsFile: string): string {
  return relative(dirname(keysFolder), credentialsFile);
}
