import { decodeLogLinesRead, encodeLogLinesRead } from "@statwire/events";
import { describe, expect, it } from "vitest";
import { toLogEvent } from "./log-event.js";
import { positionMax } from "./snapshot.js";

const name = { workspace: "default", node: "web-1", log: "syslog" };
const decoded = (event: Parameters<typeof encodeLogLinesRead>[0]) => decodeLogLinesRead(encodeLogLinesRead(event));
const place = { bootId: 5n, sequence: 7n, observedAtMs: 1_000n };

describe("toLogEvent", () => {
  it("numbers the lines and takes the names from the subject", () => {
    const lines = [
      { text: "one", atMs: 900n, severity: 4, origin: "sshd", truncated: true },
      { text: "two", atMs: 950n },
    ];
    const event = decoded({ ...place, log: "other", firstLine: 41n, lines });
    expect(toLogEvent(name, event)).toEqual({
      ...name,
      bootId: 5,
      sequence: 7,
      firstLine: 41,
      droppedLines: 0,
      totalLines: 42,
      lastAtMs: 950,
      lines: [
        { line: 41, atMs: 900, text: "one", severity: 4, origin: "sshd", truncated: true },
        { line: 42, atMs: 950, text: "two", severity: 0, origin: "", truncated: false },
      ],
    });
  });

  it("takes an event without lines: the log ends before its first line", () => {
    const event = decoded({ ...place, firstLine: 41n, droppedLines: 40n, droppedWhy: "rate" });
    expect(toLogEvent(name, event)).toMatchObject({
      totalLines: 40,
      droppedLines: 40,
      lastAtMs: 1_000,
      lines: [],
    });
  });

  it.each([0n, -5n, 301_001n, 2n ** 62n])("takes the reading's time for a line's of %s", (atMs) => {
    const event = decoded({ ...place, firstLine: 1n, lines: [{ atMs }, { atMs: 301_000n }, { atMs: 1n }] });
    expect(toLogEvent(name, event).lines.map((line) => line.atMs)).toEqual([1_000, 301_000, 1]);
  });

  it.each([
    ["boot_id", { bootId: 0n }],
    ["sequence", { sequence: 2n ** 60n }],
    ["first_line", { firstLine: 0n }],
    ["first_line", { firstLine: BigInt(positionMax), lines: [{ atMs: 1n }, { atMs: 1n }] }],
    ["observed_at_ms", { observedAtMs: -1n }],
  ])("refuses a %s out of bounds", (field, odd) => {
    const event = decoded({ ...place, firstLine: 1n, ...odd });
    expect(() => toLogEvent(name, event)).toThrow(field);
  });
});
