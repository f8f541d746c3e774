import { describe, expect, it } from "vitest";
import { snapshotKeys } from "./keys.js";

describe("snapshotKeys", () => {
  it("puts every key under the prefix and the number of the form", () => {
    const keys = snapshotKeys("statwire:");
    expect(keys.ready).toBe("statwire:v2:ready");
    expect(keys.node({ workspace: "default", node: "pi.lan" })).toBe("statwire:v2:node:default:pi=2Elan");
  });

  it("keeps names apart that a joint would mix up", () => {
    const { node } = snapshotKeys("");
    expect(node({ workspace: "a:b", node: "c" })).not.toBe(node({ workspace: "a", node: "b:c" }));
  });
});
