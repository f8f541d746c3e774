import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decode, type User } from "@nats-io/jwt";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type BusKeys, keptBusKeys } from "./bus-identity.js";
import {
  enrollmentKeyText,
  isUserKey,
  newUserKey,
  nodeToken,
  parseEnrollmentKey,
  parseUserKey,
  revokeEnrolled,
} from "./enrollment.js";
import { permissionsOf } from "./permissions.js";
import { readRevocations } from "./revocations.js";

let folder: string;
let keys: BusKeys;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "statwire-enrollment-"));
  keys = keptBusKeys(join(folder, "bus-keys"));
});
afterEach(() => rmSync(folder, { recursive: true }));

it("signs a node's key for the nodes' account, with what a collector of that node may, and nothing else", async () => {
  const key = parseEnrollmentKey(enrollmentKeyText(keys));
  if (key === undefined) throw new Error("the key cannot be read");
  const user = newUserKey().getPublicKey();
  const node = { workspace: "default", node: "Till 3" };
  const { sub, iss, nats } = decode<User>(await nodeToken(key, user, node));
  expect([sub, iss]).toEqual([user, keys.enrollment.getPublicKey()]);
  expect(nats.issuer_account).toBe(keys.nodes.getPublicKey());
  const { pub, sub: hears, resp } = permissionsOf("collector", node);
  expect({ pub: nats.pub, sub: nats.sub, resp: nats.resp }).toEqual({ pub, sub: hears, resp });
});

it("takes no other text for a key", () => {
  const text = enrollmentKeyText(keys);
  const [account = "", seed = ""] = text.split(".");
  const user = newUserKey().getPublicKey();
  for (const wrong of ["", account, seed, `${seed}.${account}`, `${user}.${seed}`, `${text}A`, text.toLowerCase()]) {
    expect(parseEnrollmentKey(wrong)).toBeUndefined();
  }
  expect(isUserKey(user)).toBe(true);
  for (const wrong of [
    account,
    user.toLowerCase(),
    `${user}A`,
    user.replace(/.$/, user.endsWith("A") ? "B" : "A"),
    seed,
  ]) {
    expect(isUserKey(wrong)).toBe(false);
  }
});

it("knows a node's key by its seed", () => {
  const key = newUserKey();
  const seed = Buffer.from(key.getSeed()).toString("ascii");
  expect(parseUserKey(seed)?.getPublicKey()).toBe(key.getPublicKey());
  for (const wrong of ["", "SU", seed.toLowerCase(), Buffer.from(keys.enrollment.getSeed()).toString("ascii")]) {
    expect(parseUserKey(wrong)).toBeUndefined();
  }
});

it("revokes keys, whenever what they show is signed, beside those that are revoked", () => {
  const year9000 = Date.UTC(9000, 0) / 1_000;
  revokeEnrolled(keys, ["UA"]);
  revokeEnrolled(keys, ["UB"]);
  const revocations = readRevocations(keys.folder);
  expect(Object.keys(revocations)).toEqual(["UA", "UB"]);
  expect(Math.min(...Object.values(revocations))).toBeGreaterThan(year9000);
});
