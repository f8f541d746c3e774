import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DeviceDocument } from "../../../generated/configuration/device-controller.js";
import type { ProjectDocument } from "../../../generated/configuration/project-controller.js";
import type { TagDocument, TagHistory, TagList } from "../../../generated/configuration/tag-controller.js";
import type { TokenCreated } from "../../../generated/configuration/token-controller.js";
import type { Problem } from "../../../http/problem.js";
import { createTestApi, type TestApi, testKey } from "../../../testing/test-api.js";
import { createTestHistory, type TestHistory } from "../../../testing/test-history.js";
import type { BatchResults } from "./dto.js";

const K = { "X-API-Key": testKey };
const any = { ...K, "If-Match": "*" };

let api: TestApi;
let history: TestHistory;
let aheadMs = 0;

beforeAll(async () => {
  history = await createTestHistory();
  api = await createTestApi({ history: history.reads, now: () => Date.now() + aheadMs });
});

afterAll(async () => {
  await api.close();
  await history.close();
});

async function make<Document>(plural: string, input: object): Promise<Document> {
  const { status, body, text } = await api.send<Document>("POST", `/api/v2/${plural}`, input, K);
  expect([status, text]).toEqual([201, expect.any(String)]);
  return body;
}

describe("a list", () => {
  beforeAll(async () => {
    for (const name of ["list-b", "list-a", "list-c"]) await make("tags", { name, description: `the ${name}` });
  });

  const names = async (query: string) => {
    const { body } = await api.get<TagList>(`/api/v2/tags?filter=name~list-&${query}`, K);
    return body.items.map(({ name }) => name);
  };

  it("is sorted by any field, either way round, and filtered by several", async () => {
    expect(await names("sort=name")).toEqual(["list-a", "list-b", "list-c"]);
    expect(await names("sort=-name")).toEqual(["list-c", "list-b", "list-a"]);
    expect(await names("sort=created_at")).toEqual(["list-b", "list-a", "list-c"]);
    expect(await names("filter=description=the%20list-c")).toEqual(["list-c"]);
    expect(await names("filter=description~LIST-C")).toEqual(["list-c"]);
  });

  it("goes page by page, and stays right when documents come and go", async () => {
    const path = "/api/v2/tags?filter=name~list-&sort=-name&limit=2";
    const first = await api.get<TagList>(path, K);
    expect(first.body.items.map(({ name }) => name)).toEqual(["list-c", "list-b"]);
    await make("tags", { name: "list-z" });
    const second = await api.get<TagList>(`${path}&cursor=${first.body.next_cursor}`, K);
    expect([second.body.items.map(({ name }) => name), second.body.next_cursor]).toEqual([["list-a"], null]);
  });

  it.each([
    ["sort=colour", "sort"],
    ["filter=name", "filter"],
    ["filter=colour=1", "filter"],
    ["cursor=abc", "cursor"],
    ["limit=0", "limit"],
    ["sorted=name", "sorted"],
  ])("refuses %s by its name", async (query, field) => {
    const { status, body } = await api.get<Problem>(`/api/v2/tags?${query}`, K);
    expect([status, body.errors?.[0]?.field]).toEqual([400, field]);
  });
});

describe("a change", () => {
  it("names every field at fault and changes nothing", async () => {
    const before = (await api.get<TagList>("/api/v2/devices", K)).text;
    const input = {
      name: "x",
      project_id: "nowhere",
      check: { kind: "http", interval_seconds: 60, config: {} },
      url: "x",
    };
    const { status, body } = await api.send<Problem>("POST", "/api/v2/devices", input, K);
    expect([status, body.code, body.errors?.map(({ field }) => field)]).toEqual([400, "invalid-input", ["url"]]);
    const dangling = await api.send<Problem>("POST", "/api/v2/devices", { ...input, url: "http://x.example" }, K);
    expect([dangling.status, dangling.body.errors?.map(({ field }) => field)]).toEqual([400, ["project_id"]]);
    expect((await api.get("/api/v2/devices", K)).text).toBe(before);
  });

  it("of one who was faster is not overwritten", async () => {
    const tag = await make<TagDocument>("tags", { name: "race" });
    const headers = { ...K, "If-Match": `"${tag.revision}"` };
    const path = `/api/v2/tags/${tag.id}`;
    const answers = await Promise.all(
      ["#000001", "#000002", "#000003"].map((color) => api.send("PATCH", path, { color }, headers)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    const taken = await make<TagDocument>("tags", { name: "race-2" });
    const rename = await api.send<Problem>("PATCH", `/api/v2/tags/${taken.id}`, { name: "race" }, any);
    expect([rename.status, rename.body.code, rename.body.errors?.[0]?.field]).toEqual([409, "name-taken", "name"]);
  });

  it("with a bad If-Match is refused", async () => {
    const { status, body } = await api.send<Problem>("DELETE", "/api/v2/tags/x", undefined, { ...K, "If-Match": "x" });
    expect([status, body.errors?.[0]?.field]).toEqual([400, "If-Match"]);
  });

  it("is told in the history when the log has forgotten it", async () => {
    const id = "forgotten";
    const at = (minute: number) => Date.UTC(2026, 0, 1, 0, minute);
    const revised = (minute: number, action: string, name: string) => ({
      atMs: BigInt(at(minute)),
      action,
      actorName: "Ada",
      document: JSON.stringify({ name, color: "#000000", description: null }),
    });
    await history.landRevisions(id, [
      revised(0, "created", "a"),
      revised(1, "patched", "b"),
      revised(2, "deleted", "b"),
    ]);
    const { body } = await api.get<TagHistory>(`/api/v2/tags/${id}/history`, K);
    expect(body.revisions.map(({ action, actor, document }) => [action, actor.name, document.name])).toEqual([
      ["deleted", "Ada", "b"],
      ["patched", "Ada", "b"],
      ["created", "Ada", "a"],
    ]);
    const then = await api.get<TagDocument>(`/api/v2/tags/${id}?at=${new Date(at(1) - 1).toISOString()}`, K);
    expect([then.status, then.body.name]).toEqual([200, "a"]);
    expect((await api.get(`/api/v2/tags/${id}?at=${new Date(at(3)).toISOString()}`, K)).status).toBe(404);
  });

  it("is told in the history, and the document is what it was at a time", async () => {
    aheadMs = 0;
    const tag = await make<TagDocument>("tags", { name: "past", color: "#000001" });
    const path = `/api/v2/tags/${tag.id}`;
    aheadMs = 60_000;
    await api.send("PATCH", path, { color: "#000002" }, any);
    aheadMs = 120_000;
    await api.send("DELETE", path, undefined, any);
    aheadMs = 180_000;
    const at = async (offsetMs: number) => {
      const time = new Date(Date.parse(tag.created_at) + offsetMs).toISOString();
      const { status, body } = await api.get<TagDocument>(`${path}?at=${time}`, K);
      return status === 200 ? body.color : status;
    };
    expect([await at(-1), await at(0), await at(90_000), await at(150_000)]).toEqual([404, "#000001", "#000002", 404]);
    aheadMs = 0;
  });
});

describe("what cannot be an id or a document", () => {
  it.each(["x".repeat(1_000), "%00", "a.b", "%F0%9F%92%A5", "*", ">"])("is not found: %s", async (id) => {
    for (const path of [`/api/v2/tags/${id}`, `/api/v2/tags/${id}/history`, `/api/v2/tags/${id}?at=-1h`]) {
      expect((await api.get(path, K)).status, path).toBe(404);
    }
    expect((await api.send("DELETE", `/api/v2/tags/${id}`, undefined, any)).status).toBe(404);
  });

  it("is refused when it is nested too deeply", async () => {
    const deep = `{"name":"x","check":{"kind":"http","config":{"a":${"[".repeat(9_000)}${"]".repeat(9_000)}}}}`;
    const { status, text } = await api.post<Problem>("/api/v2/devices", deep, K);
    expect([status, text]).toEqual([400, expect.stringContaining("levels")]);
  });
});

describe("a batch", () => {
  it("does what it can, and says what became of each", async () => {
    const items = [
      { operation: "create", document: { name: "batch-1" } },
      { operation: "create", document: { name: "batch-1" } },
      { operation: "create", document: { name: "" } },
      { operation: "patch", patch: {} },
    ];
    const tried = await api.send<BatchResults>("POST", "/api/v2/tags/batch", { dry_run: true, items }, K);
    expect(tried.body.results.map(({ status, revision }) => [status, revision])).toEqual([
      [201, null],
      [201, null],
      [400, null],
      [400, null],
    ]);
    const done = await api.send<BatchResults>("POST", "/api/v2/tags/batch", { items }, K);
    expect(done.body.results.map(({ status, problem }) => [status, problem?.errors[0]?.field])).toEqual([
      [201, undefined],
      [409, "name"],
      [400, "name"],
      [400, "id"],
    ]);
  });
});

describe("a batch that is sent again with its Idempotency-Key", () => {
  it("gives what it had created, and changes nothing that was changed since", async () => {
    const tag = await make<TagDocument>("tags", { name: "again-0" });
    const items = [
      { operation: "create", document: { name: "again-1" } },
      { operation: "create", document: { name: "again-2" } },
      { operation: "patch", id: tag.id, revision: tag.revision, patch: { color: "#000003" } },
    ];
    const send = (body: object) =>
      api.send<BatchResults>("POST", "/api/v2/tags/batch", body, { ...K, "Idempotency-Key": "batch-1" });
    const first = await send({ items });
    expect(first.body.results.map(({ status }) => status)).toEqual([201, 201, 200]);
    const second = await send({ items });
    expect(second.body.results.map(({ status, id }) => [status, id])).toEqual([
      ...first.body.results.slice(0, 2).map(({ id }) => [201, id]),
      [412, tag.id],
    ]);
    const { body } = await api.get<TagList>("/api/v2/tags?filter=name~again-", K);
    expect(body.items).toHaveLength(3);
    const other = await send({ items: [{ operation: "create", document: { name: "again-3" } }] });
    expect(other.body.results).toMatchObject([{ status: 422, problem: { code: "key-reused" } }]);
    // A request of its own has keys of its own.
    const alone = await api.send("POST", "/api/v2/tags", { name: "again-4" }, { ...K, "Idempotency-Key": "batch-1" });
    expect(alone.status).toBe(201);
  });
});

describe("a document that was read before", () => {
  const changed = async (path: string, etag: string) => (await api.get(path, { ...K, "If-None-Match": etag })).status;

  it("is not sent again until it is another, also by what it points at", async () => {
    const tag = await make<TagDocument>("tags", { name: "cached" });
    const device = await make<DeviceDocument>("devices", { name: "Cached", tag_ids: [tag.id] });
    const path = `/api/v2/devices/${device.id}`;
    const read = await api.get(path, K);
    const etag = read.headers.get("etag") ?? "";
    expect(await changed(path, etag)).toBe(304);
    expect(await changed(path, `"1", ${etag}`)).toBe(304);
    expect(await changed(path, '"1"')).toBe(200);
    await api.send("DELETE", `/api/v2/tags/${tag.id}`, undefined, any);
    expect(await changed(path, etag)).toBe(200);
    await api.send("PATCH", path, { name: "Cached 1" }, any);
    expect(await changed(path, etag)).toBe(200);
    expect((await api.get("/api/v2/devices/nowhere", { ...K, "If-None-Match": etag })).status).toBe(404);
  });
});

describe("what belongs together", () => {
  it("goes together: a project's devices, and not their tags", async () => {
    const project = await make<ProjectDocument>("projects", { key: "shop", name: "Shop" });
    const tag = await make<TagDocument>("tags", { name: "till" });
    const device = await make<DeviceDocument>("devices", { name: "Till", project_id: project.id, tag_ids: [tag.id] });
    const path = `/api/v2/devices/${device.id}`;
    await api.send("DELETE", `/api/v2/tags/${tag.id}`, undefined, any);
    expect((await api.get<DeviceDocument>(path, K)).body.tag_ids).toEqual([]);
    expect((await api.send("DELETE", `/api/v2/projects/${project.id}`, undefined, any)).status).toBe(204);
    expect((await api.get(path, K)).status).toBe(404);
  });
});

describe("a secret", () => {
  it("is never in an answer", async () => {
    const proxy = { protocol: "http", host: "proxy", port: 1, secret: { password: "hunter2" } };
    const { text, body } = await api.send<{ id: string; secret_set: boolean }>("POST", "/api/v2/proxies", proxy, K);
    expect([text.includes("hunter2"), body.secret_set]).toEqual([false, true]);
    const past = await api.get(`/api/v2/proxies/${body.id}/history`, K);
    expect(past.text).not.toContain("hunter2");
    const without = await api.send<{ secret_set: boolean }>(
      "PATCH",
      `/api/v2/proxies/${body.id}`,
      { secret: null },
      any,
    );
    expect(without.body.secret_set).toBe(false);
  });

  it.each([
    ["statwire", /^sw_[\w-]{43}$/],
    ["peekaping", /^pk_[\w-]+=*$/],
    ["hex64", /^[0-9a-f]{64}$/],
    ["alphanumeric32", /^[0-9A-Za-z]{32}$/],
  ])("of a token in the form %s is shown once", async (format, pattern) => {
    const headers = { ...K, "Idempotency-Key": format };
    const input = { label: format, format };
    const first = await api.send<TokenCreated>("POST", "/api/v2/tokens", input, headers);
    expect(first.body.token).toMatch(pattern);
    expect(first.body.display).toBe(`${first.body.token?.slice(0, 8)}...${first.body.token?.slice(-4)}`);
    const again = await api.send<TokenCreated>("POST", "/api/v2/tokens", input, headers);
    expect([again.body.id, again.body.token]).toEqual([first.body.id, null]);
    const retried = { ...headers, "Idempotency-Key": `${format} again`, "X-Request-Id": "of-the-client" };
    const [one, two] = [
      await api.send<TokenCreated>("POST", "/api/v2/tokens", input, retried),
      await api.send<TokenCreated>("POST", "/api/v2/tokens", input, retried),
    ];
    expect([one.body.token, two.body.id, two.body.token]).toEqual([expect.stringMatching(pattern), one.body.id, null]);
    const read = await api.get(`/api/v2/tokens/${first.body.id}`, K);
    expect(read.text).not.toContain(first.body.token);
  });
});
