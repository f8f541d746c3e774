import { mkdtempSync, rmSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ControlPlane, tokenDigest } from "@statwire/control-plane";
import { flushSnapshots } from "@statwire/snapshot-store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SystemSnapshots } from "../../surfaces/v6direct/dto.js";
import { ageless, ask, type Compared, shape } from "../../testing/compared-answers.js";
import { createHotAndPlain, type HotAndPlain } from "../../testing/hot-and-plain.js";
import { createTestApi, type TestApi, testKey } from "../../testing/test-api.js";
import { serveHttps } from "../../testing/test-https.js";

const K = { "X-API-Key": testKey };
/** As Nezha's clients send it. */
const T = { Authorization: testKey };
const paths = ["/stats", "/stats?node=web-1", "/stats/cpu", "/api/v2/nodes/web-1"];
const morePaths = [
  ...["/stats/memory", "/stats/network?node=web-1", "/stats/node", "/stats/history", "/health"],
  ...["/status", "/status?node=web-1", "/cron_tasks", "/metrics/cpu_usage", "/metrics/nothing?node=web-1"],
];
const tokenPaths = ["/api/v1/server/list", "/api/v1/server/details"];

/** By the tests' clock, which stands still while both answer, so that ages, times and statuses are the same. */
const clock: { offsetMs: number; stoodAtMs?: number | undefined } = { offsetMs: 0 };
const logLines = { hot: [] as string[], plain: [] as string[] };
let both: HotAndPlain;
let hot: TestApi;
let plain: TestApi;

beforeAll(async () => {
  const now = () => (clock.stoodAtMs ?? Date.now()) + clock.offsetMs;
  both = await createHotAndPlain({ now, onLogLine: (of, line) => logLines[of].push(line) });
  ({ hot, plain } = both);
});

afterAll(() => both.close());

describe("a read in front of Express", () => {
  it.each([...paths, ...morePaths, ...tokenPaths])("answers %s as Express does, whatever the headers", async (path) => {
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
      ...[T, { ...T, Cookie: "statwire_session=x" }, { ...T, ...K }, { Authorization: "wrong" }, { Authorization: "" }],
    ];
    for (const headers of requests) await expectSame("GET", path, headers);
    for (const method of ["HEAD", "POST", "OPTIONS"]) await expectSame(method, path, { ...K, ...T });
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
    ...["/stats/memory?node=nobody", "/stats/network?interface=lo", "/stats/history?limit=1", "/stats/history?limit=0"],
    ...["/status?node=nobody", "/cron_tasks?apikey=x", "/metrics/web-1", "/health?x=1", "/health/", "/status/"],
    ...["/api/v1/server/list?tag=none", "/api/v1/server/details?id=1", "/api/v1/server/list/"],
  ])("answers %s as Express does", async (path) => {
    await expectSame("GET", path, K);
  });

  it("is what answers, not Express twice", async () => {
    const before = logLines.hot.length;
    const { headers } = await hot.get("/stats", { ...K, "X-Request-Id": "once" });
    expect(headers.get("x-request-id")).toBe("once");
    expect(logLines.hot.slice(before).filter((line) => line.includes('"once"'))).toHaveLength(1);
    // Express writes the names of headers as its middleware does, the hot read in the case of Node's list of them.
    for (const path of ["/stats", ...morePaths, ...tokenPaths]) {
      if (path.startsWith("/metrics/nothing")) continue;
      const name = tokenPaths.includes(path) ? T : K;
      expect([path, await rawHeaderNames(`${hot.url}${path}`, name)]).toEqual([
        path,
        expect.arrayContaining(["content-security-policy"]),
      ]);
      expect(await rawHeaderNames(`${plain.url}${path}`, name)).toContain("Content-Security-Policy");
    }
  });

  it.each(["/stats?node=web-1", "/health", "/status", "/api/v1/server/list"])(
    "of %s has the same line in the log",
    async (path) => {
      const id = `logged-${path.replaceAll(/\W/g, "-")}`;
      const credential = tokenPaths.includes(path) ? T : K;
      for (const api of [hot, plain]) await api.get(path, { ...credential, "X-Request-Id": id });
      const [mine, theirs] = [logLines.hot, logLines.plain].map((lines) => {
        const { time: _, responseTime, ...line } = JSON.parse(lines.find((text) => text.includes(`"${id}"`)) ?? "{}");
        expect(responseTime).toBeTypeOf("number");
        return line;
      });
      expect(mine).toEqual(theirs);
    },
  );

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
      for (const path of morePaths) await expectSame("GET", path, { "X-API-Key": token });
      for (const path of tokenPaths) await expectSame("GET", path, { Authorization: token });
      expect(seen).toEqual(statuses);
    }
  });

  it("answers the same over TLS", async () => {
    const folder = mkdtempSync(join(tmpdir(), "statwire-hot-"));
    const [one, other] = [await serveHttps(hot, join(folder, "hot")), await serveHttps(plain, join(folder, "plain"))];
    for (const path of [...paths, ...morePaths.slice(0, 5), ...tokenPaths]) {
      const credential = tokenPaths.includes(path) ? T : K;
      clock.stoodAtMs = Date.now();
      const [mine, theirs] = [await one.get(path, credential), await other.get(path, credential)];
      clock.stoodAtMs = undefined;
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

it("answers pages of the origins that DashPad's paths are for, which Express knows", async () => {
  const page = "https://pages.example";
  const shared = { history: both.history.reads, bus: hot.bus, keyPrefix: hot.keyPrefix, dashPadOrigins: [page] };
  const api = await createTestApi(shared);
  const allowed = async (path: string, Origin: string) => {
    const { status, headers } = await api.get(path, { ...K, Origin });
    return [status, headers.get("access-control-allow-origin")];
  };
  expect(await allowed("/status", page)).toEqual([200, page]);
  expect(await allowed("/status", "https://others.example")).toEqual([200, null]);
  expect(await allowed("/stats/memory", page)).toEqual([200, "*"]);
  await api.close();
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

  it("servers follow readings, new nodes and devices, made here or at the other replica", async () => {
    const details = async () => {
      for (const path of [...tokenPaths, ...tokenPaths]) await expectSame("GET", path, T);
      return (await hot.get("/api/v1/server/details", T)).text;
    };
    for (const cpuUtilization of [0.25, 0.5]) {
      await hot.report("m-new", { cpuUtilization });
      expect(await details()).toContain(`"CPU":${cpuUtilization * 100},`);
    }
    await plain.report("z-late");
    expect(await details()).toContain('"name":"z-late"');
    const created = await plain.send<{ id: string }>("POST", "/api/v2/devices", { name: "Late", node: "z-late" }, K);
    expect(created.status).toBe(201);
    const device = `/api/v2/devices/${created.body.id}`;
    await expect.poll(async () => (await hot.get(device, K)).status).toBe(200);
    const named = await details();
    expect([named.includes('"name":"Late"'), named.includes('"name":"z-late"')]).toEqual([true, false]);
    expect((await hot.send("DELETE", device, undefined, { ...K, "If-Match": "*" })).status).toBe(204);
    await expect.poll(async () => (await plain.get(device, K)).status).toBe(404);
    expect(await details()).toContain('"name":"z-late"');
  });

  it("a flush leaves nothing to be served from memory alone but what was served", async () => {
    const before = await hot.get("/api/v2/nodes/web-1", K);
    await flushSnapshots(hot.store);
    const after = await expectSame("GET", "/api/v2/nodes/nobody", K);
    expect(after.status).toBe(404);
    expect(ageless((await hot.get("/api/v2/nodes/web-1", K)).text)).toBe(ageless(before.text));
  });
});

async function expectSame(method: string, path: string, headers: Record<string, string>): Promise<Compared> {
  clock.stoodAtMs = Date.now();
  const [mine, theirs] = [await ask(hot.url + path, method, headers), await ask(plain.url + path, method, headers)];
  clock.stoodAtMs = undefined;
  expect({ path, headers, ...shape(mine) }).toEqual({ path, headers, ...shape(theirs) });
  return mine;
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

function rawHeaderNames(url: string, headers: Record<string, string>): Promise<string[]> {
  return new Promise((resolve, reject) => {
    get(url, { headers }, (response) => {
      response.resume();
      resolve(response.rawHeaders.filter((_, index) => index % 2 === 0));
    }).once("error", reject);
  });
}
