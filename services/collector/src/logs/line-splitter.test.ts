import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LineSplitter } from "./line-splitter.js";

interface Seen {
  text: string;
  cut: boolean;
  /** In the whole of what was pushed. */
  end: number;
}

function split(chunks: readonly Buffer[], bytesMax: number, isLast = true): Seen[] {
  const splitter = new LineSplitter(bytesMax);
  const seen: Seen[] = [];
  let offset = 0;
  for (const chunk of chunks) {
    splitter.push(chunk, (line, cut, end) => seen.push({ text: line.toString(), cut, end: offset + end }));
    offset += chunk.length;
  }
  if (isLast) splitter.finish(offset, (line, cut, end) => seen.push({ text: line.toString(), cut, end }));
  return seen;
}

describe("a line splitter", () => {
  it("takes off the end of a line, and one carriage return", () => {
    expect(split([Buffer.from("a\nb\r\n\n\r\r\nc\r")], 100)).toEqual([
      { text: "a", cut: false, end: 2 },
      { text: "b", cut: false, end: 5 },
      { text: "", cut: false, end: 6 },
      { text: "\r", cut: false, end: 9 },
      { text: "c", cut: false, end: 11 },
    ]);
  });

  it("skips the hole at the beginning of a file, over chunks, and no other", () => {
    expect(split([Buffer.alloc(10), Buffer.from("\0\0a\0\nb\n")], 100)).toEqual([
      { text: "a\0", cut: false, end: 15 },
      { text: "b", cut: false, end: 17 },
    ]);
    const later = new LineSplitter(100);
    later.reset(false);
    const seen: string[] = [];
    later.push(Buffer.from("\0a\n"), (line) => seen.push(line.toString()));
    expect(seen).toEqual(["\0a"]);
  });

  it("holds no more of a line than it keeps", () => {
    const splitter = new LineSplitter(100);
    const piece = Buffer.alloc(1000, "x");
    for (let count = 0; count < 1000; count += 1) splitter.push(piece, () => expect.unreachable());
    expect(splitter.heldBytes).toBe(100);
    const seen: [number, boolean][] = [];
    splitter.push(Buffer.from("\nshort\n"), (line, cut) => seen.push([line.length, cut]));
    expect(seen).toEqual([
      [100, true],
      [5, false],
    ]);
  });

  it("gives the same lines however the bytes are cut into chunks", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "\n", "\r"), maxLength: 200 });
    fc.assert(
      fc.property(
        text,
        fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 10 }),
        fc.boolean(),
        (any, cuts, last) => {
          const bytes = Buffer.from(any);
          const marks = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((one, other) => one - other)];
          const chunks = marks.map((mark, index) => bytes.subarray(mark, marks[index + 1] ?? bytes.length));
          expect(split(chunks, 10, last)).toEqual(split([bytes], 10, last));
          expect(split(chunks, 1000, last).map((line) => line.text)).toEqual(
            any
              .split("\n")
              .slice(0, last && !any.endsWith("\n") && any !== "" ? undefined : -1)
              .map((line) => line.replace(/\r$/, "")),
          );
        },
      ),
    );
  });
});
