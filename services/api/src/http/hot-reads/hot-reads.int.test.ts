import { mkdtempSync, rmSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ControlPlane, tokenDigest } from "@statwire/control-plane";
import { flushSnapshots } from "@statwire/snapshot-store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SystemSnapshots } from "../../surfaces/v6direct/dto.js";
import { createTestApi, type TestApi, type TestApiOptions, testKey } from "../../testing/test-api.js";
import { createTestHistory, type TestHistory } from "../../testing/test-history.js";
import { serveHttps } from "../../testing/test-https.js";

const K = { "X-API-Key": testKey };
const paths = ["/stats", "/stats?node=web-1", "/stats/cpu", "/api/v2/nodes/web-1"];

/** At this time by the tests' clock both answer, so that ages and statuses are the same. */
const clock = { offsetMs: 0 };
const logLines = { hot: [] as string[], plain: [] as string[] };
let history: TestHistory;
let hot: TestApi;
let plain: TestApi;

beforeAll(async () => {
  history = await createTestHistory();
  const now = () => Date.now() + clock.offsetMs;
  const options: TestApiOptions = { history: history.reads, now };
  hot = await createTestApi({ ...options, onLogLine: (line) => logLines.hot.push(line) });
  const shared = { bus: hot.bus, keyPrefix: hot.keyPrefix, withoutHotReads: true };
  plain = await createTestApi({ ...options, ...shared, onLogLine: (line) => logLines.plain.push(line) });
  await hot.report("web-1");
  await hot.reportSurveys("web-1");
});

afterAll(async () => {
  await plain.close();
  await hot.close();
  await history.close();
});

describe("a read in front of Express", () => {
  it.each(paths)("answers %s as Express does, whatever the headers", async (path) => {
    const requests: Record<string, string>[] = [
      K,
      { ...K, "X-Request-Id": "given-1", Origin: "https://example.org", Accept: "text/html" },
      { ...K, "If-None-Match": "*" },
      { ...K, "If-None-Match": '"x"', "If-Modified-Since": new Date().toUTCString() },
      { ...K, Cookie: "statwire_session=x" },
      { ...K, Authorization: "Bearer wrong" },
      { Authorization: `Bearer ${testKey}` },
      { "X-API-Key": "wrong" },
      { "X-API-Key": "" },
      {},
    ];
    for (const headers of requests) await expectSame("GET", path, headers);
    await expectSame("HEAD", path, K);
    await expectSame("POST", path, K);
  });

  it.each([
    ...[
      "/stats?node=",
      "/stats?node=web-1&node=web-1",
      "/stats?x=1",
      "/stats?node=nobody",
      "/stats/",
      "/stats/cpu?limit=0",
    ],
    ...[
      "/api/v2/nodes/nobody",
      "/api/v2/nodes/web-1?x=1",
      "/api/v2/nodes/web%2D1",
      "/api/v2/nodes/..",
      "/api/v2/nodes/web-1/",
    ],
  ])("answers %s as Express does", async (path) => {
    await expectSame("GET", path, K);
  });

  it("is what answers, not Express twice", async () => {
    const before = logLines.hot.length;
    const { headers } = await hot.get("/stats", { ...K, "X-Request-Id": "once" });
    expect(headers.get("x-request-id")).toBe("once");
    expect(logLines.hot.slice(before).filter((line) => line.includes('"once"'))).toHaveLength(1);
    // Express writes the names of headers as its middleware does, the hot read in the case of Node's list of them.
    const raw = await rawHeaderNames(`${hot.url}/stats`);
    expect(raw).toContain("content-security-policy");
    expect(await rawHeaderNames(`${plain.url}/stats`)).toContain("Content-Security-Policy");
  });

  it("has the same line in the log", async () => {
    for (const api of [hot, plain]) await api.get("/stats?node=web-1", { ...K, "X-Request-Id": "logged" });
    const [mine, theirs] = [logLines.hot, logLines.plain].map((lines) => {
      const { time: _, responseTime, ...line } = JSON.parse(lines.find((text) => text.includes('"logged"')) ?? "{}");
      expect(responseTime).toBeTypeOf("number");
      return line;
    });
    expect(mine).toEqual(theirs);
  });

  it("answers the same to tokens, of this workspace and of another, of all nodes and of some", async () => {
    await createOther(hot.control);
    const tokens = [
      { token: await createToken({}), statuses: [200, 200, 200, 200] },
      { token: otherToken, statuses: [403, 403, 403, 403] },
      { token: await createToken({ project_ids: [] }), statuses: [503, 404, 503, 404] },
    ];
    for (const { token, statuses } of tokens) {
      const seen = [];
      for (const path of paths) seen.push((await expectSame("GET", path, { "X-API-Key": token })).status);
      expect(seen).toEqual(statuses);
    }
  });

  it("answers the same over TLS", async () => {
    const folder = mkdtempSync(join(tmpdir(), "statwire-hot-"));
    const [one, other] = [await serveHttps(hot, join(folder, "hot")), await serveHttps(plain, join(folder, "plain"))];
    for (const path of paths) {
      const [mine, theirs] = [await one.get(path, K), await other.get(path, K)];
      expect([mine.status, ageless(JSON.stringify(mine.body))]).toEqual([
        theirs.status,
        ageless(JSON.stringify(theirs.body)),
      ]);
    }
    one.close();
    other.close();
    rmSync(folder, { recursive: true, force: true });
  });
});

describe("what changes", () => {
  it("is seen by the next read, and the status goes with time", async () => {
    await hot.report("web-1", { cpuUtilization: 0.11 });
    expect((await hot.get("/api/v2/nodes/web-1", K)).text).toContain('"utilization":0.11');
    await hot.report("web-1", { cpuUtilization: 0.22 });
    expect((await hot.get("/api/v2/nodes/web-1", K)).text).toContain('"utilization":0.22');
    clock.offsetMs = 3_600_000;
    const late = await expectSame("GET", "/api/v2/nodes/web-1", K);
    clock.offsetMs = 0;
    expect(late.text).toContain('"status":"stale"');
  });

  it("a pinned reading stays, grows older, and is replaced by a refresh at the other replica", async () => {
    const stop = plain.collect("web-1");
    const first = await hot.get<SystemSnapshots>("/stats", K);
    await hot.report("web-1", { cpuUtilization: 0.9 });
    const second = await hot.get<SystemSnapshots>("/stats", K);
    expect(second.body.timestamp_utc).toBe(first.body.timestamp_utc);
    expect(second.body.cache_age_seconds).toBeGreaterThanOrEqual(first.body.cache_age_seconds);
    expect((await plain.post("/stats/refresh", "{}", K)).status).toBe(200);
    const third = await hot.get<SystemSnapshots>("/stats", K);
    expect([third.body.cpu.usage_percent, third.body.timestamp_utc > first.body.timestamp_utc]).toEqual([75, true]);
    expect((await hot.get("/stats/cpu", K)).body).toEqual(third.body.cpu);
    stop();
  });

  it("a new node that comes first is the one that is meant", async () => {
    await hot.get("/stats", K);
    await hot.report("a-first", { cpuUtilization: 0.33 });
    expect((await hot.get<SystemSnapshots>("/stats", K)).body.cpu.usage_percent).toBe(33);
  });

  it("a flush leaves nothing to be served from memory alone but what was served", async () => {
    const before = await hot.get("/api/v2/nodes/web-1", K);
    await flushSnapshots(hot.store);
    const after = await expectSame("GET", "/api/v2/nodes/nobody", K);
    expect(after.status).toBe(404);
    expect(ageless((await hot.get("/api/v2/nodes/web-1", K)).text)).toBe(ageless(before.text));
  });
});

describe("limits", () => {
  it("count each request once, refuse as Express does, and are shared with it", async () => {
    const limited = await createTestApi({
      history: history.reads,
      bus: hot.bus,
      limits: { native: 5, "v6direct-stats": 3 },
    });
    await limited.report("web-1");
    const shared = { history: history.reads, bus: hot.bus, keyPrefix: limited.keyPrefix, withoutHotReads: true };
    const other = await createTestApi({ ...shared, limits: { native: 5, "v6direct-stats": 3 } });
    const remaining = [];
    for (const api of [limited, other, limited, limited, limited]) {
      remaining.push((await api.get("/api/v2/nodes/web-1", K)).headers.get("ratelimit")?.split(";")[1]);
    }
    expect(remaining).toEqual([" r=4", " r=3", " r=2", " r=1", " r=0"]);
    const [mine, theirs] = [await limited.get("/api/v2/nodes/web-1", K), await other.get("/api/v2/nodes/web-1", K)];
    expect([mine.status, shape(mine)]).toEqual([429, shape(theirs)]);
    // What a node that is not there costs is counted once, too.
    const statuses = [];
    for (const path of ["/stats?node=nobody", "/stats", "/stats", "/stats"]) {
      statuses.push((await limited.get(path, K)).status);
    }
    expect(statuses).toEqual([404, 200, 200, 429]);
    await other.close();
    await limited.close();
  });
});

interface Compared {
  status: number;
  headers: Headers;
  text: string;
}

async function expectSame(method: string, path: string, headers: Record<string, string>): Promise<Compared> {
  const [mine, theirs] = [await ask(hot.url + path, method, headers), await ask(plain.url + path, method, headers)];
  expect(shape(mine)).toEqual(shape(theirs));
  return mine;
}

async function ask(url: string, method: string, headers: Record<string, string>): Promise<Compared> {
  const answer = await fetch(url, { method, headers, redirect: "manual" });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

async function createToken(input: object): Promise<string> {
  const made = await hot.send<{ token: string }>("POST", "/api/v2/tokens", { label: "test", ...input }, K);
  expect(made.status).toBe(201);
  const { token } = made.body;
  await expect.poll(async () => (await plain.get("/api/v2/auth/me", { "X-API-Key": token })).status).toBe(200);
  return token;
}

const otherToken = `sw_${tokenDigest("other").toString("base64url")}`;

/** Another workspace, and an owner's token of it. */
async function createOther(control: ControlPlane): Promise<void> {
  const actor = { kind: "system", id: "test", name: "test" } as const;
  const change = { actor, requestId: "test", atMs: Date.now() };
  const documents = [
    { kind: "workspace" as const, input: { id: "other", name: "Other" } },
    {
      kind: "token" as const,
      input: { label: "other" },
      kept: { display: "", role: "owner" },
      credentials: [{ sha256: tokenDigest(otherToken).toString("hex") }],
    },
  ];
  for (const document of documents) {
    const outcome = await control.change({ verb: "create", workspace: "other", ...document }, change);
    expect(outcome.ok).toBe(true);
  }
}

function rawHeaderNames(url: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    get(url, { headers: K }, (response) => {
      response.resume();
      resolve(response.rawHeaders.filter((_, index) => index % 2 === 0));
    }).once("error", reject);
  });
}

/** All of an answer but what is different each time. */
function shape({ status, headers, text }: Compared): unknown {
  const kept = [...headers].filter(([name]) => name !== "date" && name !== "ratelimit" && name !== "content-length");
  const known = kept.map(([name, value]) =>
    name === "x-request-id" && value.length === 36 ? [name, "made"] : [name, value],
  );
  const counted = headers.get("ratelimit")?.replace(/[rt]=\d+/g, "n");
  return { status, headers: Object.fromEntries(known), counted, text: ageless(text) };
}

/** The age and the request's id differ from one request to the next. */
function ageless(text: string): string {
  return text
    .replace(/"cache_age_seconds":[\d.]+/, '"cache_age_seconds":0')
    .replace(/"request_id":"[0-9a-f-]{36}"/, '"request_id":"made"');
}
