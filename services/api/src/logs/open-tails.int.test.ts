import type { StoredRevision } from "@statwire/control-plane";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import type { TokenCreated } from "../generated/configuration/token-controller.js";
import type { HistoryReads } from "../sources.js";
import { sampleLines } from "../testing/sample-events.js";
import { testKey, workspace } from "../testing/test-api.js";
import { createTestIdentity, password, type TestIdentity } from "../testing/test-identity.js";

const K = { "X-API-Key": testKey };
const patience = { timeout: 10_000, interval: 20 };
const path = "/api/v2/nodes/web-1/logs/syslog/tail?since_line=0";

const history = {
  readNode: async () => undefined,
  listNodes: async () => [],
  storedLogs: async () => [],
  storedLines: async () => [],
  storedLinesAfter: async () => [],
} as unknown as HistoryReads;

let test: TestIdentity;
let project: string;

beforeAll(async () => {
  test = await createTestIdentity({ api: { history, logTailsMax: 100 } });
  await test.api.report("web-1");
  const place = { bootId: 1, sequence: 1, observedAtMs: Date.now() };
  await test.api.keepLines("web-1", "syslog", sampleLines(place, 1, ["session opened"]));
  project = await make("projects", { key: "shop", name: "Shop" });
  await make("devices", { name: "Web", node: "web-1", project_id: project });
});

afterAll(() => test.close());

async function make(plural: string, body: object): Promise<string> {
  const made = await test.api.send<{ id: string }>("POST", `/api/v2/${plural}`, body, K);
  expect([made.status, made.text]).toEqual([201, expect.any(String)]);
  return made.body.id;
}

const change = (plural: string, id: string, body: object) =>
  test.api.send("PATCH", `/api/v2/${plural}/${id}`, body, { ...K, "If-Match": "*" });

interface Tail {
  status: number;
  isOpen(): boolean;
  close(): Promise<void>;
}

/** A tail that has sent its first line. */
async function open(headers: Record<string, string>): Promise<Tail> {
  const left = new AbortController();
  const response = await fetch(test.api.url + path, { headers, signal: left.signal });
  let isOpen = true;
  let text = "";
  const ended = (async () => {
    for await (const chunk of response.body ?? []) text += Buffer.from(chunk).toString();
  })()
    .catch((error: unknown) => {
      if (!left.signal.aborted) throw error;
    })
    .finally(() => {
      isOpen = false;
    });
  if (response.status === 200) await expect.poll(() => text, patience).toContain("session opened");
  return {
    status: response.status,
    isOpen: () => isOpen,
    close: () => {
      left.abort();
      return ended;
    },
  };
}

const isOver = (tail: Tail) => expect.poll(() => tail.isOpen(), patience).toBe(false);

async function createToken(input: object = {}): Promise<{ id: string; headers: { "X-API-Key": string } }> {
  const { body } = await test.api.send<TokenCreated>("POST", "/api/v2/tokens", { label: "CI", ...input }, K);
  return { id: body.id, headers: { "X-API-Key": body.token as string } };
}

/** A browser in which somebody is signed in, and what it sends. */
async function signIn(email: string) {
  const browser = test.browser();
  const { status } = await browser.send("POST", "/api/v2/auth/login", { login: email, password });
  expect(status).toBe(200);
  return { browser, headers: { Cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ") } };
}

async function accessToken(email: string): Promise<{ Authorization: string }> {
  const { body } = await test.api.send<{ access_token: string }>("POST", "/api/v2/auth/tokens", {
    login: email,
    password,
  });
  return { Authorization: `Bearer ${body.access_token}` };
}

function membershipOf(userId: string): StoredRevision {
  return test.control.named(workspace, "membership", "user_id", userId) as StoredRevision;
}

describe("a stream that a token has opened", () => {
  it.each([
    ["its scopes", { scopes: ["node:read"] }],
    ["its projects", { project_ids: [] }],
    ["what it may change", { access: "read-write" }],
  ])("ends when %s are others, and no other one does", async (_what, patch) => {
    const [changed, same] = [await createToken(), await createToken()];
    const [tail, other] = [await open(changed.headers), await open(same.headers)];
    const socket = new WebSocket(`${test.api.url.replace("http", "ws")}/ws`, {
      headers: { Authorization: changed.headers["X-API-Key"] },
    });
    const closed = new Promise<number>((resolve) => socket.on("close", resolve));
    await new Promise((resolve) => socket.on("message", resolve));
    expect((await change("tokens", changed.id, patch)).status).toBe(200);
    await isOver(tail);
    expect(await closed).toBe(1008);
    expect(other.isOpen()).toBe(true);
    await other.close();
  });

  it("ends when its owner's membership is limited, and is opened again within that", async () => {
    const userId = await test.addUser("grace@example.org", { role: "admin" });
    const { browser } = await signIn("grace@example.org");
    const made = await browser.send<TokenCreated>("POST", "/api/v2/tokens", { label: "hers" });
    const headers = { "X-API-Key": made.body.token as string };
    const tail = await open(headers);
    await change("memberships", membershipOf(userId).id, { project_ids: [project] });
    await isOver(tail);
    const again = await open(headers);
    expect(again.status).toBe(200);
    await again.close();
    await change("memberships", membershipOf(userId).id, { project_ids: [] });
    await expect.poll(async () => (await open(headers)).status, patience).toBe(404);
  });
});

describe("a stream of somebody who is signed in", () => {
  it("ends with the session, and not with another one of the same user", async () => {
    await test.addUser("ada@example.org");
    const [one, other] = [await signIn("ada@example.org"), await signIn("ada@example.org")];
    const [tail, second] = [await open(one.headers), await open(other.headers)];
    expect((await one.browser.send("POST", "/api/v2/auth/logout")).status).toBe(204);
    await isOver(tail);
    expect(second.isOpen()).toBe(true);
    const { id } = test.control.named("_", "user", "email", "ada@example.org") as StoredRevision;
    await change("users", id, { active: false });
    await isOver(second);
  });

  it.each(["session", "access token"])("opened with a %s ends when a membership is another", async (kind) => {
    const email = `${kind.replace(" ", "-")}@example.org`;
    const userId = await test.addUser(email);
    const headers = kind === "session" ? (await signIn(email)).headers : await accessToken(email);
    const tail = await open(headers);
    await change("memberships", membershipOf(userId).id, { project_ids: [] });
    await isOver(tail);
  });

  it("ends with the access token, and with a session that nothing else uses", async () => {
    await test.addUser("bob@example.org");
    const byToken = await open(await accessToken("bob@example.org"));
    const bySession = await open((await signIn("bob@example.org")).headers);
    test.advance(16 * 60_000);
    await isOver(byToken);
    expect(bySession.isOpen()).toBe(true);
    test.advance(test.deps.policy.sessionIdleMs);
    await isOver(bySession);
  });
});
