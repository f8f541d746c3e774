import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dashPadNode } from "./testing/dashpad-node.js";
import { sampleHost, sampleLines } from "./testing/sample-events.js";
import { createTestApi, type TestAnswer, type TestApi, testKey } from "./testing/test-api.js";
import { createTestHistory, type TestHistory } from "./testing/test-history.js";

interface Operation {
  operationId: string;
  tags: string[];
  security: object[];
  parameters: { name: string; in: string; required: boolean; example?: unknown }[];
  requestBody?: { content: Record<string, { schema: { $ref?: string }; example?: unknown }> };
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}

interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { example?: unknown }> };
}

const document = JSON.parse(readFileSync(new URL("./generated/openapi.json", import.meta.url), "utf8")) as Document;

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
);

const ajv = new Ajv({ strict: false, validateFormats: false });
ajv.addSchema(document, "openapi.json");

let api: TestApi;
let history: TestHistory;

beforeAll(async () => {
  history = await createTestHistory();
  api = await createTestApi({ history: history.reads });
  await api.report("web-1");
  api.collect("web-1");
  const node = dashPadNode(api, "web-1");
  node.serve();
  const now = { bootId: 1, sequence: 1, observedAtMs: Date.now() };
  await api.keepLines("web-1", "syslog", sampleLines(now, 1, ["session opened", "session closed"]));
  const observedAtMs = Date.now() - 60_000;
  await history.landHost("web-1", [
    sampleHost({ bootId: 1, sequence: 1, observedAtMs }),
    sampleHost({ bootId: 1, sequence: 2, observedAtMs: observedAtMs + 4_000 }),
  ]);
});

afterAll(async () => {
  await api.close();
  await history.close();
});

describe("the OpenAPI document", () => {
  it.each(operations.filter(isOnWhatIsThere))(
    "$method $path: its example is answered as documented",
    async ({ method, path, operation }) => {
      const answer = await sendExample(method, path, operation);
      expect(answer.status).toBe(200);
      expect(conforms(path, method, 200, answer)).toEqual([]);
    },
  );

  it.each(operations.filter(({ operation }) => operation.security.length > 0))(
    "$method $path: without a key the documented refusal is answered",
    async ({ method, path, operation }) => {
      const answer = await send(method, requestPath(path, operation), undefined, {});
      const isNezha = operation.security.flatMap(Object.keys).some((scheme) => scheme.startsWith("Nezha"));
      if (isNezha) expect([answer.status, answer.body]).toEqual([200, { code: 403, message: expect.any(String) }]);
      else expect([401, 403]).toContain(answer.status);
      expect(conforms(path, method, answer.status, answer)).toEqual([]);
    },
  );

  it("every parameter that is needed has an example, and every body", () => {
    for (const { path, operation } of operations) {
      const missing = operation.parameters.filter(({ required, example }) => required && example === undefined);
      expect(missing, path).toEqual([]);
      if (operation.requestBody !== undefined) expect(bodyExample(operation), path).toBeDefined();
    }
  });

  it("gives every operation a name of its own", () => {
    const names = operations.map(({ operation }) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("its readers", () => {
  it("the document is served under both paths", async () => {
    for (const path of ["/openapi.json", "/api/openapi.json"]) expect((await api.get(path)).body).toEqual(document);
  });

  it.each(["/docs", "/redoc", "/swagger/index.html", "/docs/oauth2-redirect"])(
    "%s is a page that loads nothing from elsewhere",
    async (path) => {
      const { status, headers, text } = await api.get(path);
      expect([status, headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
      expect(text).not.toMatch(/(src|href)="(https?:)?\/\//);
      for (const [, file] of text.matchAll(/(?:src|href)="(\/[^"#]+)"/g)) {
        expect((await api.get(file ?? "")).status, file).toBe(200);
      }
    },
  );

  it("/redoc lists every operation and schema", async () => {
    const { text } = await api.get("/redoc");
    for (const { path } of operations) expect(text).toContain(path);
    for (const name of Object.keys(document.components.schemas)) expect(text).toContain(`id="${name}"`);
  });

  it("a trailing slash is redirected, and nothing else but GET is served", async () => {
    expect((await api.get("/docs/")).status).toBe(307);
    expect((await api.post("/docs", "{}")).status).toBe(405);
  });
});

/**
 * Documents of the configuration have ids that nobody knows before, people passwords and codes that no example knows: tests of
 * their own go through those operations.
 */
function isOnWhatIsThere({ method, path, operation }: { method: string; path: string; operation: Operation }): boolean {
  const isTagged = (...tags: string[]) => tags.some((tag) => operation.tags.includes(tag));
  const needing = ["Sign-in", "Enrollment", "Peekaping sign-in", "Nezha administration"];
  if (isTagged(...needing, "Dashmon sign-in", "Dashmon team", "Dashmon refused") || needsPerson(operation))
    return false;
  const isOfDocuments = isTagged("Configuration", "Peekaping configuration", "Dashmon");
  return !isOfDocuments || (method === "get" && !/(Id|\{id|\{key)\}/.test(path));
}

/** The key of the installation is no person's token. */
function needsPerson({ security }: Operation): boolean {
  return security.some((scheme) => "PeekapingJwt" in scheme);
}

function sendExample(method: string, path: string, operation: Operation): Promise<TestAnswer<unknown>> {
  const has = (name: string) => operation.security.some((scheme) => name in scheme);
  const bearer = has("DashmonBearer") ? `Bearer ${testKey}` : undefined;
  const authorization = has("NezhaToken") ? testKey : bearer;
  const credential: Record<string, string> =
    authorization === undefined ? { "X-API-Key": testKey } : { Authorization: authorization };
  const headers: Record<string, string> = operation.security.length > 0 ? credential : {};
  return send(method, requestPath(path, operation), bodyExample(operation), headers);
}

function send(method: string, path: string, body: unknown, headers: Record<string, string>) {
  return api.send(method.toUpperCase(), path, method === "get" ? undefined : (body ?? {}), headers);
}

/** Path and query filled in with the examples of the parameters. */
function requestPath(path: string, { parameters }: Operation): string {
  let filled = path;
  const query = new URLSearchParams();
  for (const parameter of parameters) {
    const values = [parameter.example ?? []].flat().map(String);
    if (parameter.in === "path") filled = filled.replace(`{${parameter.name}}`, encodeURIComponent(values[0] ?? ""));
    else for (const value of values) query.append(parameter.name, value);
  }
  return query.size === 0 ? filled : `${filled}?${query}`;
}

function bodyExample({ requestBody }: Operation): unknown {
  const media = requestBody?.content["application/json"];
  const name = media?.schema.$ref?.split("/").at(-1) ?? "";
  return media?.example ?? document.components.schemas[name]?.example;
}

/** What is wrong with an answer by the document: nothing, when it conforms. */
function conforms(path: string, method: string, status: number, answer: TestAnswer<unknown>): unknown[] {
  const type = answer.headers.get("content-type")?.split(";")[0] ?? "";
  const pointer = ["paths", path, method, "responses", String(status), "content", type, "schema"];
  const reference = pointer
    .map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1")))
    .join("/");
  const validate = ajv.getSchema(`openapi.json#/${reference}`) as ValidateFunction | undefined;
  if (validate === undefined) return [`${status} ${type} is not documented`];
  validate(/json$/.test(type) ? answer.body : answer.text);
  return validate.errors ?? [];
}
