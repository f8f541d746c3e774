import { tokenDigest } from "@statwire/control-plane";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { expectNezhaAnswer } from "../../testing/nezha-contract.js";
import { createTestApi, type TestAnswer, type TestApi, testKey, workspace } from "../../testing/test-api.js";
import { createTestHistory, type TestHistory } from "../../testing/test-history.js";
import type { NezhaFrame, NezhaRegistered, NezhaServer, NezhaServerDetailsList, NezhaServerList } from "./dto.js";

const T = { Authorization: testKey };
const native = { "X-API-Key": testKey };
const refused = { code: 403, message: "访问此接口需要认证" };
const register = "/api/v1/server/register";
const never = -62_135_596_800;

let api: TestApi;
let history: TestHistory;

beforeAll(async () => {
  history = await createTestHistory();
  api = await createTestApi({ history: history.reads });
  await api.report("web-1");
});

afterAll(async () => {
  await api.close();
  await history.close();
});

describe("POST /api/v1/server/register", () => {
  it("cases 25 and 5: makes a server that was never seen, whose secret is kept as a hash", async () => {
    const { body } = await post("{}");
    const { secret } = body as NezhaRegistered;
    expect(secret).toMatch(/^[0-9A-Za-z]{18}$/);
    const server = await named("127.0.0.1");
    expect(server).toEqual({
      ...{ id: expect.any(Number), name: "127.0.0.1", tag: "AutoRegister", last_active: never },
      ...{ ipv4: "", ipv6: "", valid_ip: "", display_index: 0, hide_for_guest: true },
    });
    const devices = [...api.control.list(workspace, "device")];
    const sha256 = tokenDigest(secret).toString("hex");
    expect(devices.flatMap(({ credentials = [] }) => credentials)).toContainEqual({ sha256 });
    expect(JSON.stringify(devices.map(({ document }) => document))).not.toContain(secret);
    const shown = await api.get("/api/v2/devices", native);
    expect([shown.text.includes(secret), shown.text.includes(sha256)]).toEqual([false, false]);
  });

  it("case 19: the details of such a server have nothing of its host", async () => {
    const { id } = await named("127.0.0.1");
    const { body } = await ask<NezhaServerDetailsList>("GET", `/api/v1/server/details?id=${id}`);
    expect(body.result?.[0]?.host).toMatchObject({ Platform: "", MemTotal: 0, BootTime: 0, CPU: null, GPU: null });
  });

  it.each(["simple=1", "simple=true"])("case 26: ?%s answers with the secret alone", async (query) => {
    const { text, status } = await post("{}", T, `?${query}`);
    expect([status, JSON.parse(text)]).toEqual([200, expect.stringMatching(/^[0-9A-Za-z]{18}$/)]);
  });

  it("case 28: without a token, or with a wrong one, is HTTP 200 with code 403", async () => {
    const all: Record<string, string>[] = [{}, { Authorization: "wrong" }];
    for (const headers of all) {
      const { status, body } = await post("{}", headers);
      expect([status, body]).toEqual([200, refused]);
    }
  });

  it("takes members in any case, passes over what it does not know, and asks for no media type", async () => {
    const body = JSON.stringify({
      name: "mail",
      TAG: "post",
      nOTE: "cellar",
      hideforguest: "",
      Other: [1],
      Name2: null,
    });
    const { status } = await post(body, { ...T, "Content-Type": "text/plain" });
    expect(status).toBe(200);
    expect(await named("mail")).toMatchObject({ tag: "post", hide_for_guest: false });
    const { body: devices } = await api.get<{ items: { name: string; notes: string }[] }>("/api/v2/devices", native);
    expect(devices.items.find(({ name }) => name === "mail")?.notes).toBe("cellar");
  });

  it.each([
    ["no JSON", "{", "Parse JSON failed"],
    ["nothing", "", "Parse JSON failed"],
    ["a list", "[]", "Parse JSON failed"],
    ["a name that is no text", '{"name":1}', "Name: expected a text"],
    ["a long name", JSON.stringify({ Name: "x".repeat(256) }), "Name: may have at most 255 characters"],
    ["a blank name", '{"Name":" "}', "Name: Too small: expected string to have >=1 characters"],
  ])("%s is 400 with an empty secret", async (_, body, message) => {
    const answer = await post(body);
    expect([answer.status, answer.body]).toEqual([400, { code: 400, message, secret: "" }]);
  });

  it("is not for a token that may not make devices", async () => {
    const token = await makeToken({ access: "read-only" });
    const { status, body } = await post("{}", { Authorization: token });
    expect([status, body]).toEqual([403, { code: 403, message: "you may not create a device" }]);
  });

  it("gives no way in: the secret is no token", async () => {
    const { body } = await post("{}");
    const secret = { Authorization: (body as NezhaRegistered).secret };
    expect((await api.get("/api/v1/server/list", secret)).body).toEqual(refused);
  });
});

describe("a device of a node", () => {
  it("shows its own name, group, place and flag, with the node's readings and number", async () => {
    const before = await named("web-1");
    expect(before).toMatchObject({ tag: "edge", display_index: 0, hide_for_guest: false });
    const created = await makeDevice({ node: "web-1", name: "Shop", group: "web", display_index: 7 });
    expect(await named("Shop")).toEqual({ ...before, name: "Shop", tag: "web", display_index: 7 });
    const patch = { name: "Shop 2", hidden_from_guests: true };
    await api.send("PATCH", `/api/v2/devices/${created.id}`, patch, { ...native, "If-Match": `"${created.revision}"` });
    const after = await named("Shop 2");
    expect(after).toMatchObject({ id: before.id, hide_for_guest: true });
    expect(after.last_active).toBeGreaterThan(0);
  });

  it("keeps its number when the node reports for the first time", async () => {
    await makeDevice({ node: "db-1", name: "Database" });
    const before = await named("Database");
    expect(before.last_active).toBe(never);
    await api.report("db-1");
    const after = await named("Database");
    expect(after.id).toBe(before.id);
    expect(after.last_active).toBeGreaterThan(0);
    expect((await servers()).map(({ name }) => name)).not.toContain("db-1");
  });

  it("is pushed by /ws as it is listed, the highest index first, then by id", async () => {
    const { servers: pushed } = await firstFrame(T);
    expect(pushed[0]).toMatchObject({ Name: "Shop 2", Tag: "web", DisplayIndex: 7, HideForGuest: true });
    const rest = pushed.slice(1).map(({ ID }) => ID);
    expect(rest).toEqual([...rest].sort((one, other) => one - other));
    expect(new Set(pushed.map(({ ID }) => ID))).toEqual(new Set((await servers()).map(({ id }) => id)));
  });

  it("is told to nobody who may read nodes alone: they see nodes by their own names, and no other devices", async () => {
    const token = await makeToken({ scopes: ["node:read"] });
    const { body } = await ask<NezhaServerList>("GET", "/api/v1/server/list", { Authorization: token });
    expect(body.result?.map(({ name }) => name).sort()).toEqual(["db-1", "web-1"]);
    const { servers: pushed } = await firstFrame({ Authorization: token });
    expect(pushed.map(({ Name }) => Name).sort()).toEqual(["db-1", "web-1"]);
  });
});

function post(body: string, headers: Record<string, string> = T, query = ""): Promise<TestAnswer<unknown>> {
  return api
    .post(register + query, body, headers)
    .then((answer) => expectNezhaAnswer("POST", register + query, answer));
}

function firstFrame(headers: Record<string, string>): Promise<NezhaFrame> {
  const client = new WebSocket(`${api.url.replace("http", "ws")}/ws`, { headers });
  return new Promise((resolve, reject) => {
    client.once("error", reject);
    client.once("message", (data) => {
      client.close();
      resolve(JSON.parse(data.toString()) as NezhaFrame);
    });
  });
}

async function ask<Body>(method: string, path: string, headers: Record<string, string> = T) {
  return expectNezhaAnswer(method, path, await api.send<Body>(method, path, undefined, headers));
}

async function servers(): Promise<NezhaServer[]> {
  return (await ask<NezhaServerList>("GET", "/api/v1/server/list")).body.result ?? [];
}

async function named(name: string): Promise<NezhaServer> {
  const found = (await servers()).find((server) => server.name === name);
  if (found === undefined) throw new Error(`there is no server ${name}`);
  return found;
}

async function makeDevice(input: object): Promise<{ id: string; revision: number }> {
  const { status, text, body } = await api.send<{ id: string; revision: number }>(
    ...(["POST", "/api/v2/devices", input, native] as const),
  );
  if (status !== 201) throw new Error(text);
  return body;
}

async function makeToken(input: object): Promise<string> {
  const made = await api.send<{ token: string }>("POST", "/api/v2/tokens", { label: "test", ...input }, native);
  return made.body.token;
}
