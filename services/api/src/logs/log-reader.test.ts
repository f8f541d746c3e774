import { SubjectError } from "@statwire/events";
import { type LastLines, SnapshotStoreUnavailableError, type StoredLine } from "@statwire/snapshot-store";
import { describe, expect, it } from "vitest";
import { ProblemError } from "../http/problem.js";
import { LogReader } from "./log-reader.js";

const nowMs = 1_000_000;
const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
const toLine = (line: number): StoredLine => ({
  line,
  atMs: nowMs - 10_000 + line,
  text: line % 2 === 0 ? "even" : "odd",
  severity: 0,
  origin: "",
  truncated: false,
});
const unavailable = () => new ProblemError("unavailable", "The history cannot be read now.");

/** A reader of one log, of which the stores hold these numbers; undefined is a store that is away. */
function readerOf({ latest, stored }: { latest: number[] | undefined; stored: number[] | undefined }): LogReader {
  const inLatest = () => {
    if (latest === undefined) throw new SnapshotStoreUnavailableError("disconnected");
    return latest;
  };
  const inStored = () => {
    if (stored === undefined) throw unavailable();
    return stored;
  };
  const summary = (lines: number[]) =>
    lines.length === 0
      ? []
      : [{ log: "syslog", totalLines: lines.at(-1) ?? 0, lastAtMs: nowMs, storedLines: lines.length }];
  return new LogReader({
    latestLogs: async () => summary(inLatest()),
    latestLines: async (_node, _log, { sinceLine, limit }): Promise<LastLines> => {
      const lines = inLatest();
      const found =
        sinceLine === undefined ? lines.slice(-limit) : lines.filter((line) => line > sinceLine).slice(0, limit);
      return { totalLines: lines.at(-1) ?? 0, lines: found.map(toLine) };
    },
    storedLogs: async () => summary(inStored()),
    storedLines: async ({ limit, before }) =>
      inStored()
        .filter((line) => before === undefined || line < before.line)
        .toReversed()
        .slice(0, limit)
        .map(toLine),
    storedLinesAfter: async (_node, _log, { sinceLine, limit }) =>
      inStored()
        .filter((line) => line > sinceLine)
        .slice(0, limit)
        .map(toLine),
    now: () => nowMs,
  });
}

const request = { node: "n", log: "syslog", fromMs: 0, toMs: nowMs * 2, texts: [], limit: 5 };
const page = async (stores: Parameters<typeof readerOf>[0], more: object = {}) =>
  (await readerOf(stores).page({ ...request, ...more })).map(({ line }) => line);

describe("a page of lines", () => {
  it("has those of both stores, newest first, each once", async () => {
    expect(await page({ latest: range(8, 12), stored: range(1, 10) })).toEqual([12, 11, 10, 9, 8]);
    expect(await page({ latest: range(8, 12), stored: range(1, 10) }, { texts: ["EVEN"], limit: 2 })).toEqual([12, 10]);
  });

  it("has none of the newest while lines before them are in neither store", async () => {
    expect(await page({ latest: range(15, 20), stored: range(1, 10) })).toEqual([10, 9, 8, 7, 6]);
    expect(await page({ latest: range(11, 20), stored: range(1, 10) })).toEqual([20, 19, 18, 17, 16]);
  });

  it("comes from one store when the other is away", async () => {
    expect(await page({ latest: undefined, stored: range(1, 10) })).toEqual([10, 9, 8, 7, 6]);
    expect(await page({ latest: range(8, 12), stored: undefined })).toEqual([12, 11, 10, 9, 8]);
    await expect(page({ latest: undefined, stored: undefined })).rejects.toMatchObject({ code: "unavailable" });
    await expect(page({ latest: [], stored: undefined })).rejects.toMatchObject({ code: "unavailable" });
  });

  it("comes from the history alone further back", async () => {
    const before = { atMs: nowMs, line: 9 };
    expect(await page({ latest: range(1, 12), stored: range(1, 10) }, { before })).toEqual([8, 7, 6, 5, 4]);
    await expect(page({ latest: range(1, 9), stored: undefined }, { before })).rejects.toMatchObject({ status: 503 });
  });
});

describe("the lines after a number", () => {
  const after = async (stores: Parameters<typeof readerOf>[0], sinceLine: number, believe = false) => {
    const { lines, isHeldBack } = await readerOf(stores).after("n", "syslog", { sinceLine, limit: 5, believe });
    return [lines.map(({ line }) => line), isHeldBack];
  };

  it("come from the snapshot store while it has the next one, else from the history", async () => {
    expect(await after({ latest: range(8, 12), stored: undefined }, 7)).toEqual([[8, 9, 10, 11, 12], false]);
    expect(await after({ latest: range(8, 12), stored: range(1, 10) }, 3)).toEqual([[4, 5, 6, 7, 8], false]);
    expect(await after({ latest: range(8, 12), stored: range(1, 12) }, 12)).toEqual([[], false]);
    expect(await after({ latest: undefined, stored: range(1, 12) }, 10)).toEqual([[11, 12], false]);
    await expect(after({ latest: undefined, stored: undefined }, 1)).rejects.toMatchObject({ code: "unavailable" });
  });

  it("wait at a number that may still come, until it is believed that it does not", async () => {
    const stores = { latest: [1, 2, 5, 6], stored: [1] };
    expect(await after(stores, 2)).toEqual([[], true]);
    expect(await after(stores, 2, true)).toEqual([[5, 6], false]);
    expect(await after({ latest: [1, 2], stored: [1, 2, 3] }, 2, true)).toEqual([[3], false]);
  });
});

describe("the list of logs", () => {
  it("comes from either store", async () => {
    const entry = { log: "syslog", totalLines: 9, lastAtMs: nowMs };
    expect(await readerOf({ latest: [9], stored: [5] }).list("n")).toEqual([entry]);
    expect(await readerOf({ latest: undefined, stored: [9] }).list("n")).toEqual([entry]);
    expect(await readerOf({ latest: [9], stored: undefined }).list("n")).toEqual([entry]);
    expect(await readerOf({ latest: [], stored: [] }).list("n")).toEqual([]);
    await expect(readerOf({ latest: undefined, stored: undefined }).list("n")).rejects.toMatchObject({ status: 503 });
  });
});

it("a name that no node can have has no logs", async () => {
  const never = async () => {
    throw new SubjectError("too long");
  };
  const sources = { latestLogs: never, latestLines: never, storedLines: never, storedLinesAfter: never };
  const reader = new LogReader({ ...sources, storedLogs: async () => [], now: () => nowMs });
  expect(await reader.list("n".repeat(256))).toEqual([]);
});
