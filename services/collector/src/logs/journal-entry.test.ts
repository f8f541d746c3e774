import { describe, expect, it } from "vitest";
import { parseJournalEntry, toLines } from "./journal-entry.js";
import { lineText } from "./line-text.js";

const toLineText = lineText({ redact: { kinds: ["ip"], strings: [] }, lineBytesMax: 1000 });

function parse(fields: object) {
  return parseJournalEntry(Buffer.from(JSON.stringify(fields)));
}

const entry = { __CURSOR: "s=1;i=2", __REALTIME_TIMESTAMP: "1790000000123456" };

describe("an entry of the journal", () => {
  it("has a time, a severity and an origin", () => {
    const parsed = parse({
      ...entry,
      MESSAGE: "hello",
      PRIORITY: "3",
      _SYSTEMD_UNIT: "a.service",
      SYSLOG_IDENTIFIER: "a",
    });
    expect(parsed).toEqual({
      cursor: "s=1;i=2",
      message: Buffer.from("hello"),
      atMs: 1_790_000_000_123,
      severity: 4,
      origin: "a.service",
    });
    expect(parse({ ...entry, MESSAGE: "x", SYSLOG_IDENTIFIER: "a" })).toMatchObject({ severity: 0, origin: "a" });
  });

  it.each([
    ["bytes", [104, 255], "h\ufffd"],
    ["several values", ["first", "second"], "first"],
    ["several values of bytes", [[104], [105]], "h"],
    ["null", null, ""],
    ["nothing", undefined, ""],
  ])("may have %s for a message", (_, MESSAGE, text) => {
    const parsed = parse({ ...entry, MESSAGE });
    expect(parsed && toLines(parsed, toLineText).map((line) => line.text)).toEqual([text]);
  });

  it("may have several lines, redacted, of one time", () => {
    const parsed = parse({ ...entry, MESSAGE: "one\n\nfrom 10.1.2.3\n", PRIORITY: "6" });
    const common = { truncated: false, severity: 7, origin: "", atMs: 1_790_000_000_123 };
    expect(parsed && toLines(parsed, toLineText)).toEqual([
      { ...common, text: "one" },
      { ...common, text: "" },
      { ...common, text: "from 10.1.*.*" },
    ]);
  });

  it("has no more lines than fit into one event", () => {
    const parsed = parse({ ...entry, MESSAGE: `${"x".repeat(900)}\n`.repeat(1000) });
    expect(parsed && toLines(parsed, toLineText).length).toBe(Math.floor((256 * 1024) / 948));
  });

  it.each(["", "-- No entries --", "{", "[]", "null", "{}", '{"__CURSOR":""}'])("is not %j", (text) => {
    expect(parseJournalEntry(Buffer.from(text))).toBeUndefined();
  });
});
