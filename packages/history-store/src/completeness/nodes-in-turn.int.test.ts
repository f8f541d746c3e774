import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestHistory, type TestHistory } from "../testing/test-history.js";
import { lineGaps } from "./line-gaps.js";
import { reachedGaps } from "./reached-gaps.js";
import { gapsMax, sequenceGaps } from "./sequence-gaps.js";

/** When all of it was observed, and received. */
const atMs = Math.floor(Date.now() / 1_000) * 1_000 - 60_000;
const scope = { fromMs: atMs - 3_600_000, toMs: atMs + 3_600_000 };

let test: TestHistory;

beforeAll(async () => {
  test = await createTestHistory();
  // More of one node than a look finds, and less of nodes that come before and after it.
  for (const [workspace, count] of [
    ["a", 2],
    ["many", gapsMax + 5],
    ["z", 3],
  ] as const) {
    await insert(`INSERT INTO host_events
        (workspace, node, family, boot_id, sequence, observed_at, received_at, reached)
      SELECT '${workspace}', 'n', 'host', ${atMs}, 1 + 2 * number, ${AT}, ${AT},
          [(if(number % 2 = 0, 'host.gpus', 'host.power'), ${atMs} + number, 5, ${atMs})]
      FROM numbers(${count} + 1)`);
    await insert(`INSERT INTO log_lines (workspace, node, log, line, received_at)
      SELECT '${workspace}', 'n', 'syslog', 1 + 2 * number, ${AT} FROM numbers(${count} + 1)`);
  }
});

afterAll(() => test.close());

it.each([
  ["numbers between others", sequenceGaps, 1],
  ["numbers that were told", reachedGaps, 0],
  ["lines", lineGaps, 1],
])("finds %s of every node, however many there are of one", async (_, find, less) => {
  const gaps = await find(test.history, scope);
  const of = (workspace: string) => gaps.filter((gap) => gap.workspace === workspace);
  expect(gaps).toHaveLength(gapsMax);
  expect([of("a").length, of("z").length]).toEqual([3 - less, 4 - less]);
  // Of a node the first ones, in the order of their lines and numbers.
  const keys = of("many").map(({ family, bootId, first }) => [family, String(bootId), String(first).padStart(9, "0")]);
  expect(keys).toEqual(keys.toSorted((one, other) => (one.join() < other.join() ? -1 : 1)));
});

const AT = `fromUnixTimestamp64Milli(toInt64(${atMs}), 'UTC')`;

function insert(query: string): Promise<unknown> {
  return test.history.client.command({ query });
}
