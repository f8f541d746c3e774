import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeMessage, encodeCall, messageLength } from "./message.js";
import { marshal, splitSignature, unmarshal, type Value } from "./wire.js";

/** Any type down to a few levels, with a value of it. */
const typed = fc.letrec<{ any: [string, Value] }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    fc.tuple(fc.constant("y"), fc.integer({ min: 0, max: 255 })),
    fc.tuple(fc.constant("b"), fc.boolean()),
    fc.tuple(fc.constant("n"), fc.integer({ min: -32_768, max: 32_767 })),
    fc.tuple(fc.constant("q"), fc.integer({ min: 0, max: 65_535 })),
    fc.tuple(fc.constant("i"), fc.integer()),
    fc.tuple(fc.constant("u"), fc.nat()),
    fc.tuple(fc.constant("x"), fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
    fc.tuple(fc.constant("t"), fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })),
    fc.tuple(fc.constant("d"), fc.double({ noNaN: true })),
    fc.tuple(
      fc.constant("s"),
      fc.string({ unit: "grapheme" }).filter((text) => !text.includes("\0")),
    ),
    fc.tuple(fc.constant("o"), fc.constant("/org/freedesktop/systemd1")),
    fc.tuple(fc.constant("g"), fc.constant("a{sv}")),
    tie("any").map(([type, value]): [string, Value] => ["v", { signature: type, value }]),
    fc
      .tuple(tie("any"), fc.nat({ max: 4 }))
      .map(([[type, value], count]): [string, Value] => [`a${type}`, Array(count).fill(value)]),
    fc
      .array(tie("any"), { minLength: 1, maxLength: 4 })
      .map((members): [string, Value] => [
        `(${members.map(([type]) => type).join("")})`,
        members.map(([, value]) => value),
      ]),
  ),
}));

describe("D-Bus values", () => {
  it("come back as they went, whatever their types", () => {
    fc.assert(
      fc.property(fc.array(typed.any, { maxLength: 5 }), (list) => {
        const signature = list.map(([type]) => type).join("");
        const values = list.map(([, value]) => value);
        expect(unmarshal(signature, marshal(signature, values))).toEqual(values);
      }),
    );
  });

  it("are refused when bytes are missing, and never read beyond their end", () => {
    fc.assert(
      fc.property(typed.any, fc.nat(), ([type, value], cut) => {
        const bytes = marshal(type, [value]);
        fc.pre(bytes.length > 0);
        const short = bytes.subarray(0, cut % bytes.length);
        expect(() => unmarshal(type, short)).toThrow("d-bus: ");
      }),
    );
  });

  it("may be any bytes at all: an error, not a crash or an endless loop", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom("a(ssssssouso)", "v", "a{sv}", "av"),
        (bytes, type) => {
          try {
            expect(unmarshal(type, Buffer.from(bytes))).toHaveLength(1);
          } catch (error) {
            expect(String(error)).toContain("d-bus: ");
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("have the bytes of the specification's example", () => {
    // An array of one 64-bit integer, 5, that begins at offset 4: its length, four bytes to align to 8, the integer.
    expect(marshal("at", [[5n]], 4).toString("hex")).toBe("08000000" + "0500000000000000");
    expect(marshal("at", [[5n]]).toString("hex")).toBe("08000000" + "00000000" + "0500000000000000");
    expect(marshal("s", ["foo"]).toString("hex")).toBe("03000000666f6f00");
  });

  it("have signatures that are well formed", () => {
    expect(splitSignature("sa(yv)ua{sv}")).toEqual(["s", "a(yv)", "u", "a{sv}"]);
    for (const text of ["a", "(", "()", "(s", "z", "a".repeat(100)])
      expect(() => splitSignature(text)).toThrow("malformed");
  });
});

describe("D-Bus messages", () => {
  const call = encodeCall(7, {
    path: "/a",
    interface: "b.c",
    member: "D",
    destination: "e.f",
    signature: "s",
    args: ["x"],
  });

  it("say how long they are as soon as that can be known", () => {
    expect(messageLength(call)).toBe(call.length);
    expect(messageLength(call.subarray(0, 15))).toBeUndefined();
    expect(() => messageLength(Buffer.from("HTTP/1.1 400 Bad Request"))).toThrow("not a message");
    const huge = Buffer.from(call);
    huge.writeUInt32LE(2 ** 31, 4);
    expect(() => messageLength(huge)).toThrow("a message of");
  });

  it("answer a call with values or with an error, in either byte order", () => {
    const reply = answer(
      2,
      [
        [5, { signature: "u", value: 7 }],
        [8, { signature: "g", value: "su" }],
      ],
      marshal("su", ["running", 3]),
    );
    expect(decodeMessage(reply)).toEqual({ replyTo: 7, error: undefined, body: ["running", 3] });
    const error = answer(
      3,
      [
        [4, { signature: "s", value: "org.example.No" }],
        [5, { signature: "u", value: 7 }],
      ],
      Buffer.alloc(0),
    );
    expect(decodeMessage(error)).toEqual({ replyTo: 7, error: "org.example.No", body: [] });
    const signal = answer(4, [[8, { signature: "g", value: "s" }]], marshal("s", ["x"]));
    expect(decodeMessage(signal).replyTo).toBeUndefined();
    const bigEndian = Buffer.from("420200010000000000000001000000080501750000000007", "hex");
    expect(messageLength(bigEndian)).toBe(24);
    expect(decodeMessage(bigEndian)).toEqual({ replyTo: 7, error: undefined, body: [] });
  });
});

function answer(kind: number, header: Value[], body: Buffer): Buffer {
  const head = marshal("yyyyuua(yv)", [0x6c, kind, 0, 1, body.length, 1, header]);
  return Buffer.concat([head, Buffer.alloc((8 - (head.length % 8)) % 8), body]);
}
