import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isTooDeep, jsonDepthMax } from "./json-depth.js";

const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

describe("the depth of a JSON text", () => {
  it("may be the limit, and no more", () => {
    expect([isTooDeep(nested(jsonDepthMax)), isTooDeep(nested(jsonDepthMax + 1))]).toEqual([false, true]);
    expect(isTooDeep('{"a":'.repeat(jsonDepthMax + 1))).toBe(true);
  });

  it("does not count brackets inside texts", () => {
    expect(isTooDeep(JSON.stringify({ a: `${nested(200)}"\\` }))).toBe(false);
    expect(isTooDeep(`{"\\"":"${"[".repeat(100)}"}`)).toBe(false);
  });

  it("is that of the value, whatever the value is", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.integer({ min: 0, max: 100 }), (value, depth) => {
        const text = "[".repeat(depth) + JSON.stringify(value) + "]".repeat(depth);
        expect(isTooDeep(text)).toBe(depth + depthOf(value) > jsonDepthMax);
      }),
    );
  });
});

function depthOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}
