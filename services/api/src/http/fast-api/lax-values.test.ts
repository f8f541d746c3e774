import { describe, expect, it } from "vitest";
import { laxBoolean, laxInteger, optionalString } from "./lax-values.js";

const loc = ["query", "limit"];
const bounds = { ge: 1, le: 60 };

describe("integers", () => {
  it.each([
    ["5", 5],
    [" 5 ", 5],
    ["+5", 5],
    ["05", 5],
    ["5.0", 5],
    ["1_0", 10],
  ])("%j is read", (input, value) => {
    expect(laxInteger(input, loc, bounds)).toEqual({ ok: true, value });
  });

  it.each(["abc", "", "5.5", "1__0", "_1", "0x5", "5e0"])("%j is no integer", (input) => {
    expect(laxInteger(input, loc, bounds)).toEqual({
      ok: false,
      error: {
        type: "int_parsing",
        loc,
        msg: "Input should be a valid integer, unable to parse string as an integer",
        input,
      },
    });
  });

  it("have bounds", () => {
    expect(laxInteger("0", loc, bounds)).toEqual({
      ok: false,
      error: {
        type: "greater_than_equal",
        loc,
        msg: "Input should be greater than or equal to 1",
        input: "0",
        ctx: { ge: 1 },
      },
    });
    expect(laxInteger("61", loc, bounds)).toMatchObject({
      error: {
        type: "less_than_equal",
        msg: "Input should be less than or equal to 60",
        input: "61",
        ctx: { le: 60 },
      },
    });
  });
});

describe("integers without bounds", () => {
  it.each([
    ["-5", -5],
    ["9".repeat(400), Number.MAX_SAFE_INTEGER],
    [`-${"9".repeat(400)}`, Number.MIN_SAFE_INTEGER],
  ])("%j is read", (input, value) => {
    expect(laxInteger(input, loc, {})).toEqual({ ok: true, value });
  });
});

describe("booleans", () => {
  it.each([true, 1, 1.0, "true", "1", "yes", "Y", "on", "T"])("%j is true", (input) => {
    expect(laxBoolean(input, ["body", "full"])).toEqual({ ok: true, value: true });
  });

  it.each([false, 0, "false", "0", "no", "N", "off", "f"])("%j is false", (input) => {
    expect(laxBoolean(input, ["body", "full"])).toEqual({ ok: true, value: false });
  });

  it.each(["maybe", "", 2, -1])("%j cannot be interpreted", (input) => {
    expect(laxBoolean(input, ["body", "full"])).toEqual({
      ok: false,
      error: {
        type: "bool_parsing",
        loc: ["body", "full"],
        msg: "Input should be a valid boolean, unable to interpret input",
        input,
      },
    });
  });

  it.each([null, [], {}, 0.5])("%j is of another type", (input) => {
    expect(laxBoolean(input, ["body", "full"])).toMatchObject({
      error: { type: "bool_type", msg: "Input should be a valid boolean" },
    });
  });
});

it("strings may be null", () => {
  expect(optionalString(null, ["body", "reason"])).toEqual({ ok: true, value: null });
  expect(optionalString("x", ["body", "reason"])).toEqual({ ok: true, value: "x" });
  expect(optionalString(5, ["body", "reason"])).toMatchObject({ error: { type: "string_type", input: 5 } });
});
