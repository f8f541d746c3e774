import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import type { TokenCreated } from "../generated/configuration/token-controller.js";
import type { HistoryReads } from "../sources.js";
import type { TokenUsage } from "../surfaces/native/dto-token-secrets.js";
import { createTestApi, type TestApi, testKey } from "../testing/test-api.js";

const K = { "X-API-Key": testKey };
let one: TestApi;
/** Another replica, with the same log and the same Redis. */
let other: TestApi;
let silentMs = 0;
let nowOffsetMs = 0;

const history = {
  readNode: async () => undefined,
  listNodes: async () => [],
  storedLogs: async () => [],
  storedLines: async () => [],
  storedLinesAfter: async () => [],
} as unknown as HistoryReads;

beforeAll(async () => {
  one = await createTestApi({ history, now: () => Date.now() + nowOffsetMs });
  const { bus, keyPrefix } = one;
  other = await createTestApi({ history, bus, keyPrefix, now: () => Date.now() + nowOffsetMs });
  await one.report("web-1");
});

afterAll(async () => {
  await other.close();
  await one.close();
});

async function createToken(input: object = {}): Promise<TokenCreated & { token: string }> {
  const made = await one.send<TokenCreated & { token: string }>("POST", "/api/v2/tokens", { label: "CI", ...input }, K);
  expect([made.status, made.text]).toEqual([201, expect.any(String)]);
  await until(async () => (await statusOf(other, made.body.token)) !== 401);
  return made.body;
}

async function statusOf(api: TestApi, token: string, path = "/api/v2/auth/me"): Promise<number> {
  return (await api.get(path, { "X-API-Key": token })).status;
}

const patienceMs = 20_000;

/** Milliseconds until it holds. */
async function until(holds: () => Promise<boolean>): Promise<number> {
  const beganMs = performance.now();
  while (!(await holds())) {
    if (performance.now() - beganMs > patienceMs) throw new Error(`not within ${patienceMs} ms`);
  }
  return performance.now() - beganMs;
}

describe("a token is a credential", () => {
  it.each(["statwire", "peekaping", "hex64", "alphanumeric32"])(
    "in the form %s, under every header",
    async (format) => {
      const { token } = await createToken({ format });
      const presented: [path: string, headers: Record<string, string>][] = [
        ["/api/v2/nodes", { "X-API-Key": token }],
        ["/api/v2/nodes", { Authorization: `Bearer ${token}` }],
        ["/stats", { "X-API-Key": token }],
        ["/status", { "X-API-Key": token }],
        ["/status", { Authorization: `Bearer ${token}` }],
        [`/status?apikey=${encodeURIComponent(token)}`, {}],
        ["/api/v1/server/list", { Authorization: token }],
      ];
      for (const [path, headers] of presented) {
        const { status, text } = await other.get(path, headers);
        expect([path, status, text]).toEqual([path, 200, expect.not.stringContaining('"code":403')]);
      }
      expect((await other.get<{ credential: string }>("/api/v2/auth/me", { "X-API-Key": token })).body.credential).toBe(
        "token",
      );
    },
  );

  it("that is nobody's when a character is another", async () => {
    const { token } = await createToken();
    const wrong = token.slice(0, -1) + (token.endsWith("A") ? "B" : "A");
    expect(await statusOf(one, wrong)).toBe(401);
    expect((await one.get("/stats", { "X-API-Key": wrong })).status).toBe(403);
    expect((await one.get("/status", { "X-API-Key": wrong })).status).toBe(401);
    expect((await one.get("/api/v1/server/list", { Authorization: wrong })).text).toContain('"code":403');
  });

  it("until it expires", async () => {
    const { token } = await createToken({ expires_at: new Date(Date.now() + 60_000).toISOString() });
    expect(await statusOf(other, token)).toBe(200);
    nowOffsetMs = 61_000;
    expect(await statusOf(other, token)).toBe(401);
    nowOffsetMs = 0;
  });

  it("that changes nothing when it is read-only, whatever is asked of which surface", async () => {
    const { token } = await createToken({ access: "read-only" });
    const headers = { "X-API-Key": token };
    expect((await one.get("/api/v2/tags", headers)).status).toBe(200);
    expect((await one.send("POST", "/api/v2/tags", { name: "one" }, headers)).status).toBe(403);
    expect((await one.send("POST", "/stats/refresh", {}, headers)).status).toBe(403);
    expect((await one.send("POST", "/scheduler/control", { action: "stop" }, headers)).status).toBe(403);
    expect(
      (await one.send("POST", "/api/v2/query", { nodes: ["none"], metrics: ["system.cpu.time"] }, headers)).status,
    ).toBe(404);
  });
});

describe("a revoked token", () => {
  const deadAfterMs = async (id: string, token: string) => {
    const deleted = await one.send("DELETE", `/api/v2/tokens/${id}`, undefined, { ...K, "If-Match": "*" });
    expect(deleted.status).toBe(204);
    return until(async () => (await statusOf(other, token)) === 401);
  };

  it("is dead on another replica within a second, and so is what it had open", async () => {
    const { id, token } = await createToken();
    const socket = new WebSocket(`${other.url.replace("http", "ws")}/ws`, { headers: { Authorization: token } });
    const closed = new Promise<number>((resolve) => socket.on("close", resolve));
    await new Promise((resolve) => socket.on("message", resolve));
    await deadAfterMs(id, token);
    expect(await closed).toBe(1008);
    expect(await statusOf(one, token)).toBe(401);
    // A busy machine makes it later, so that the soonest of several counts.
    const another = async () => {
      const { id, token } = await createToken();
      return deadAfterMs(id, token);
    };
    await expect.poll(another).toBeLessThan(1_000);
  });
});

describe("a rotated token", () => {
  it("has a new text at once, and the old one for as long as the overlap says", async () => {
    const made = await createToken({ label: "deploy" });
    const rotate = (body: object) => one.send<TokenCreated>("POST", `/api/v2/tokens/${made.id}/rotate`, body, K);
    const { status, body } = await rotate({ overlap_seconds: 60 });
    const next = body.token as string;
    expect([status, body.label, body.id, next === made.token]).toEqual([200, "deploy", made.id, false]);
    await until(async () => (await statusOf(other, next)) === 200);
    expect(await statusOf(other, made.token)).toBe(200);
    nowOffsetMs = 61_000;
    expect([await statusOf(other, made.token), await statusOf(other, next)]).toEqual([401, 200]);
    nowOffsetMs = 0;
    const last = (await rotate({})).body.token as string;
    expect([await statusOf(one, next), await statusOf(one, made.token), await statusOf(one, last)]).toEqual([
      401, 401, 200,
    ]);
    const read = await one.get(`/api/v2/tokens/${made.id}`, K);
    for (const text of [made.token, next, last]) expect(read.text).not.toContain(text);
    const past = await one.get(`/api/v2/tokens/${made.id}/history`, K);
    expect(past.text).not.toMatch(/sha256|credentials/);
  });

  it("is not there for who may not know of it", async () => {
    expect((await one.send("POST", "/api/v2/tokens/none/rotate", {}, K)).status).toBe(404);
    const { id } = await createToken();
    expect(
      (await one.send("POST", `/api/v2/tokens/${id}/rotate`, {}, { ...K, "X-Workspace": "elsewhere" })).status,
    ).toBe(404);
    expect((await one.send("POST", `/api/v2/tokens/${id}/rotate`, { overlap_seconds: -1 }, K)).status).toBe(400);
  });
});

describe("uses of a token", () => {
  it("are as many as it is good for, of several at once on two replicas", async () => {
    const made = await one.send<TokenCreated & { token: string }>(
      "POST",
      "/api/v2/tokens",
      { label: "once", uses_max: 5 },
      K,
    );
    const { id, token } = made.body;
    await until(async () => (await other.get(`/api/v2/tokens/${id}`, K)).status === 200);
    const statuses = await Promise.all(
      Array.from({ length: 24 }, (_, index) => statusOf(index % 2 ? one : other, token)),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(5);
    expect(statuses.filter((status) => status === 401)).toHaveLength(19);
    const usages = await Promise.all(
      [one, other].map((replica) => replica.get<TokenUsage>(`/api/v2/tokens/${id}/usage`, K)),
    );
    expect(usages.map(({ body }) => body.use_count)).toEqual([5, 5]);
    // One replica may have let all of them through: the other hears of the time later.
    expect(usages.map(({ body }) => body.last_used_at)).toContainEqual(expect.any(String));
  });

  it("stay used when Redis is emptied: a used-up token is refused, another begins no earlier than its last tenth", async () => {
    const spend = async (token: string, count: number) => {
      const statuses: number[] = [];
      for (let use = 0; use < count; use += 1) statuses.push(await statusOf(use % 2 ? one : other, token));
      return statuses;
    };
    const make = async (usesMax: number) => {
      const made = await one.send<TokenCreated & { token: string }>(
        "POST",
        "/api/v2/tokens",
        { label: "spent", uses_max: usesMax },
        K,
      );
      await until(async () => (await other.get(`/api/v2/tokens/${made.body.id}`, K)).status === 200);
      return made.body;
    };
    const [few, many] = [await make(3), await make(20)];
    expect(await spend(few.token, 4)).toEqual([200, 200, 200, 401]);
    expect(await spend(many.token, 11)).toEqual(Array(11).fill(200));
    await one.store.run((client) => client.unlink([few, many].map(({ id }) => `${one.keyPrefix}token-uses:${id}`)));
    expect((await one.get<TokenCreated>(`/api/v2/tokens/${many.id}`, K)).body.uses_noted).toBe(10);
    await until(async () => (await other.get<TokenCreated>(`/api/v2/tokens/${few.id}`, K)).body.uses_noted === 3);
    expect(await spend(few.token, 2)).toEqual([401, 401]);
    expect(await spend(many.token, 11)).toEqual([...Array(10).fill(200), 401]);
    const { body } = await one.get<TokenUsage>(`/api/v2/tokens/${few.id}/usage`, K);
    expect(body.use_count).toBe(3);
  });

  it("count once a request, however often it presents the token", async () => {
    const { id, token } = await createToken();
    const uses = async () => (await one.get<TokenUsage>(`/api/v2/tokens/${id}/usage`, K)).body.use_count;
    await other.uses.flush();
    const before = await uses();
    await one.get("/api/v2/auth/me", { "X-API-Key": token, Authorization: `Bearer ${token}` });
    expect(await uses()).toBe(before + 1);
    await one.uses.flush();
    expect([await uses(), (await other.uses.read(id)).count]).toEqual([before + 1, before + 1]);
  });

  it("are not known of another's token", async () => {
    const { id } = await createToken();
    const headers = { ...K, "X-Workspace": "elsewhere" };
    expect((await one.get(`/api/v2/tokens/${id}/usage`, headers)).status).toBe(404);
  });
});

describe("a replica that hears nothing from the log", () => {
  it("refuses tokens with 503 after 15 seconds, and has the installation's key go on", async () => {
    const { token } = await createToken({ format: "hex64" });
    const deaf = await createTestApi({
      ...{ history, bus: one.bus, keyPrefix: one.keyPrefix },
      tokenControl: (known) => ({ ...known, silentMs: () => silentMs }),
    });
    expect(await statusOf(deaf, token)).toBe(200);
    silentMs = 15_001;
    const refused = await deaf.get<{ code: string }>("/api/v2/auth/me", { "X-API-Key": token });
    expect([refused.status, refused.body.code]).toEqual([503, "unavailable"]);
    expect((await deaf.get("/stats", { "X-API-Key": token })).status).toBe(503);
    expect((await deaf.get("/status", { "X-API-Key": token })).status).toBe(503);
    expect((await deaf.get("/api/v1/server/list", { Authorization: token })).status).toBe(503);
    expect(await statusOf(deaf, testKey)).toBe(200);
    expect(await statusOf(deaf, "not even written like one")).toBe(401);
    await deaf.close();
  });
});
