import { readFileSync } from "node:fs";
import { type KindName, kindNames, kindOf } from "@statwire/control-plane";
import { Ajv } from "ajv";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Problem } from "../../../http/problem.js";
import { createTestApi, type TestAnswer, type TestApi, testKey, workspace } from "../../../testing/test-api.js";
import { createTestHistory, type TestHistory } from "../../../testing/test-history.js";

const K = { "X-API-Key": testKey };
const document = JSON.parse(
  readFileSync(new URL("../../../generated/openapi.json", import.meta.url), "utf8"),
) as object;
const ajv = new Ajv({ strict: false, validateFormats: false });
ajv.addSchema(document, "openapi.json");

type Served = Record<string, unknown> & { id: string; revision: number };

let api: TestApi;
let history: TestHistory;

beforeAll(async () => {
  history = await createTestHistory();
  api = await createTestApi({ history: history.reads });
});

afterAll(async () => {
  await api.close();
  await history.close();
});

/** The example of a kind, pointing at what exists. */
async function exampleOf(kind: KindName): Promise<Record<string, unknown>> {
  const { example } = kindOf(kind);
  if (!("user_id" in example)) return { ...example };
  const email = `${kind}@example.org`;
  const { body } = await api.send<Served>("POST", "/api/v2/users", { email }, K);
  return { ...example, user_id: body.id };
}

/** Sends a request, and makes sure that the answer is as documented. */
async function send<Body>(
  method: "get" | "post" | "put" | "patch" | "delete",
  template: string,
  { id = "", body, headers = {} }: { id?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<TestAnswer<Body>> {
  const path = template.replace("{id}", id);
  const answer = await api.send<Body>(method.toUpperCase(), path, body, { ...K, ...headers });
  const type = answer.headers.get("content-type")?.split(";")[0];
  if (type === undefined) return answer;
  const pointer = ["paths", template, method, "responses", String(answer.status), "content", type, "schema"];
  const reference = pointer.map((part) => encodeURIComponent(part.replaceAll("/", "~1"))).join("/");
  const validate = ajv.getSchema(`openapi.json#/${reference}`);
  expect(validate, `${method} ${template}: ${answer.status} ${type} is documented`).toBeDefined();
  validate?.(answer.body);
  expect(validate?.errors ?? [], `${method} ${template}: ${answer.text}`).toEqual([]);
  return answer;
}

it("every kind is in the workspace of its caller, or of the installation", async () => {
  const { body } = await send<Served>("post", "/api/v2/tags", { body: { name: "here" } });
  expect(body.workspace).toBe(workspace);
  const foreign = await send<Problem>("get", "/api/v2/tags", { headers: { "X-Workspace": "other" } });
  expect([foreign.status, foreign.body.code]).toEqual([404, "unknown-document"]);
});

/** Those that this surface creates. A workspace takes everything along, so it comes last. */
const created = kindNames.filter((kind) => kindOf(kind).createdBy === undefined);
const inOrder = [...created.filter((kind) => kind !== "workspace"), "workspace"] as const;

describe.each(inOrder.map((kind) => ({ kind, path: `/api/v2/${kindOf(kind).plural}` })))("$path", ({ kind, path }) => {
  it("goes through every operation as it is documented", async () => {
    const input = await exampleOf(kind);
    const created = await send<Served>("post", path, { body: input, headers: { "Idempotency-Key": kind } });
    expect([created.status, created.text]).toEqual([201, expect.any(String)]);
    const { id, revision } = created.body;
    expect(created.body).toMatchObject({ ...input, updated_by: { kind: "token", id: "installation-key" } });
    expect(created.headers.get("etag")).toBe(`"${revision}"`);
    const again = await send<Served>("post", path, { body: input, headers: { "Idempotency-Key": kind } });
    expect([again.status, again.body.id]).toEqual([201, id]);

    const one = `${path}/{id}`;
    const read = await send<Served>("get", one, { id });
    // What is made and shown once is not shown again.
    const { token: _token, ...shown } = created.body;
    expect(read.body).toEqual(shown);
    const list = await send<{ items: Served[] }>("get", path);
    expect(list.body.items.map((item) => item.id)).toContain(id);

    expect((await send("patch", one, { id, body: {} })).status).toBe(428);
    const stale = { "If-Match": `"${revision + 1_000}"` };
    expect((await send("put", one, { id, body: input, headers: stale })).status).toBe(412);
    const current = { "If-Match": `"${revision}"` };
    expect((await send<Served>("put", one, { id, body: input, headers: current })).body.revision).toBe(revision);
    expect((await send("patch", one, { id, body: {}, headers: current })).status).toBe(200);
    const unknown = await send<Problem>("patch", one, { id, body: { nonsense: 1 }, headers: current });
    expect([unknown.status, unknown.body.errors]).toEqual([400, [{ field: "nonsense", message: "unknown field" }]]);

    const tried = {
      dry_run: true,
      items: [
        { operation: "delete", id },
        { operation: "delete", id: "nowhere" },
      ],
    };
    const batch = await send<{ results: { status: number }[] }>("post", `${path}/batch`, { body: tried });
    expect(batch.body.results.map(({ status }) => status)).toEqual([204, 404]);

    expect((await send("delete", one, { id, headers: current })).status).toBe(204);
    expect((await send("get", one, { id })).status).toBe(404);
    const past = await send<{ revisions: { action: string; document: object }[] }>("get", `${one}/history`, { id });
    expect(past.body.revisions.map(({ action }) => action)).toEqual(["deleted", "created"]);
    expect((await send("get", `${one}/history`, { id: "nowhere" })).status).toBe(404);
  });
});
