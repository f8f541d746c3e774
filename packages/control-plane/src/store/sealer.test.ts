import { describe, expect, it } from "vitest";
import { createSealer } from "./sealer.js";

const plain = Buffer.from("hunter2");

describe("a sealed value", () => {
  it("is opened with the same key at the same place", () => {
    const sealed = createSealer("key").seal(plain, "a.b");
    expect(Buffer.from(createSealer("key").open(sealed, "a.b"))).toEqual(plain);
  });

  it("is another each time, and does not show what is in it", () => {
    const sealer = createSealer("key");
    const [one, other] = [sealer.seal(plain, "a.b"), sealer.seal(plain, "a.b")];
    expect(Buffer.compare(one, other)).not.toBe(0);
    expect(Buffer.from(one).includes(plain)).toBe(false);
  });

  it("is not opened with another key, at another place, or changed by one bit", () => {
    const sealed = createSealer("key").seal(plain, "a.b");
    expect(() => createSealer("other").open(sealed, "a.b")).toThrow();
    expect(() => createSealer("key").open(sealed, "a.c")).toThrow();
    for (let index = 0; index < sealed.length; index += 1) {
      const bent = Buffer.from(sealed);
      bent.writeUInt8((bent[index] ?? 0) ^ 1, index);
      expect(() => createSealer("key").open(bent, "a.b")).toThrow();
    }
    expect(() => createSealer("key").open(sealed.subarray(0, 20), "a.b")).toThrow();
  });
});
