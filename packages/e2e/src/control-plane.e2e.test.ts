import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { jetstreamManager } from "@nats-io/jetstream";
import { connect, credsAuthenticator } from "@nats-io/transport-node";
import { get, type Product, startProduct, statwireOf, waitFor } from "@statwire/running-product";
import { createClient } from "redis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const email = "ada@example.org";
const password = "correct horse battery 7431";
const wrong = { login: "whoever-types-a-password-here-9921", password: "wrong horse 5567" };
const kinds = [
  ...["workspaces", "users", "projects", "tags", "proxies", "devices", "maintenances", "memberships"],
  ...["invitations", "tokens", "preferences", "settings"],
];
const buckets = ["config", "secrets", "claims", "requests"];

interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a black-box test reads whatever the product answers
  body: any;
  cookies: string[];
}

let scratch: string;
let product: Product;
let env: Record<string, string>;
/** Everything that must never be told again. */
const secrets: string[] = [password, wrong.login, wrong.password];
let cookie = "";

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), "statwire-control-plane-"));
  env = { ADMIN_EMAIL: email, ADMIN_PASSWORD: password, API_RATE_LIMIT_PER_MINUTE: "100000" };
  product = await startProduct({ dataDir: join(scratch, "data"), env });
});

afterAll(async () => {
  await product?.discard();
  rmSync(scratch, { recursive: true, force: true });
});

async function send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer> {
  const answer = await fetch(product.httpUrl + path, {
    method,
    headers: {
      ...(headers ?? { "x-api-key": product.apiKey }),
      ...(body ? { "content-type": "application/json" } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await answer.text();
  const cookies = answer.headers.getSetCookie().map((line) => line.split(";", 1)[0] ?? "");
  return { status: answer.status, body: text === "" ? undefined : JSON.parse(text), cookies };
}

async function make(plural: string, input: object, more: Record<string, string> = {}): Promise<Answer["body"]> {
  const { status, body } = await send("POST", `/api/v2/${plural}`, input, { "x-api-key": product.apiKey, ...more });
  expect([plural, status, body]).toEqual([plural, 201, expect.any(Object)]);
  return body;
}

function signIn(login: string, word: string): Promise<Answer> {
  return send("POST", "/api/v2/auth/login", { login, password: word }, {});
}

/** What clients see: every document with its history, the audit apart. */
async function everything(): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const kind of kinds) {
    const { items } = (await get(product, `/api/v2/${kind}?limit=500&sort=id`)).body;
    found[kind] = items;
    for (const { id } of items) found[`${kind}/${id}`] = (await get(product, `/api/v2/${kind}/${id}/history`)).body;
  }
  return found;
}

/** What the log holds of the configuration, secrets and claims: places, and digests of the values. */
async function kept(): Promise<string[]> {
  const credentials = readFileSync(join(product.dataDir, "nats/credentials/operator.creds"));
  const authenticator = credsAuthenticator(credentials);
  const connection = await connect({ servers: product.natsUrl, authenticator, inboxPrefix: "_INBOX_operator" });
  const manager = await jetstreamManager(connection, { checkAPI: false });
  const found: string[] = [];
  for (const stream of buckets.map((bucket) => `KV_${bucket}`)) {
    const { state } = await manager.streams.info(stream);
    for (let seq = state.first_seq; seq <= state.last_seq; seq += 1) {
      // One that was replaced or taken away has left a hole.
      const message = await manager.direct.getMessage(stream, { seq });
      if (message === null || message.seq !== seq) continue;
      found.push(`${message.subject} ${seq} ${createHash("sha256").update(message.data).digest("hex")}`);
    }
  }
  await connection.close();
  return found;
}

async function audit(query = ""): Promise<Answer["body"][]> {
  const entries: Answer["body"][] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const page: Answer = await send("GET", `/api/v2/audit?limit=50${query}${cursor && `&cursor=${cursor}`}`);
    expect(page.status).toBe(200);
    entries.push(...page.body.entries);
    cursor = page.body.next_cursor;
  }
  return entries;
}

describe("the audit", () => {
  beforeAll(async () => {
    await waitFor(async () => (await signIn(email, password)).status === 200, 30_000);
    const signedIn = await signIn(email, password);
    cookie = signedIn.cookies.join("; ");
    secrets.push(...signedIn.cookies.map((one) => one.split("=", 2)[1] ?? ""), signedIn.body.csrf_token);
    expect((await signIn(wrong.login, wrong.password)).status).toBe(401);
    expect((await signIn(email, wrong.password)).status).toBe(401);
    const pair = await send("POST", "/api/v2/auth/tokens", { login: email, password }, {});
    secrets.push(pair.body.access_token, pair.body.refresh_token);
    const first = { refresh_token: pair.body.refresh_token };
    expect((await send("POST", "/api/v2/auth/tokens/refresh", first, {})).status).toBe(200);
    const project = await make("projects", { key: "shop", name: "Shop" }, { "idempotency-key": "the-shop" });
    const tag = await make("tags", { name: "till" });
    const proxySecret = "proxy secret 8842";
    await make("proxies", { protocol: "http", host: "proxy", port: 3128, secret: { password: proxySecret } });
    const deviceSecret = { config: { api_token: "device secret 1170" } };
    const device = { name: "Till", project_id: project.id, tag_ids: [tag.id], secret: deviceSecret };
    const { id } = await make("devices", device);
    const { token } = await make("tokens", { label: "reader" });
    secrets.push(proxySecret, deviceSecret.config.api_token, token);
    await make("settings", { key: "GREETING", value: "hello" });
    const patched = await send(
      "PATCH",
      `/api/v2/devices/${id}`,
      { notes: "by the door" },
      { "x-api-key": product.apiKey, "if-match": "*" },
    );
    expect(patched.status).toBe(200);
  });

  it("tells who changed what and who signed in, within seconds, and no secret", async () => {
    const told = async () => (await audit()).map(({ action, document }) => `${action} ${document?.kind ?? "sign-in"}`);
    const expected = ["created project", "created token", "patched device", "signed-in sign-in", "refused sign-in"];
    await expect.poll(told, { timeout: 20_000, interval: 250 }).toEqual(expect.arrayContaining(expected));
    const entries = await audit();
    const bySignIn = entries.filter(({ type }) => type === "sign-in");
    expect(
      bySignIn
        .filter(({ action }) => action === "refused")
        .map(({ actor }) => actor?.name ?? null)
        .sort(),
    ).toEqual([email, null]);
    expect(
      entries.filter(({ document }) => document?.kind === "device").map(({ action, actor }) => [action, actor.name]),
    ).toEqual([
      ["patched", "API key of the installation"],
      ["created", "API key of the installation"],
    ]);
    expect(new Set(bySignIn.map(({ address }) => address))).toEqual(new Set(["127.0.0.1"]));
    const printed = await statwireOf(product, "audit");
    expect(printed).toContain("patched");
    expect(secrets.every((secret) => secret.length > 8)).toBe(true);
    const answers = JSON.stringify([entries, await everything(), printed]);
    for (const secret of secrets) expect(answers.includes(secret), secret).toBe(false);
  });
});

describe("Redis emptied", () => {
  it("has users sign in again, and nothing else", async () => {
    const [documents, values] = [await everything(), await kept()];
    expect((await send("GET", "/api/v2/auth/me", undefined, { cookie })).status).toBe(200);
    const redis = createClient({
      url: `redis://127.0.0.1:${product.ports.redis}`,
      password: readFileSync(join(product.dataDir, "secrets/redis-password"), "utf8").trim(),
    });
    await redis.connect();
    await redis.flushAll();
    await redis.close();
    expect((await send("GET", "/api/v2/auth/me", undefined, { cookie })).status).toBe(401);
    expect([await everything(), await kept()]).toEqual([documents, values]);
    expect((await signIn(email, password)).status).toBe(200);
    expect((await signIn(email, wrong.password)).status).toBe(401);
    expect((await get(product, "/api/v2/nodes")).status).toBe(200);
  });
});

describe("a data folder that is lost", () => {
  it("comes back out of a backup with every document, claim, secret and its past, and the old password", async () => {
    const folder = join(scratch, "backup");
    // Everything is in the history by now, so that the audit compares as a whole.
    const settled = await audit();
    const before = { documents: await everything(), values: await kept() };
    expect(before.values.filter((value) => value.startsWith("$KV.secrets.")).length).toBeGreaterThan(2);
    await statwireOf(product, "backup", "--to", folder);
    const { dataDir, ports } = product;
    const safe = join(scratch, "safe");
    // As docs/operations.md has it: secrets and keys are kept apart.
    for (const part of ["secrets", "tls", "nats/keys"])
      cpSync(join(dataDir, part), join(safe, part), { recursive: true });
    await product.discard();
    mkdirSync(dataDir, { recursive: true });
    cpSync(safe, dataDir, { recursive: true });
    const servers = await startProduct({ dataDir, ports, serversOnly: true });
    await statwireOf(product, "restore", "--from", folder);
    await servers.stop();
    product = await startProduct({ dataDir, ports, env });

    await expect.poll(async () => (await send("GET", "/api/v2/users")).status, { timeout: 30_000 }).toBe(200);
    expect(await everything()).toEqual(before.documents);
    expect(await kept()).toEqual(before.values);
    expect((await signIn(email, password)).status).toBe(200);
    expect((await send("POST", "/api/v2/tags", { name: "till" })).status).toBe(409);
    // The creation is known by its key still.
    const again = await make("projects", { key: "shop", name: "Shop" }, { "idempotency-key": "the-shop" });
    expect([again]).toEqual(before.documents.projects);
    const told = async () => JSON.stringify(await audit(`&to=${encodeURIComponent(settled[0].at)}`));
    await expect.poll(told, { timeout: 20_000 }).toBe(JSON.stringify(settled.filter(({ at }) => at < settled[0].at)));
  }, 420_000);
});
