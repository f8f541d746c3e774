import { tokenDigest } from "@statwire/control-plane";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectNezhaAnswer } from "../../testing/nezha-contract.js";
import { testKey, workspace } from "../../testing/test-api.js";
import { type Browser, createTestIdentity, password, type TestIdentity } from "../../testing/test-identity.js";
import type { NezhaServer, NezhaServerList } from "./dto.js";
import type { NezhaSearch, NezhaServerSaved, NezhaTokenList, NezhaTokenMade } from "./dto-admin.js";
import { operations } from "./operations.js";

const signInNeeded = { code: 403, message: "访问此接口需要登录" };
const text32 = /^[0-9A-Za-z]{32}$/;

let test: TestIdentity;
let ada: Browser;

beforeAll(async () => {
  test = await createTestIdentity();
  await test.api.report("web-1");
  await test.addUser("ada@example.org", { role: "owner" });
  ada = await signedIn("ada@example.org");
});

afterAll(() => test.close());

describe("who is let in", () => {
  it("case 29: nobody with a token, or with nothing", async () => {
    const all: Record<string, string>[] = [{}, { Authorization: testKey }, { "X-API-Key": testKey }];
    for (const headers of all) {
      const answer = expectNezhaAnswer("GET", "/api/token", await test.api.get("/api/token", headers));
      expect([answer.status, answer.body]).toEqual([200, signInNeeded]);
      const made = await test.api.send("POST", "/api/server", { Name: "x" }, headers);
      expect([made.status, made.body]).toEqual([200, signInNeeded]);
    }
  });

  it("nobody whose session did not send the change: without its CSRF token nothing is done", async () => {
    const { body } = await ask("POST", "/api/server", { Name: "foreign" }, { "X-CSRF-Token": "wrong" });
    expect(body).toMatchObject({ code: 403 });
    expect((await servers()).map(({ name }) => name)).not.toContain("foreign");
  });

  it("a member who may not is told so", async () => {
    await test.addUser("eve@example.org", { role: "viewer" });
    const eve = await signedIn("eve@example.org");
    for (const [method, path, body] of [
      ["GET", "/api/token", undefined],
      ["POST", "/api/token", {}],
      ["POST", "/api/server", { Name: "x" }],
      ["POST", "/api/batch-delete-server", [1]],
    ] as const) {
      const answer = expectNezhaAnswer(method, path, await eve.send(method, path, body));
      expect(answer.body, path).toEqual({ code: 403, message: expect.stringMatching(/^you may not/) });
    }
  });

  it("the API with tokens takes a session, too", async () => {
    const { body } = await ask<NezhaServerList>("GET", "/api/v1/server/list");
    expect([body.code, body.result?.[0]?.name]).toEqual([0, "web-1"]);
  });
});

describe("tokens", () => {
  it("makes one that is shown once, and lists what is left of it", async () => {
    const made = await makeToken("Hall");
    expect(made).toEqual({ token: expect.stringMatching(text32), note: "Hall", id: expect.any(String) });
    const listed = (await tokens()).find(({ id }) => id === made.id);
    expect(listed).toEqual({ token: `${made.token.slice(0, 8)}...${made.token.slice(-4)}`, note: "Hall", id: made.id });
    const stored = test.api.control.get({ workspace, kind: "token", id: made.id });
    expect(stored?.document).toMatchObject({ format: "alphanumeric32", label: "Hall" });
    expect(stored?.credentials).toEqual([{ sha256: tokenDigest(made.token).toString("hex") }]);
  });

  it("one reads servers and registers new ones, and does nothing else", async () => {
    const { token } = await makeToken("");
    const T = { Authorization: token };
    expect((await test.api.get<NezhaServerList>("/api/v1/server/list", T)).body.code).toBe(0);
    expect((await test.api.post("/api/v1/server/register", '{"Name":"by token"}', T)).body).toMatchObject({
      code: 200,
    });
    expect((await test.api.get("/api/token", T)).body).toEqual(signInNeeded);
    const elsewhere = { "X-API-Key": token };
    expect((await test.api.get("/api/v2/nodes/web-1", elsewhere)).status).toBe(200);
    expect((await test.api.get("/api/v2/tokens", elsewhere)).status).toBe(403);
    expect((await test.api.send("POST", "/api/v2/tags", { name: "x" }, elsewhere)).status).toBe(403);
  });

  it.each([
    ["its text", ({ token }: { token: string; id: string }) => token],
    ["what the list shows of it", ({ token }) => `${token.slice(0, 8)}...${token.slice(-4)}`],
    ["its id", ({ id }) => id],
  ] as [string, (made: { token: string; id: string }) => string][])("deletes one by %s", async (_, nameOf) => {
    const made = await makeToken("short-lived");
    const headers = { Authorization: made.token };
    expect((await test.api.get<NezhaServerList>("/api/v1/server/list", headers)).body.code).toBe(0);
    const { body } = await ask("DELETE", `/api/token/${nameOf(made)}`);
    expect(body).toEqual({ code: 200, message: "success" });
    expect((await test.api.get<NezhaServerList>("/api/v1/server/list", headers)).body.code).toBe(403);
    const again = await ask("DELETE", `/api/token/${nameOf(made)}`);
    expect([again.status, again.body]).toEqual([200, { code: 400, message: "token 不存在" }]);
  });

  it("a note that is too long is refused by name", async () => {
    const { body } = await ask("POST", "/api/token", { Note: "x".repeat(256) });
    expect(body).toEqual({ code: 400, message: "请求错误：Note: may have at most 255 characters" });
  });
});

describe("servers", () => {
  it("makes one, shows its secret once, and changes it", async () => {
    const form = { Name: "till", Tag: "shop", DisplayIndex: 5, Note: "n", PublicNote: "p", HideForGuest: "on" };
    const { body } = await ask<NezhaServerSaved>("POST", "/api/server", form);
    const secret = body.result?.secret ?? "";
    expect(secret).toMatch(/^[0-9A-Za-z]{18}$/);
    const server = await named("till");
    expect(server).toMatchObject({ tag: "shop", display_index: 5, hide_for_guest: true });
    const changed = await ask("POST", "/api/server", { ID: server.id, Name: "till 2", Secret: "a1B2c3D4e5F6g7H8i9" });
    expect(changed.body).toEqual({ code: 200 });
    // A box that is not ticked is not sent; texts that are not sent stay.
    expect(await named("till 2")).toEqual({ ...server, name: "till 2", hide_for_guest: false });
    const device = [...test.api.control.list(workspace, "device")].find(({ document }) => document.name === "till 2");
    expect(device?.document).toMatchObject({ notes: "n", public_notes: "p", group: "shop" });
    expect(device?.credentials).toEqual([{ sha256: tokenDigest("a1B2c3D4e5F6g7H8i9").toString("hex") }]);
    expect(JSON.stringify(await servers())).not.toContain(secret);
  });

  it("makes a device of a node that is named anew", async () => {
    const before = await named("web-1");
    await ask("POST", "/api/server", { ID: before.id, Name: "Shop", Tag: "web" });
    const after = await named("Shop");
    expect(after).toMatchObject({ id: before.id, tag: "web" });
    expect(after.last_active).toBeGreaterThan(0);
  });

  it.each([
    ["no name", {}, "Name: is required"],
    ["an empty name", { Name: "" }, "Name: needs at least 1 characters"],
    ["an index that is no number", { Name: "x", DisplayIndex: "1" }, "DisplayIndex: expected a whole number"],
    ["an unknown id", { ID: 99_999, Name: "x" }, "ID: there is no server 99999"],
    ["a short secret", { Name: "x", Secret: "short" }, "Secret: expected 18 letters and digits"],
    ["names of others", { Name: "x", EnableDDNS: "on" }, "EnableDDNS: nobody's name servers are changed from here"],
    ["their profiles", { Name: "x", DDNSProfilesRaw: "[1]" }, "DDNSProfilesRaw: there are no profiles here"],
  ])("%s is refused by name", async (_, form, reason) => {
    const { status, body } = await ask("POST", "/api/server", form);
    expect([status, body]).toEqual([200, { code: 400, message: `请求错误：${reason}` }]);
    expect((await servers()).map(({ name }) => name)).not.toContain("x");
  });

  it("a body that is no JSON is refused", async () => {
    const csrf = ada.cookies.get("statwire_csrf") ?? "";
    const cookie = [...ada.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await test.api.post("/api/server", "{", { Cookie: cookie, "X-CSRF-Token": csrf });
    expectNezhaAnswer("POST", "/api/server", answer);
    expect(answer.body).toEqual({ code: 400, message: expect.stringMatching(/^请求错误：The body is not JSON/) });
  });

  it("finds servers by id, name, group and notes", async () => {
    await ask("POST", "/api/server", { Name: "Alpha", Tag: "left", Note: "under the stairs" });
    const { id } = await named("Alpha");
    const entry = { name: "Alpha", value: id, text: "Alpha" };
    for (const word of [String(id), "lph", "LEFT", "stairs"]) {
      const { body } = await ask<NezhaSearch>("GET", `/api/search-server?word=${encodeURIComponent(word)}`);
      expect(body.results, word).toContainEqual(entry);
    }
    const none = await ask("GET", "/api/search-server?word=nothing-has-it");
    expect(none.body).toEqual({ success: true, results: [] });
  });

  it("puts several into a group, or none when one is unknown", async () => {
    const ids = await make("g1", "g2");
    const wrong = await ask("POST", "/api/batch-update-server-group", { Servers: [...ids, 99_999], Group: "no" });
    expect(wrong.body).toEqual({ code: 400, message: "请求错误：Servers: there is no server 99999" });
    expect(await Promise.all(["g1", "g2"].map(named))).toMatchObject([{ tag: "" }, { tag: "" }]);
    expect((await ask("POST", "/api/batch-update-server-group", { Servers: ids, Group: "yes" })).body).toEqual({
      code: 200,
    });
    expect(await Promise.all(["g1", "g2"].map(named))).toMatchObject([{ tag: "yes" }, { tag: "yes" }]);
  });

  it("deletes several, or none when one is unknown or a node itself", async () => {
    await test.api.report("web-2");
    const ids = await make("b1", "b2");
    const plain = await named("web-2");
    for (const wrong of [99_999, plain.id]) {
      const { body } = await ask("POST", "/api/batch-delete-server", [...ids, wrong]);
      expect(body).toMatchObject({ code: 400, message: expect.stringContaining(`server ${wrong}`) });
    }
    expect((await servers()).map(({ name }) => name)).toEqual(expect.arrayContaining(["b1", "b2", "web-2"]));
    expect((await ask("POST", "/api/batch-delete-server", ids)).body).toEqual({ code: 200 });
    const left = (await servers()).map(({ name }) => name);
    expect([left.includes("b1"), left.includes("b2"), left.includes("web-2")]).toEqual([false, false, true]);
  });

  it("deletes one; its node stays under its own name", async () => {
    await test.api.report("web-3");
    const { id } = await named("web-3");
    await ask("POST", "/api/server", { ID: id, Name: "Renamed" });
    expect((await ask("DELETE", `/api/server/${id}`)).body).toEqual({ code: 200 });
    expect(await named("web-3")).toMatchObject({ id });
    const again = await ask("DELETE", `/api/server/${id}`);
    expect(again.body).toMatchObject({ code: 400, message: expect.stringContaining('the node "web-3" itself') });
    const unreadable = await ask("DELETE", "/api/server/abc");
    expect(unreadable.body).toMatchObject({ code: 400, message: expect.stringMatching(/^请求错误：id: /) });
  });
});

describe("what reaches into servers", () => {
  const all = operations.filter(({ status }) => status === "refused").map(({ method, path }) => [method, path]);

  it.each(all)("%s %s is refused by design", async (method = "", path = "") => {
    const filled = path.replace("{id}", "1");
    const answer = await ask(method, filled, method === "POST" ? {} : undefined);
    expect([answer.status, answer.body]).toEqual([200, { code: 400, message: expect.stringMatching(/^请求错误：./) }]);
    const guest = await test.api.send(method, filled, undefined, { Authorization: testKey });
    expect([guest.status, guest.body]).toEqual([200, signInNeeded]);
  });
});

describe("unserved paths", () => {
  it.each([
    ["POST", "/api/monitor"],
    ["DELETE", "/api/alert-rule/1"],
    ["GET", "/api/v1/monitor/1"],
  ])("%s %s, which comes later, is 404 in gin's text", async (method, path) => {
    const { status, text } = await ada.send(method, path);
    expect([status, text]).toEqual([404, "404 page not found"]);
  });
});

describe("POST /api/logout", () => {
  it("ends the session", async () => {
    const browser = await signedIn("ada@example.org");
    const kept = new Map(browser.cookies);
    const left = expectNezhaAnswer("POST", "/api/logout", await browser.send("POST", "/api/logout", { ID: 1 }));
    expect(left.body).toEqual({ code: 200 });
    expect(browser.cookies.size).toBe(0);
    for (const [name, value] of kept) browser.cookies.set(name, value);
    expect((await browser.send("GET", "/api/token")).body).toEqual(signInNeeded);
  });
});

async function signedIn(login: string): Promise<Browser> {
  const browser = test.browser();
  const { status } = await browser.send("POST", "/api/v2/auth/login", { login, password });
  expect(status).toBe(200);
  return browser;
}

/** As Ada; the answer is one that the contract knows. */
async function ask<Body = unknown>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  return expectNezhaAnswer(method, path, await ada.send<Body>(method, path, body, headers));
}

async function makeToken(note: string): Promise<{ token: string; note: string; id: string }> {
  const { body } = await ask<NezhaTokenMade>("POST", "/api/token", { Note: note });
  if (body.result === undefined) throw new Error(body.message);
  return body.result;
}

async function tokens() {
  return (await ask<NezhaTokenList>("GET", "/api/token")).body.result ?? [];
}

async function servers(): Promise<NezhaServer[]> {
  return (await ask<NezhaServerList>("GET", "/api/v1/server/list")).body.result ?? [];
}

async function named(name: string): Promise<NezhaServer> {
  const found = (await servers()).find((server) => server.name === name);
  if (found === undefined) throw new Error(`there is no server ${name}`);
  return found;
}

async function make(...names: string[]): Promise<number[]> {
  for (const name of names) await ask("POST", "/api/server", { Name: name });
  return Promise.all(names.map(async (name) => (await named(name)).id));
}
