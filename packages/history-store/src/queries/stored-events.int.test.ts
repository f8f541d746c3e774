import { type EventAddress, encodeLogLinesRead } from "@statwire/events";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestHistory, type TestHistory } from "../testing/test-history.js";
import { storedEvents } from "./stored-events.js";

// Recent: what is older than the retention goes as soon as it has come.
const at = Date.now() - 7_200_000;
const address: EventAddress = { workspace: "default", node: "node-1", kind: "host", family: "host" };
const identity = (sequence: number, observedAtMs = at) => ({ bootId: 1n, sequence: BigInt(sequence), observedAtMs });
let test: TestHistory;

beforeAll(async () => {
  test = await createTestHistory();
  const load = { intervalMs: 4_000, oneMinuteE2: 1 };
  const future = BigInt(at + 3_600_000);
  await test.landHost(
    [
      { observedAtMs: BigInt(at), load },
      { observedAtMs: BigInt(at), load },
    ],
    { receivedAtMs: at },
  );
  await test.landHost([{ sequence: 9n, observedAtMs: future, load }], { receivedAtMs: at });
  const lines = encodeLogLinesRead({
    ...identity(1),
    observedAtMs: BigInt(at),
    log: "syslog",
    firstLine: 5n,
    lines: [{ text: "five" }, { text: "six" }],
  });
  const drops = { droppedLines: 3n, droppedWhy: "rate" };
  const dropped = encodeLogLinesRead({
    ...identity(2),
    observedAtMs: BigInt(at),
    log: "syslog",
    firstLine: 10n,
    ...drops,
  });
  await test.land([lines, dropped], { kind: "log", family: "syslog", receivedAtMs: at });
});

afterAll(() => test.close());

it("says of each event of a node and family whether it is there, quarantined or not", async () => {
  const events = [identity(1), identity(2), identity(3), identity(9, at + 3_600_000)];
  expect(await storedEvents(test.history, address, events)).toEqual([true, true, false, true]);
  expect(await storedEvents(test.history, { ...address, node: "node-2" }, [identity(1)])).toEqual([false]);
  expect(await storedEvents(test.history, { ...address, workspace: "other" }, [identity(1)])).toEqual([false]);
  expect(await storedEvents(test.history, { ...address, family: "host.load" }, [identity(1)])).toEqual([false]);
  expect(await storedEvents(test.history, address, [])).toEqual([]);
});

it("knows lines by their number and text, and what was given up by its number and count", async () => {
  const log: EventAddress = { ...address, kind: "log", family: "syslog" };
  const lines = (firstLine: bigint, firstText: string | undefined, droppedLines = 0n) => ({
    ...identity(7),
    lines: { firstLine, firstText, droppedLines },
  });
  const events = [lines(5n, "five"), lines(5n, "another"), lines(7n, "seven"), lines(10n, undefined, 3n)];
  expect(await storedEvents(test.history, log, events)).toEqual([true, false, false, true]);
});

it("bears numbers that no table can hold", async () => {
  const largest = { bootId: 2n ** 64n - 1n, sequence: 2n ** 64n - 1n, observedAtMs: Number.MAX_SAFE_INTEGER };
  expect(await storedEvents(test.history, address, [largest])).toEqual([false]);
});
