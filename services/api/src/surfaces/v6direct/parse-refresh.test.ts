import { describe, expect, it } from "vitest";
import { parseRefresh } from "./parse-refresh.js";

const json = "application/json";

describe("the body of a refresh", () => {
  it.each([
    ["{}", { reason: null, full: false }],
    ['{"reason":"x","full":true}', { reason: "x", full: true }],
    ['{"full":"yes"}', { reason: null, full: true }],
    ['{"reason":null,"full":1,"other":5}', { reason: null, full: true }],
  ])("%s", (text, value) => {
    expect(parse(text, json)).toEqual({ ok: true, value });
  });

  it("is JSON without a content type and with a +json one", () => {
    expect(parse("{}", undefined).ok).toBe(true);
    expect(parse("{}", "application/merge-patch+json; charset=utf-8").ok).toBe(true);
  });

  it.each(["", "null"])("%j is missing", (text) => {
    const error = { type: "missing", loc: ["body"], msg: "Field required", input: null };
    expect(parse(text, json)).toEqual({ ok: false, errors: [error] });
  });

  it("reports every wrong field", () => {
    expect(parse('{"reason":5,"full":"maybe"}', json)).toMatchObject({
      ok: false,
      errors: [
        { type: "string_type", loc: ["body", "reason"] },
        { type: "bool_parsing", loc: ["body", "full"] },
      ],
    });
  });

  it("is no JSON when it nests so deep that nothing could say it back", () => {
    const error = { type: "json_invalid", loc: ["body", 0], ctx: { error: "nests deeper than 32 levels" } };
    expect(parse(`{"reason":${"[".repeat(5_000)}${"]".repeat(5_000)}}`, json)).toMatchObject({ errors: [error] });
  });

  it("must be an object", () => {
    const errors = [{ type: "model_attributes_type", loc: ["body"], input: [] }];
    expect(parse("[]", json)).toMatchObject({ ok: false, errors });
    expect(parse("{}", "text/plain")).toMatchObject({ errors: [{ type: "model_attributes_type", input: "{}" }] });
  });

  it("that is no JSON is told with its place", () => {
    expect(parse('{"full": true', json)).toMatchObject({
      ok: false,
      errors: [{ type: "json_invalid", loc: ["body", 13], msg: "JSON decode error", input: {} }],
    });
  });
});

function parse(text: string, contentType: string | undefined) {
  return parseRefresh(new TextEncoder().encode(text), contentType);
}
