import { expect, it } from "vitest";
import { parseQuery } from "./query.js";

const rules = { since_line: { integer: {} }, action: { required: true } };

it("reads the last of repeated parameters, integers by their rule and everything else as text", () => {
  const parsed = parseQuery({ since_line: ["x", "7"], action: "stop", node: ["a", "b"], more: "1" }, rules);
  expect(parsed).toEqual({ ok: true, values: { since_line: 7, action: "stop", node: "b", more: "1" } });
});

it("tells everything that is wrong at once", () => {
  expect(parseQuery({ since_line: "abc" }, rules)).toEqual({
    ok: false,
    errors: [
      {
        type: "int_parsing",
        loc: ["query", "since_line"],
        msg: "Input should be a valid integer, unable to parse string as an integer",
        input: "abc",
      },
      { type: "missing", loc: ["query", "action"], msg: "Field required", input: null },
    ],
  });
});

it("takes an empty parameter for given", () => {
  expect(parseQuery({ action: "" }, rules)).toEqual({ ok: true, values: { action: "" } });
});
