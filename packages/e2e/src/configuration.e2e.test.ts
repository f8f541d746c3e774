import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  type CommandOutcome,
  descendant,
  get,
  historyOf,
  type Product,
  runStatwire,
  startProduct,
  waitFor,
} from "@statwire/running-product";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";

const folder = mkdtempSync(join(tmpdir(), "statwire-configuration-"));
const file = join(folder, "workspace.yaml");

let product: Product;

beforeAll(async () => {
  product = await startProduct({ env: { API_RATE_LIMIT_PER_MINUTE: "100000" } });
});

afterAll(async () => {
  await product?.discard();
  rmSync(folder, { recursive: true, force: true });
});

const workspace = `
projects:
  shop: { key: shop, name: Shop }
tags:
  till: { name: till, color: "#ef4444" }
devices:
  Till 1: { name: Till 1, project_id: shop, tag_ids: [till], address: 10.0.0.1 }
  Till 2: { name: Till 2, project_id: shop, tag_ids: [till] }
maintenances:
  Nightly:
    title: Nightly
    project_ids: [shop]
    schedule: { strategy: cron, cron: 0 3 * * *, duration_minutes: 30, timezone: Europe/Zurich }
`;

describe("a workspace", () => {
  it("is what a file says, and a second time nothing is left to do", async () => {
    writeFileSync(file, workspace);
    const { code, printed } = await statwire("config", "apply", file);
    expect([code, printed]).toEqual([0, expect.stringContaining("5 to create, 0 to change, 0 to delete")]);
    expect((await statwire("config", "plan", file, "--prune")).printed).toContain("nothing to do");
    expect(parse((await statwire("config", "export")).printed)).toEqual(parse(workspace));
    writeFileSync(file, workspace.replace("10.0.0.1", "10.0.0.2").replace(/ {2}Till 2.*\n/, ""));
    expect((await statwire("config", "apply", file, "--prune")).printed).toContain('address: "10.0.0.1" → "10.0.0.2"');
    const devices = await get(product, "/api/v2/devices");
    expect(devices.body.items.map(({ name, address }: Record<string, string>) => [name, address])).toEqual([
      ["Till 1", "10.0.0.2"],
    ]);
  });
});

it("a token is made, rotated and revoked from the terminal, and does what it may", async () => {
  const status = async (token: string, path: string, method = "GET") => {
    const headers = { "x-api-key": token, "content-type": "application/json" };
    const body = method === "GET" ? {} : { body: JSON.stringify({ name: "from a token" }) };
    return (await fetch(product.httpUrl + path, { method, headers, ...body })).status;
  };
  const first = (await statwire("token", "create", "CI", "--scope", "tag:*", "--scope", "node:read")).printed.trim();
  expect(first).toMatch(/^sw_/);
  expect([await status(first, "/api/v2/nodes"), await status(first, "/api/v2/devices")]).toEqual([200, 403]);
  expect(await status(first, "/api/v2/tags", "POST")).toBe(403);
  const [listed] = JSON.parse((await statwire("token", "list", "--json")).printed) as {
    id: string;
    use_count: number;
  }[];
  expect(listed).toMatchObject({ label: "CI", use_count: 3 });
  const id = listed?.id ?? "";
  const second = (await statwire("token", "rotate", id)).printed.trim();
  expect([await status(first, "/api/v2/tags"), await status(second, "/api/v2/tags")]).toEqual([401, 200]);
  expect((await statwire("token", "revoke", id)).code).toBe(0);
  expect(await status(second, "/api/v2/tags")).toBe(401);
});

it("each change is in the history, by whom", async () => {
  const { items } = (await get(product, "/api/v2/devices")).body;
  const history = historyOf(product);
  const revisions = async () => {
    const query = `SELECT action, actor_name AS actor, JSONExtractString(document, 'address') AS address
      FROM config_revisions WHERE workspace = 'default' AND kind = 'device' AND id = '${items[0].id}' ORDER BY revision`;
    return (await history.query({ query, format: "JSONEachRow" })).json();
  };
  const actor = "API key of the installation";
  await expect.poll(revisions, { timeout: 20_000, interval: 100 }).toEqual([
    { action: "created", actor, address: "10.0.0.1" },
    { action: "replaced", actor, address: "10.0.0.2" },
  ]);
  await history.close();
});

it("a kill of the API in the middle of writes loses and doubles nothing", async () => {
  const count = 60;
  const create = async (number: number): Promise<number | undefined> => {
    const response = await fetch(`${product.httpUrl}/api/v2/tags`, {
      method: "POST",
      headers: {
        "x-api-key": product.apiKey,
        "content-type": "application/json",
        "idempotency-key": `tag-${number}`,
      },
      body: JSON.stringify({ name: `killed-${number}` }),
    }).catch(() => undefined);
    // As many at once as this may be more than a busy process takes; it says when to come again.
    if (response?.status !== 503) return response?.status;
    await sleep(Number(response.headers.get("retry-after")) * 1_000);
    return create(number);
  };
  const first = Promise.all(Array.from({ length: count }, (_, number) => create(number)));
  await waitFor(async () => ((await tags()).body.items?.length ?? 0) > 5, 20_000);
  process.kill(descendant(product, /services\/api/), "SIGKILL");
  const acknowledged = (await first).flatMap((status, number) => (status === 201 ? [`killed-${number}`] : []));
  await waitFor(async () => (await get(product, "/api/v2/tags").catch(() => undefined))?.status === 200, 60_000);
  expect(await names()).toEqual(expect.arrayContaining(acknowledged));
  const second = await Promise.all(Array.from({ length: count }, (_, number) => create(number)));
  expect(second).toEqual(Array(count).fill(201));
  expect(await names()).toEqual(Array.from({ length: count }, (_, number) => `killed-${number}`).sort());
});

function tags() {
  return get(product, "/api/v2/tags?filter=name~killed-&sort=name&limit=500");
}

async function names(): Promise<string[]> {
  return (await tags()).body.items.map(({ name }: { name: string }) => name);
}

function statwire(...words: string[]): Promise<CommandOutcome> {
  return runStatwire(product, words);
}
