import { create, type MessageInitShape } from "@bufbuild/protobuf";
import { InterfaceIdentitySchema, type InventoryObserved } from "@statwire/events";
import { applyEvents, toHostEvent, toInventoryEvent } from "@statwire/snapshot-store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { expectNezhaAnswer } from "../../testing/nezha-contract.js";
import { sampleHost, sampleInventory } from "../../testing/sample-events.js";
import { createTestApi, type TestApi, testKey, workspace } from "../../testing/test-api.js";
import { createTestHistory, type TestHistory } from "../../testing/test-history.js";
import type { NezhaFrame, NezhaServerDetailsList, NezhaServerList } from "./dto.js";

const T = { Authorization: testKey };
const refused = { code: 403, message: "访问此接口需要认证" };
const expectedNodes = [{ node: "Server2", tag: "Tag2" }];

let api: TestApi;
let history: TestHistory;

beforeAll(async () => {
  history = await createTestHistory();
  api = await createTestApi({ history: history.reads, expectedNodes });
  // In this order they appear: a node, one that is only expected, and another node.
  await report(api, "Server1", {
    nodeTags: ["Tag1", "second"],
    nodeCountry: "DE",
    interfaces: [
      { name: "lo", ipv4Addresses: ["127.0.0.1"], ipv6Addresses: ["::1"], up: true },
      { name: "docker0", ipv4Addresses: ["172.17.0.1"], ipv6Addresses: [], up: true },
      { name: "eth0", ipv4Addresses: ["10.0.0.1", "1.1.1.1"], ipv6Addresses: ["fe80::1", "::2"], up: true },
    ],
  });
  await list(api);
  await report(api, "Server3", { nodeTags: ["Tag1"] });
});

afterAll(async () => {
  await api.close();
  await history.close();
});

describe("GET /api/v1/server/list", () => {
  it.each([
    ["case 1: no token", {}],
    ["case 2: a wrong token", { Authorization: "wrong" }],
    ["a scheme word before the token", { Authorization: `Bearer ${testKey}` }],
    ["the key in another header", { "X-API-Key": testKey }],
  ])("%s is HTTP 200 with code 403", async (_, headers) => {
    for (const path of ["list", "details"]) {
      const { status, body } = expectNezhaAnswer("GET", path, await api.get(`/api/v1/server/${path}`, headers));
      expect([status, body]).toEqual([200, refused]);
    }
  });

  it("cases 4, 5 and 31: has every server by id", async () => {
    const { status, body, headers } = await list(api);
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect([body.code, body.message]).toEqual([0, "success"]);
    expect(body.result?.map(({ id, name, tag }) => [id, name, tag])).toEqual([
      [1, "Server1", "Tag1"],
      [2, "Server2", "Tag2"],
      [3, "Server3", "Tag1"],
    ]);
    expect(Object.keys(body.result?.[0] ?? {})).toEqual(
      ["id", "name", "tag", "last_active", "ipv4", "ipv6", "valid_ip"].concat("display_index", "hide_for_guest"),
    );
  });

  it("cases 7 and 8: filters by tag", async () => {
    expect((await list(api, "?tag=Tag2")).body.result?.map(({ id }) => id)).toEqual([2]);
    expect((await list(api, "?tag=Tag1")).body.result?.map(({ id }) => id)).toEqual([1, 3]);
    expect((await list(api, "?tag=nope")).body.result).toEqual([]);
  });

  it("tells a server that was never seen by its time", async () => {
    const { body } = await list(api);
    const [seen, never] = body.result ?? [];
    expect(Math.abs((seen?.last_active ?? 0) - Date.now() / 1000)).toBeLessThan(60);
    expect(never).toMatchObject({ last_active: -62_135_596_800, ipv4: "", ipv6: "", valid_ip: "" });
  });
});

describe("GET /api/v1/server/details", () => {
  it.each([
    ["case 10", "?id=1", [1]],
    ["case 11", "?id=2,1", [2, 1]],
    ["an id named twice", "?id=1,1", [1, 1]],
    ["case 13", "?id=99", []],
    ["case 14", "?id=abc", []],
    ["an id beside an unreadable one", "?id=x,3", [3]],
    ["case 16", "?id=", [1, 2, 3]],
    ["neither", "", [1, 2, 3]],
    ["a tag beside an id", "?id=2&tag=Tag1", [1, 3]],
  ])("%s: %s", async (_, query, ids) => {
    expect((await details(query)).result?.map(({ id }) => id)).toEqual(ids);
  });

  it("case 17: has the addresses of both versions, the public ones", async () => {
    const [server] = (await details("?id=1")).result ?? [];
    expect(server).toMatchObject({ ipv4: "1.1.1.1", ipv6: "::2", valid_ip: "1.1.1.1" });
  });

  it("has what the server is and does", async () => {
    const [server] = (await details("?id=1")).result ?? [];
    expect(server?.host).toEqual({
      Platform: "debian",
      PlatformVersion: "12",
      CPU: ["Cortex-A72 2 Physical Core"],
      MemTotal: 8 * 1024 ** 3,
      DiskTotal: 33_000_000_000,
      SwapTotal: 1024 ** 3,
      Arch: "aarch64",
      Virtualization: "",
      BootTime: 1_795_000_000,
      CountryCode: "de",
      Version: "0.1.0",
      GPU: null,
    });
    expect(server?.status).toMatchObject({
      CPU: 25,
      MemUsed: 2 * 1024 ** 3,
      SwapUsed: 1024 ** 3 / 4,
      DiskUsed: 12_345_678_901,
      NetInTransfer: 50_000,
      NetOutTransfer: 30_000,
      NetInSpeed: 0,
      NetOutSpeed: 0,
      Uptime: 86_400,
      Load1: 0.52,
      Load5: 0.41,
      Load15: 0.3,
      Temperatures: [
        { Name: "nvme/Composite", Temperature: 30 },
        { Name: "cpu_thermal/temp1", Temperature: 48.312 },
      ],
      GPU: 0,
    });
  });

  it("case 19: has nothing of a server that was never seen", async () => {
    const [server] = (await details("?id=2")).result ?? [];
    expect(server?.host).toMatchObject({ Platform: "", MemTotal: 0, BootTime: 0, CPU: null, GPU: null });
    expect(server?.status).toMatchObject({ CPU: 0, Uptime: 0, Temperatures: null });
  });
});

describe("the ids of servers", () => {
  it("stay when the snapshots are gone, and for another replica", async () => {
    const other = await createTestApi({ history: history.reads, expectedNodes, bus: api.bus });
    await report(other, "a-new-one", {});
    const { body } = await list(other);
    expect(body.result?.map(({ id, name }) => [id, name])).toEqual([
      [1, "Server1"],
      [2, "Server2"],
      [3, "Server3"],
      [4, "a-new-one"],
    ]);
    await other.close();
    expect((await list(api)).body.result?.at(-1)).toMatchObject({ id: 4, name: "a-new-one" });
  });

  it("are distinct when two replicas number at once", async () => {
    const others = await Promise.all([1, 2].map(async () => createTestApi({ history: history.reads, bus: api.bus })));
    await Promise.all(
      others.flatMap((other, index) => ["x", "y", "z"].map((name) => report(other, `${name}-${index}`, {}))),
    );
    await Promise.all(others.map((other) => list(other)));
    const answers = await Promise.all(others.map((other) => list(other)));
    const [first, second] = answers.map(({ body }) => body.result?.map(({ id, name }) => `${id} ${name}`));
    expect(first).toEqual(second);
    expect(new Set(first?.map((text) => text.split(" ")[0])).size).toBe(first?.length);
    expect(first).toHaveLength(10);
    await Promise.all(others.map((other) => other.close()));
  });
});

describe("unserved paths", () => {
  it.each(["/api/v1/server/other", "/api/v1/server/list/"])("%s is 404 in gin's text", async (path) => {
    const { status, text } = await api.get(path, T);
    expect([status, text]).toEqual([404, "404 page not found"]);
  });
});

describe("/ws", () => {
  it("pushes all servers every two seconds, with a ping after every fourth frame", async () => {
    const client = new WebSocket(`${api.url.replace("http", "ws")}/ws`, { headers: T });
    const frames: NezhaFrame[] = [];
    let pings = 0;
    client.on("message", (data) => frames.push(JSON.parse(data.toString())));
    client.on("ping", () => {
      pings += 1;
    });
    await expect.poll(() => pings, { timeout: 15_000 }).toBe(1);
    client.close();
    // One at once, then one at each tick.
    expect(frames).toHaveLength(5);
    const [, second, third] = frames;
    expect(Math.abs((third?.now ?? 0) - (second?.now ?? 0) - 2_000)).toBeLessThan(500);
    expect(second?.servers.map(({ ID }) => ID).slice(0, 3)).toEqual([1, 2, 3]);
    expect(second?.servers[0]).toMatchObject({
      Name: "Server1",
      Tag: "Tag1",
      DeletedAt: null,
      DisplayIndex: 0,
      HideForGuest: false,
      EnableDDNS: false,
      Host: { Platform: "debian" },
      State: { CPU: 25 },
      LastActive: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    });
    expect(second?.servers[1]?.LastActive).toBe("0001-01-01T00:00:00Z");
  });

  it.each([
    ["no token", {}],
    ["a wrong token", { Authorization: "wrong" }],
  ])("refuses %s", async (_, headers) => {
    expect(await handshake("/ws", headers)).toBe(401);
  });

  it("is the only path for handshakes", async () => {
    expect(await handshake("/ws2", T)).toBe(404);
  });

  it("takes so many clients and no more", async () => {
    const clients = Array.from(
      { length: 10 },
      () => new WebSocket(`${api.url.replace("http", "ws")}/ws`, { headers: T }),
    );
    await Promise.all(clients.map((client) => new Promise((resolve) => client.once("open", resolve))));
    expect(await handshake("/ws", T)).toBe(503);
    for (const client of clients) client.close();
    await expect.poll(() => handshake("/ws", T)).toBe(101);
  });
});

async function list(of: TestApi, query = "") {
  const path = `/api/v1/server/list${query}`;
  return expectNezhaAnswer("GET", path, await of.get<NezhaServerList>(path, T));
}

async function details(query: string): Promise<NezhaServerDetailsList> {
  const path = `/api/v1/server/details${query}`;
  return expectNezhaAnswer("GET", path, await api.get<NezhaServerDetailsList>(path, T)).body;
}

/** The status of a handshake's answer. */
function handshake(path: string, headers: Record<string, string>): Promise<number | undefined> {
  const client = new WebSocket(`${api.url.replace("http", "ws")}${path}`, { headers });
  return new Promise((resolve) => {
    client.once("unexpected-response", (_request, response) => {
      resolve(response.statusCode);
      response.resume();
    });
    client.once("open", () => {
      client.close();
      resolve(101);
    });
    client.once("error", () => undefined);
  });
}

let sequence = 0;

interface Observed extends Partial<Pick<InventoryObserved, "nodeTags" | "nodeCountry">> {
  interfaces?: MessageInitShape<typeof InterfaceIdentitySchema>[];
}

/** A tick and an inventory of a node, as its projector would fold them. */
async function report(of: TestApi, node: string, { interfaces, ...more }: Observed): Promise<void> {
  sequence += 1;
  await of.report(node);
  const place = { bootId: Date.now() + sequence, sequence: 1, observedAtMs: Date.now() };
  const observed = { ...sampleInventory(place, node), ...more };
  if (interfaces !== undefined) observed.interfaces = interfaces.map((one) => create(InterfaceIdentitySchema, one));
  const name = { workspace, node };
  const events = [toInventoryEvent(name, "inventory", observed), toHostEvent(name, "host", sampleHost(place))];
  await applyEvents(of.store, events, { foldHeadlines: false });
}
