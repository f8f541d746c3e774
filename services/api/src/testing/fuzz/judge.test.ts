import { describe, expect, it } from "vitest";
import { createJudge } from "./judge.js";
import { type ApiDocument, operationsOf } from "./operations.js";
import type { FuzzRequest } from "./requests.js";
import type { FuzzAnswer } from "./send.js";

const json = (schema: object) => ({ content: { "application/json": { schema } } });
const problem = { content: { "application/problem+json": { schema: { type: "object" } } } };
const node = { type: "object", properties: { node: { type: "string" } }, required: ["node"] };
const document: ApiDocument = {
  paths: {
    "/nodes/{node}": {
      get: {
        operationId: "ReadNode",
        parameters: [{ name: "node", in: "path", schema: { type: "string" } }],
        security: [{ ApiKey: [] }],
        responses: { 200: json(node), 400: problem, 401: problem, 404: problem, 503: problem },
      },
    },
  },
  components: { schemas: {} },
};
const judge = createJudge(document, ["the-key"]);
const [operation] = operationsOf(document);

describe("an answer is found fault with when it", () => {
  it.each<[string, Partial<FuzzAnswer>, string]>([
    ["is a failure of ours", { status: 500 }, "answers 500"],
    ["has a status that is not declared", { status: 418 }, "status 418 is not declared"],
    ["has another type", { type: "text/html", text: "<p>" }, "200 is text/html, not application/json"],
    ["does not fit its schema", { text: '{"node":5}' }, "200 does not fit its schema: data/node must be string"],
    ["is no JSON", { text: "{" }, "200 does not fit its schema: it is not JSON"],
    ["names no field", invalid(), "400 names no field"],
    ["names what was not sent", invalid("limit"), '400 names "limit", which was not an input'],
    ["refuses a good key", { status: 401, type: "application/problem+json", text: "{}" }, "refuses a good ApiKey"],
    ["shows the key", { text: '{"node":"the-key"}' }, "shows a secret"],
    ["shows a stack", { text: '{"node":"at run (/srv/app/x.js:1:2)"}' }, "shows a stack"],
    ["shows SQL", { text: '{"node":"SELECT a FROM b"}' }, "shows SQL"],
    ["shows an error of ClickHouse", { text: '{"node":"Code: 62. DB::Exception"}' }, "shows a store's error"],
    ["has a header that was injected", { headers: { "x-injected": "yes" } }, "lets a value end a header"],
  ])("%s", (_name, answer, finding) => {
    expect(judge(request(), answerOf(answer))).toContain(finding);
  });

  it("lets in who has no good key", () => {
    const credential = { form: "misplaced", valid: false, headers: {} };
    expect(judge(request({ credential }), answerOf({}))).toEqual(["lets in: misplaced"]);
  });
});

describe("no fault is found when an answer", () => {
  it.each<[string, Partial<FuzzAnswer>]>([
    ["is as declared", {}],
    ["says that a store is away, as declared", { status: 503, type: "application/problem+json", text: "{}" }],
    ["names the field that is wrong", invalid("node")],
    ["names a place in it", invalid("node.0")],
    ["says back what was sent, and nothing more", { text: JSON.stringify({ node: "'; SELECT a FROM b" }) }],
  ])("%s", (_name, answer) => {
    expect(judge(request({ sent: ["'; SELECT a FROM b"] }), answerOf(answer))).toEqual([]);
  });
});

function invalid(...fields: string[]): Partial<FuzzAnswer> {
  const errors = fields.map((field) => ({ field, message: "is wrong" }));
  return { status: 400, type: "application/problem+json", text: JSON.stringify({ code: "invalid-input", errors }) };
}

function answerOf(more: Partial<FuzzAnswer>): FuzzAnswer {
  return { status: 200, type: "application/json", headers: {}, text: '{"node":"web-1"}', tookMs: 1, ...more };
}

function request(more: Partial<FuzzRequest> = {}): FuzzRequest {
  if (operation === undefined) throw new Error("the document has no operation");
  const credential = { form: "ApiKey", valid: true, headers: {} };
  return { operation, target: "/nodes/web-1", headers: {}, credential, sent: [], inputs: ["node"], ...more };
}
