import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Account, decode } from "@nats-io/jwt";
import { afterEach, beforeEach, expect, it } from "vitest";
import { accountsDigest, accountTokens, type BusKeys, keptBusKeys } from "./bus-identity.js";
import { permissionsOf } from "./permissions.js";

let folder: string;
let keys: BusKeys;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "statwire-accounts-"));
  keys = keptBusKeys(join(folder, "keys"));
});
afterEach(() => rmSync(folder, { recursive: true }));

it("lets nodes reach their lanes and the last messages of these, and nothing else of the log", async () => {
  const nodes = await claimsOf(keys.nodes.getPublicKey());
  expect(nodes.imports?.map(({ subject, type }) => [subject, type])).toEqual([
    ["telemetry.v1.>", "service"],
    ["logs.v1.>", "service"],
    ["integrity.v1.>", "service"],
    ["_INBOX_api.>", "service"],
    ["$JS.API.DIRECT.GET.TELEMETRY.telemetry.v1.>", "service"],
    ["$JS.API.DIRECT.GET.LOGS.logs.v1.>", "service"],
    ["$JS.API.DIRECT.GET.INTEGRITY.integrity.v1.>", "service"],
    ["commands.v1.>", "stream"],
    ["$JS.API.>", "service"],
  ]);
  expect(nodes.imports?.at(-1)).toMatchObject({ account: keys.system.getPublicKey(), to: "$JS.API.NOTHING.>" });
  // No JetStream of its own: an absent limit means none.
  expect(nodes.limits).not.toHaveProperty("streams");
});

it("has an import for everything that a collector may publish", async () => {
  const { imports = [] } = await claimsOf(keys.nodes.getPublicKey());
  const { pub } = permissionsOf("collector", { workspace: "default", node: "web-1" });
  for (const allowed of pub?.allow ?? []) {
    const isImported = imports.some(({ subject }) => allowed.startsWith(subject.slice(0, -1)));
    expect(isImported, allowed).toBe(true);
  }
});

it("offers the log by one export, which is what keeps an answer from going through an import again", async () => {
  const services = await claimsOf(keys.account.getPublicKey());
  expect(services.exports?.filter(({ type }) => type === "service")).toEqual([
    { name: ">", type: "service", subject: ">", response_type: "Singleton" },
  ]);
});

it("has one digest for tokens that say the same", async () => {
  const before = accountsDigest(keys);
  expect(accountsDigest(keptBusKeys(join(folder, "keys")))).toBe(before);
  expect(accountsDigest(keptBusKeys(join(folder, "other-keys")))).not.toBe(before);
});

async function claimsOf(account: string): Promise<Partial<Account>> {
  const { token = "" } = (await accountTokens(keys)).find((one) => one.account === account) ?? {};
  return decode<Account>(token).nats;
}
