import { describe, expect, it } from "vitest";
import { momentOf } from "./moments.js";
import { metricSum } from "./ops.js";
import { bytesText, durationText, plainText, toTable } from "./readable.js";

it("aligns columns, numbers to the right", () => {
  expect(
    toTable([
      ["NAME", "N", ""],
      ["a", "5", "x"],
      ["long", "12", ""],
    ]),
  ).toBe("NAME   N\na      5  x\nlong  12");
});

it.each([
  [0, "0 B"],
  [1023, "1023 B"],
  [1536, "1.5 KiB"],
  [64 * 1024 ** 2, "64.0 MiB"],
  [200 * 1024 ** 3, "200 GiB"],
])("writes %d bytes", (bytes, text) => expect(bytesText(bytes)).toBe(text));

it.each([
  [0, "0 s"],
  [1_500, "1.5 s"],
  [119_000, "119 s"],
  [5_400_000, "90 min"],
  [259_200_000, "3 d"],
])("writes %d milliseconds", (ms, text) => expect(durationText(ms)).toBe(text));

it("shows foreign text without what moves a terminal's cursor or turns its direction", () => {
  expect(plainText("a\u001b[2Jb\r\nc\u202e")).toBe("a\\x1b[2Jb\\x0d\\x0ac\\x202e");
});

describe("momentOf", () => {
  it.each([
    ["now", 1e12],
    ["15m", 1e12 - 900_000],
    ["-2d", 1e12 - 172_800_000],
    ["2026-01-31T12:00:00Z", Date.UTC(2026, 0, 31, 12)],
    ["2026-01-31T12:00+01:00", Date.UTC(2026, 0, 31, 11)],
  ])("reads %s", (text, ms) => expect(momentOf(text, "--since", 1e12)).toBe(ms));

  it.each(["", "soon", "5", "2026-01-31", "2026-01-31T12:00:00", "1y"])("refuses %j", (text) => {
    expect(() => momentOf(text, "--since", 0)).toThrow("--since: expected now");
  });
});

it("adds the values of a metric up over its labels", () => {
  const text = '# TYPE a counter\na{x="1"} 2\na{x="2"} 3.5\nab 7\n';
  expect(metricSum(text, "a")).toBe(5.5);
  expect(metricSum(text, "b")).toBeUndefined();
});
