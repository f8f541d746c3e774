import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testKey, workspace } from "../../testing/test-api.js";
import { createTestHistory, type TestHistory } from "../../testing/test-history.js";
import { type Browser, createTestIdentity, password, type TestIdentity } from "../../testing/test-identity.js";
import type { AuditEntry, AuditList } from "./dto-audit.js";

const key = { "X-API-Key": testKey };
const startMs = Date.UTC(2026, 9, 1);

let history: TestHistory;
let test: TestIdentity;
let browsers: Record<"owner" | "admin" | "viewer" | "limited" | "stranger" | "keeper", Browser>;

beforeAll(async () => {
  history = await createTestHistory();
  const made = { kind: "device", actorKind: "user", actorId: "ada", actorName: "Ada", document: "{}" };
  const revisions = Array.from({ length: 5 }, (_, number) => ({
    ...{ ...made, id: number < 3 ? "till" : "door", action: number === 4 ? "deleted" : "patched" },
    ...{ atMs: BigInt(startMs + number * 1_000), requestId: `request-${number}` },
  }));
  const came = {
    method: "password",
    address: "192.0.2.7",
    requestId: "request-9",
    count: 1,
    atMs: BigInt(startMs + 2_000),
  };
  await history.landAudit(workspace, {
    revisions: [...revisions, { ...revisions[0], kind: "token", id: "token-1", actorId: "bob", actorName: "Bob" }],
    signIns: [
      { ...came, id: "a", action: "signed-in", userId: "ada", userName: "Ada" },
      { ...came, id: "b", action: "locked-out", userId: "ada", userName: "Ada" },
    ],
  });
  await history.landAudit("_", {
    revisions: [{ ...revisions[0], kind: "user", id: "ada", action: "created" }],
    signIns: [{ ...came, id: "c", action: "refused" }],
  });
  await history.landAudit("other", { revisions: [{ ...revisions[0], id: "secret-thing" }] });
  test = await createTestIdentity({ api: { history: history.reads } });
  const member = async (email: string, more: Parameters<TestIdentity["addUser"]>[1]) => {
    await test.addUser(email, more);
    const browser = test.browser();
    expect((await browser.send("POST", "/api/v2/auth/login", { login: email, password })).status).toBe(200);
    return browser;
  };
  browsers = {
    owner: await member("owner@example.org", { role: "owner" }),
    admin: await member("admin@example.org", { role: "admin" }),
    viewer: await member("viewer@example.org", { role: "viewer" }),
    limited: await member("limited@example.org", { role: "admin", projectIds: [] }),
    stranger: await member("stranger@example.org", { role: null }),
    keeper: await member("keeper@example.org", { role: null, document: { administrator: true } }),
  };
});

afterAll(async () => {
  await test?.close();
  await history?.close();
});

async function entries(query = "", headers: Record<string, string> = {}): Promise<AuditEntry[]> {
  const answer = await test.api.get<AuditList>(`/api/v2/audit${query}`, { ...key, ...headers });
  expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
  return answer.body.entries;
}

function brief({ workspace: ws, type, action, document, actor }: AuditEntry): string {
  return [ws, type, action, document === null ? "-" : `${document.kind}/${document.id}`, actor?.name ?? "-"].join(" ");
}

describe("the audit", () => {
  it("has the installation's alone for an administrator who is no member", async () => {
    const { status, body } = await browsers.keeper.send<AuditList>("GET", "/api/v2/audit");
    expect(status).toBe(200);
    expect(new Set(body.entries.map((entry) => entry.workspace))).toEqual(new Set(["_"]));
    expect((await browsers.keeper.send("GET", "/api/v2/audit", undefined, { "X-Workspace": workspace })).status).toBe(
      404,
    );
  });

  it("has changes and sign-ins, the newest first, and the installation's for an administrator", async () => {
    const found = await entries();
    expect(found.map(brief)).toEqual([
      "default change deleted device/door Ada",
      "default change patched device/door Ada",
      "_ sign-in refused - -",
      "default sign-in locked-out - Ada",
      "default sign-in signed-in - Ada",
      "default change patched device/till Ada",
      "default change patched device/till Ada",
      "_ change created user/ada Ada",
      "default change patched token/token-1 Bob",
      "default change patched device/till Ada",
    ]);
    expect(found[4]).toEqual({
      at: "2026-10-01T00:00:02.000Z",
      ...{ type: "sign-in", action: "signed-in", workspace: "default" },
      actor: { kind: "user", id: "ada", name: "Ada" },
      ...{ document: null, method: "password", address: "192.0.2.7", request_id: "request-9", count: 1 },
    });
    expect(JSON.stringify(found)).not.toContain("secret-thing");
  });

  it.each([
    ["?type=sign-in", 3],
    ["?actor=bob", 1],
    ["?actor=Bob", 1],
    ["?kind=device", 5],
    ["?kind=device&id=door", 2],
    ["?action=deleted", 1],
    ["?from=2026-10-01T00:00:02Z&to=2026-10-01T00:00:04Z", 5],
    ["?to=2026-10-01T00:00:00Z", 0],
    ["?kind=tag", 0],
    ["?type=sign-in&kind=device", 0],
  ])("is looked through with %s", async (query, count) => {
    expect(await entries(query)).toHaveLength(count);
  });

  it("comes in pages that miss and double nothing", async () => {
    const whole = await entries();
    const paged: AuditEntry[] = [];
    let cursor = "";
    for (let page = 0; page < 20; page += 1) {
      const { body } = await test.api.get<AuditList>(`/api/v2/audit?limit=3${cursor}`, key);
      paged.push(...body.entries);
      if (body.next_cursor === null) break;
      cursor = `&cursor=${body.next_cursor}`;
    }
    expect(paged).toEqual(whole);
  });

  it("is of the workspace that is named", async () => {
    expect((await entries("", { "X-Workspace": "_" })).map(brief)).toEqual([
      "_ sign-in refused - -",
      "_ change created user/ada Ada",
    ]);
    expect(await entries("", { "X-Workspace": "default" })).toHaveLength(8);
    expect((await test.api.get("/api/v2/audit", { ...key, "X-Workspace": "other" })).status).toBe(404);
  });

  it.each([
    ["owner", undefined, 200],
    ["admin", undefined, 200],
    ["viewer", undefined, 403],
    ["limited", undefined, 403],
    ["stranger", undefined, 403],
    ["owner", "_", 403],
    ["stranger", "_", 403],
    ["owner", "other", 404],
    ["viewer", "nowhere", 403],
  ] as const)("for the %s, of %s: %i", async (who, named, status) => {
    const headers: Record<string, string> = named === undefined ? {} : { "X-Workspace": named };
    const answer = await browsers[who].send<AuditList>("GET", "/api/v2/audit", undefined, headers);
    expect(answer.status).toBe(status);
    if (status === 200) expect(answer.body.entries.every((entry) => entry.workspace === workspace)).toBe(true);
  });

  it.each([
    ["?kind=thing", "kind"],
    ["?id=x", "id"],
    ["?from=tomorrow", "from"],
    ["?to=x", "to"],
    ["?cursor=x", "cursor"],
    ["?limit=0", "limit"],
    ["?type=other", "type"],
    ["?unknown=1", "unknown"],
  ])("names what is wrong with %s", async (query, field) => {
    const { status, body } = await test.api.get<{ errors: { field: string }[] }>(`/api/v2/audit${query}`, key);
    expect([status, body.errors.map((error) => error.field)]).toEqual([400, [field]]);
  });
});
