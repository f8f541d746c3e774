import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonDepthMax, jsonValuesMax, whyTooMuch } from "./json-bounds.js";

const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

const isTooMuch = (text: string) => whyTooMuch(text) !== undefined;

describe("the depth of a JSON text", () => {
  it("may be the limit, and no more", () => {
    expect([isTooMuch(nested(jsonDepthMax)), isTooMuch(nested(jsonDepthMax + 1))]).toEqual([false, true]);
    expect(isTooMuch('{"a":'.repeat(jsonDepthMax + 1))).toBe(true);
  });

  it("does not count brackets inside texts", () => {
    expect(isTooMuch(JSON.stringify({ a: `${nested(200)}"\\` }))).toBe(false);
    expect(isTooMuch(`{"\\"":"${"[".repeat(100)}"}`)).toBe(false);
  });

  it("is that of the value, whatever the value is", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.integer({ min: 0, max: 100 }), (value, depth) => {
        const text = "[".repeat(depth) + JSON.stringify(value) + "]".repeat(depth);
        expect(isTooMuch(text)).toBe(depth + depthOf(value) > jsonDepthMax);
      }),
    );
  });
});

describe("the values of a JSON text", () => {
  it("may be as many as the limit, and no more", () => {
    const list = (length: number) => JSON.stringify(Array(length).fill("a,b"));
    expect(whyTooMuch(list(jsonValuesMax))).toBeUndefined();
    expect(whyTooMuch(list(jsonValuesMax + 1))).toBe("holds more than 3000 values");
  });
});

function depthOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}
