import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decode, type User } from "@nats-io/jwt";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type BusKeys, issueCredentials, keptBusKeys, userCredentials } from "./bus-identity.js";
import { nodeCredentialsFile, renewNodeCredentials } from "./node-credentials.js";
import { permissionsOf } from "./permissions.js";
import { writePrivate } from "./private-files.js";
import { readRevocations } from "./revocations.js";

let folder: string;
let keys: BusKeys;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "statwire-nodes-"));
  keys = keptBusKeys(join(folder, "bus-keys"));
});
afterEach(() => rmSync(folder, { recursive: true }));

it("keeps credentials under names of nodes that are good for files, and others escaped", () => {
  expect(nodeCredentialsFile("/d", { workspace: "default", node: "web-1.example.org" })).toBe(
    "/d/nodes/default/web-1.example.org.creds",
  );
  expect(nodeCredentialsFile("/d", { workspace: "a b", node: "../x" })).toBe("/d/nodes/a=20b/=2E=2E=2Fx.creds");
});

it("makes those from before nodes had an account anew, whether they are there or were moved, and revokes the former", async () => {
  const there = { workspace: "default", node: "web 1.example.org" };
  const moved = { workspace: "default", node: "web-2.example.org" };
  const unrecorded = { workspace: "other", node: "web-3" };
  const users = [await formerCredential(there), await formerCredential(moved), await formerCredential(unrecorded)];
  rmSync(nodeCredentialsFile(folder, moved));
  record(there, users[0]);
  record(moved, users[1]);
  writePrivate(nodeCredentialsFile(folder, { workspace: "other", node: "no-credential" }), "x");
  const current = { workspace: "default", node: "web-4" };
  await issueCredentials(keys, "collector", current, nodeCredentialsFile(folder, current));

  const renewed = await renewNodeCredentials(keys, folder);
  expect(renewed.map(({ node }) => node).sort()).toEqual(["web 1.example.org", "web-2.example.org", "web-3"]);
  for (const { workspace, node, file } of renewed) {
    expect(file).toBe(nodeCredentialsFile(folder, { workspace, node }));
    const { iss, nats } = userIn(file);
    expect(iss).toBe(keys.nodes.getPublicKey());
    expect(nats.pub).toEqual(permissionsOf("collector", { workspace, node }).pub);
  }
  expect(Object.keys(readRevocations(keys.folder)).sort()).toEqual(users.sort());
  expect(await renewNodeCredentials(keys, folder)).toEqual([]);
});

it("leaves alone a node whose credentials were revoked", async () => {
  const node = { workspace: "default", node: "web-1" };
  record(node);
  expect(await renewNodeCredentials(keys, folder)).toEqual([]);
  expect(existsSync(nodeCredentialsFile(folder, node))).toBe(false);
});

/** As the version before made it: in the account of the services. */
async function formerCredential(node: { workspace: string; node: string }): Promise<string> {
  const file = nodeCredentialsFile(folder, node);
  const permissions = permissionsOf("collector", node);
  writePrivate(file, await userCredentials("collector", keys.account, permissions));
  writePrivate(`${file}.permissions`, JSON.stringify({ account: keys.account.getPublicKey(), permissions }));
  return userIn(file).sub;
}

/** As the version before recorded it: without the account. */
function record({ workspace, node }: { workspace: string; node: string }, ...users: (string | undefined)[]): void {
  const file = join(keys.folder, "issued.json");
  const before = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const name = nodeCredentialsFile("", { workspace, node });
  writeFileSync(file, JSON.stringify({ ...before, [name]: users.map((user) => ({ user, issuedAt: 1 })) }));
}

function userIn(file: string) {
  const [, token = ""] = /-----BEGIN NATS USER JWT-----\s+(\S+)/.exec(readFileSync(file, "utf8")) ?? [];
  return decode<User>(token);
}
