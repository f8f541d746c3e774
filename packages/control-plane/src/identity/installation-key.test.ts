import { describe, expect, it } from "vitest";
import { installationKey, sameText, signature } from "./installation-key.js";

const one = installationKey("one installation's key, 32 or more");
const other = installationKey("another installation's key, 32+...");

describe("the installation's key", () => {
  it("gives a key of its own for each purpose", () => {
    const keys = [one.keyFor("csrf"), one.keyFor("links"), one.keyFor("tokens 1"), other.keyFor("csrf")];
    expect(new Set(keys.map((key) => key.toString("hex"))).size).toBe(4);
    expect(keys.map((key) => key.length)).toEqual([32, 32, 32, 32]);
    expect(one.keyFor("csrf")).toEqual(keys[0]);
  });

  it("signs parts that cannot run into each other", () => {
    const key = one.keyFor("links");
    expect(signature(key, "a", "bc")).not.toBe(signature(key, "ab", "c"));
    expect(signature(key, "a", 1)).not.toBe(signature(key, "a", "1"));
    expect(sameText(signature(key, "a"), signature(key, "a"))).toBe(true);
    expect(sameText("a", "ab")).toBe(false);
  });
});
