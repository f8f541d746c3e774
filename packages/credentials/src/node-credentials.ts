import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fromSeed } from "@nats-io/nkeys";
import { escapeToken, unescapeToken } from "@statwire/events";
import { accountOfIssued, type BusKeys, issueCredentials } from "./bus-identity.js";
import type { NodeIdentity } from "./permissions.js";
import { issuedFiles, issuedUsers } from "./revocations.js";

/** Where the credentials of a node are kept: under its name, which is escaped unless it is good for a file. */
export function nodeCredentialsFile(directory: string, { workspace, node }: NodeIdentity): string {
  return join(directory, "nodes", fileName(workspace), `${fileName(node)}.creds`);
}

/** Where the credentials of somebody else's program are kept, under its name. */
export function thirdPartyFile(directory: string, { workspace, name }: { workspace: string; name: string }): string {
  return join(directory, "consumers", fileName(workspace), `${fileName(name)}.creds`);
}

/** A node that has a new credential because the former was of the services' account, and where it is. */
export interface RenewedCredential extends NodeIdentity {
  file: string;
}

/**
 * Makes new credentials for the nodes whose credentials are from before nodes had an account of their own, and revokes
 * the former: with them a node can make the log's own interface speak (`connectionsOf`). Until the new one is brought to
 * the node, it keeps what it reads.
 */
export async function renewNodeCredentials(keys: BusKeys, directory: string): Promise<RenewedCredential[]> {
  const renewed: RenewedCredential[] = [];
  for (const file of new Set([...issuedFiles(keys.folder), ...filesThere(join(directory, "nodes"))])) {
    const node = nodeOfFile(directory, file);
    if (node === undefined || !isOfServices(keys, file)) continue;
    await issueCredentials(keys, "collector", node, file);
    renewed.push({ ...node, file });
  }
  return renewed;
}

/**
 * Files of credentials of nodes that are from before nodes had an account of their own, by the records beside the keys.
 * Changes nothing.
 * @throws when the keys cannot be read.
 */
export function formerNodeCredentials(keysFolder: string): string[] {
  const account = fromSeed(new Uint8Array(readFileSync(join(keysFolder, "account.nk")))).getPublicKey();
  const isNodes = /(^|[\\/])(nodes[\\/].*|collector[\\/]bus|collector)\.creds$/;
  return issuedFiles(keysFolder).filter(
    (file) => isNodes.test(file) && issuedUsers(keysFolder, file).some((user) => (user.account ?? account) === account),
  );
}

/** Also credentials that were made before there were records of them. */
function filesThere(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith(".creds")).map((name) => join(folder, name));
}

function isOfServices(keys: BusKeys, file: string): boolean {
  try {
    return issuedUsers(keys.folder, file).some((user) => accountOfIssued(keys, user) === keys.account.getPublicKey());
  } catch {
    // A file that somebody put there and that is no credential.
    return false;
  }
}

/** Host names stay as they are, dots included; an escaped name holds a "=", which they do not. */
function fileName(name: string): string {
  return /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(name) ? name : escapeToken(name);
}

function nodeOfFile(directory: string, file: string): NodeIdentity | undefined {
  const [folder, workspace = "", name = "", ...more] = relative(directory, file).split(sep);
  if (folder !== "nodes" || !name.endsWith(".creds") || more.length > 0) return undefined;
  return { workspace: nameOf(workspace), node: nameOf(name.slice(0, -".creds".length)) };
}

function nameOf(file: string): string {
  return file.includes("=") ? unescapeToken(file) : file;
}
