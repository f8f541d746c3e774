import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestHistory, type TestHistory } from "../testing/test-history.js";
import { lineGaps } from "./line-gaps.js";
import { logCompleteness } from "./log-completeness.js";
import { presentSequences } from "./present-sequences.js";

const hourMs = 3_600_000;
const noonMs = Math.floor(Date.now() / hourMs) * hourMs - 30 * hourMs;
const nowMs = noonMs + 5 * hourMs;
const range = { workspace: "default", fromMs: noonMs, toMs: noonMs + hourMs, nowMs };
const arrivedMs = (line: number) => noonMs + line * 1_000;
const toText = (ms: number) => new Date(ms).toISOString().replace("T", " ").replace("Z", "");

let test: TestHistory;

beforeAll(async () => {
  test = await createTestHistory();
  // 1–10, 14–20 and 24–30 of syslog; 11–13 were given up in two pieces, 21 and 22 lost, 23 set apart. All of quiet.
  const lines = [...numbers(1, 10), ...numbers(14, 20), ...numbers(24, 30)];
  await insert("log_lines", [
    ...lines.map((line) => row("syslog", line)),
    ...numbers(24, 25).map((line) => row("syslog", line)),
    ...numbers(5, 9).map((line) => row("quiet", line, 90_000)),
  ]);
  await insert("log_drops", [drop(12, 1), drop(14, 2)]);
  await insert("quarantined_events", [
    {
      ...{ workspace: "default", node: "web-1", family: "log/syslog", event_seq: 1, event_index: 0 },
      ...{ received_at: toText(arrivedMs(23)), reason: "observed in the future", boot_id: 1, sequence: 1 },
      ...{ observed_at_ms: 1, event: JSON.stringify({ first_line: 23, lines: [{ text: "x" }] }) },
    },
  ]);
});

afterAll(() => test.close());

describe("completeness of logs", () => {
  it("counts lines by log, without those that were given up, and names what is missing", async () => {
    const { logs, missing, truncated } = await logCompleteness(test.history, { ...range, node: "web-1" });
    expect(logs).toEqual([
      { log: "quiet", expected: 5, received: 5, late: 5, doubled: 0, givenUp: 0, skewMs: 90_000 },
      { log: "syslog", expected: 26, received: 24, late: 0, doubled: 2, givenUp: 3, skewMs: 200 },
    ]);
    expect(missing).toMatchObject([{ family: "log/syslog", bootId: 0, first: 21, last: 22, outstanding: false }]);
    expect(missing[0]).toMatchObject({ afterMs: arrivedMs(20), beforeMs: expect.any(Number) });
    expect(truncated).toBe(false);
  });

  it("sees a gap at the edge of the range, and none in a range without", async () => {
    const edge = await logCompleteness(test.history, { ...range, node: "web-1", fromMs: arrivedMs(22) });
    expect(edge.missing).toMatchObject([{ first: 22, last: 22 }]);
    const before = await logCompleteness(test.history, { ...range, node: "web-1", toMs: arrivedMs(15) });
    expect(before.missing).toEqual([]);
    const nobody = await logCompleteness(test.history, { ...range, node: "web-2" });
    expect(nobody).toEqual({ logs: [], missing: [], truncated: false });
  });

  it("finds gaps of all nodes at once, and what of them is accounted for", async () => {
    const gaps = await lineGaps(test.history, { fromMs: noonMs, toMs: noonMs + hourMs });
    expect(gaps.map(({ node, family, first, last }) => [node, family, first, last])).toEqual([
      ["web-1", "log/syslog", 11, 13],
      ["web-1", "log/syslog", 21, 23],
    ]);
    const line = { workspace: "default", node: "web-1", family: "log/syslog", bootId: 0 };
    const present = await presentSequences(test.history, line, { first: 11, last: 23 });
    expect(
      present.map(({ first, last }) => [first, last]).sort((one, other) => Number(one[0]) - Number(other[0])),
    ).toEqual([
      [11, 11],
      [12, 13],
      [14, 20],
      [23, 23],
    ]);
  });
});

function numbers(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function row(log: string, line: number, delayMs = 200) {
  return {
    ...{ workspace: "default", node: "web-1", log, line, event_seq: line, text: `line ${line}` },
    ...{ at: toText(arrivedMs(line) - delayMs), received_at: toText(arrivedMs(line)) },
  };
}

function drop(beforeLine: number, lines: number) {
  return {
    ...{
      workspace: "default",
      node: "web-1",
      log: "syslog",
      before_line: beforeLine,
      dropped_lines: lines,
      why: "rate",
    },
    ...{ at: toText(arrivedMs(beforeLine)), received_at: toText(arrivedMs(beforeLine)) },
  };
}

async function insert(table: string, values: object[]): Promise<void> {
  await test.history.client.insert({ table, values, format: "JSONEachRow" });
}
