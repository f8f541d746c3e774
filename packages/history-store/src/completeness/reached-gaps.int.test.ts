import { encodeHostSampled, families } from "@statwire/events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestHistory, type HostSample, type TestHistory } from "../testing/test-history.js";
import { countedEvents } from "./counted-events.js";
import { nodeCompleteness } from "./node-completeness.js";
import { reachedGaps, reachedLineGaps } from "./reached-gaps.js";

const hourMs = 3_600_000;
/** The run before this one began at a full hour yesterday, this one an hour later. */
const startMs = Math.floor(Date.now() / hourMs) * hourMs - 24 * hourMs;
const scope = { fromMs: startMs - hourMs, toMs: startMs + 3 * hourMs };
const before = BigInt(startMs);
const run = BigInt(startMs + hourMs);

let test: TestHistory;

beforeAll(async () => {
  test = await createTestHistory();
});
afterAll(() => test.close());

describe("numbers that a node tells to be stored", () => {
  it("are missed behind the last one that is there: of an ended run, of a rare family, of one of which nothing came", async () => {
    await land("teller", "host", before, [1, 2, 3, 4]);
    await land("teller", "inventory", run, [1]);
    await land("teller", "host", run, [1, 2], [line("host", before, 5, 20_000), line("inventory", run, 3, 90_000)]);
    await land("teller", "host", run, [3], [line("host.power", run, 1, 60_000)]);
    expect(await found("teller")).toEqual(["host 5-5", "host.power 1-1", "inventory 2-3"]);
    const [gap] = await reachedGaps(test.history, scope);
    expect(gap).toEqual({
      ...{ workspace: "default", node: "teller", family: "host", bootId: Number(before), first: 5, last: 5 },
      ...{ afterMs: startMs + 16_000, beforeMs: startMs + 20_000 },
      // Told twice: since the first time.
      visibleAtMs: startMs + hourMs + 4_250,
    });
    const range = { fromMs: scope.fromMs, toMs: scope.toMs, nowMs: scope.toMs };
    const { families, missing } = await nodeCompleteness(test.history, {
      ...{ workspace: "default", node: "teller", ...range },
    });
    expect(families.map(({ family, expected, received }) => [family, expected, received])).toEqual([
      ["host", 8, 7],
      ["host.power", 1, 0],
      ["inventory", 3, 1],
    ]);
    expect(missing.map(({ family, first, last, outstanding }) => [family, first, last, outstanding])).toEqual([
      ["host", 5, 5, false],
      ["host.power", 1, 1, false],
      ["inventory", 2, 3, false],
    ]);
  });

  it("are counted over long ranges, and as of a time", async () => {
    const range = { ...{ workspace: "default", node: "teller" }, fromMs: scope.fromMs, toMs: scope.toMs };
    const families = ["host", "inventory", "host.power", "host.none"];
    expect(await countedEvents(test.history, { ...range, families })).toEqual([
      { family: "host", expected: 8, received: 7 },
      { family: "host.power", expected: 1, received: 0 },
      { family: "inventory", expected: 3, received: 1 },
    ]);
    // The next run had not begun, and nothing told of the fifth.
    const asOfMs = startMs + 30 * 60_000;
    expect(await countedEvents(test.history, { ...range, families, asOfMs })).toEqual([
      { family: "host", expected: 4, received: 4 },
    ]);
  });

  it("are there when they are quarantined, where the others say that they should be", async () => {
    await land("apart", "host", before, [1, 2, 3, 6]);
    await land("apart", "host", run, [1], [line("host", before, 8, 32_000)]);
    await land("yesterday", "host", before - 5_000_000n, [400, 402]);
    // 4 and 8 of one node came with times that cannot be; so did one that is there as well, and numbers that cannot be.
    const numbers = { apart: ["4", "8", "6", "9007199254740992", "0"], yesterday: ["300", "401"], only: ["7"] };
    await test.history.client.insert({
      table: "quarantined_events",
      values: Object.entries(numbers).flatMap(([node, sequences]) => sequences.map((number) => apart(node, number))),
      format: "JSONEachRow",
    });
    const count = (node: string, asOfMs?: number) =>
      countedEvents(test.history, { workspace: "default", node, families: ["host"], ...scope, asOfMs });
    expect(await count("apart")).toEqual([{ family: "host", expected: 9, received: 7 }]);
    expect(await count("apart", startMs + 30 * 60_000)).toEqual([{ family: "host", expected: 6, received: 4 }]);
    // Of a run that began before the range, a number below those of the range is one from before.
    expect(await count("yesterday")).toEqual([{ family: "host", expected: 3, received: 3 }]);
    expect(await count("only")).toEqual([]);
  });

  it("are not missed when they are there, or later ones, or when they cannot be true", async () => {
    await land("whole", "host", before, [1, 2, 3]);
    await land("whole", "inventory", before, [1, 2]);
    const future = { ...line("host.cpu", run, 7, 0), observedAtMs: BigInt(scope.toMs + 9 * hourMs) };
    const lines = [line("host", before, 3, 12_000), line("inventory", before, 1, 4_000), future];
    await land("whole", "host", run, [1], [...lines, { ...line("host.load", run, 0, 1), sequence: 2n ** 60n }]);
    expect(await found("whole")).toEqual([]);
    const kept = await test.rows(
      "SELECT arrayMap(line -> line.1, reached) AS names FROM host_events WHERE node = 'whole'",
    );
    expect(kept).toContainEqual({ names: ["host", "inventory"] });
  });

  it("are of every known family, and of logs that can have a name", async () => {
    const longest = `log/${"ö".repeat(127)}x`;
    const known = [...families.map((family) => line(family, run, 1, 0)), line(longest, 0n, 1, 0)];
    const unknown = ["", "\r\n", "host.\r\nx", "host.unheard-of", "log", "log/", `${longest}y`, "x".repeat(100_000)];
    const untrue = [...unknown.map((family) => line(family, 0n, 1, 0)), line("log/syslog", run, 1, 0)];
    await land("namer", "host", run, [1], [...untrue, ...known]);
    await test.land([encodeHostSampled({ bootId: run, sequence: 1n, observedAtMs: run, reached: untrue })], {
      ...{ node: "namer", kind: "survey", family: "host.power", receivedAtMs: Number(run) },
    });
    const kept = await test.rows<{ names: string[] }>(
      "SELECT arrayMap(line -> line.1, reached) AS names FROM host_events WHERE node = 'namer' ORDER BY family",
    );
    expect(kept).toEqual([{ names: [...families, longest] }, { names: [] }]);
  });

  it("of lines of a log are those of its lines", async () => {
    const lines = [1, 2, 3, 4].map((number) => ({
      workspace: "default",
      node: "logger",
      log: "sys log",
      line: number,
    }));
    const values = lines.map((row) => ({ ...row, at: text(startMs), received_at: text(startMs + 500) }));
    await test.history.client.insert({ table: "log_lines", values, format: "JSONEachRow" });
    await land("logger", "host", run, [1], [line("log/sys log", 0n, 6, 3_000), line("log/other", 0n, 9, 3_000)]);
    const gaps = await reachedLineGaps(test.history, { ...scope, nodes: [{ workspace: "default", node: "logger" }] });
    expect(gaps.map(({ node, family, bootId, first, last }) => [node, family, bootId, first, last])).toEqual([
      ["logger", "log/other", 0, 9, 9],
      ["logger", "log/sys log", 0, 5, 6],
    ]);
  });
});

type Line = NonNullable<HostSample["reached"]>[number];

function line(family: string, bootId: bigint, sequence: number, afterStartMs: number): Line {
  return { family, bootId, sequence: BigInt(sequence), observedAtMs: BigInt(startMs + afterStartMs) } as Line;
}

/** One event every four seconds of its run. */
async function land(node: string, family: string, bootId: bigint, sequences: number[], reached: Line[] = []) {
  for (const sequence of sequences) {
    const observedAtMs = Number(bootId) + sequence * 4_000;
    const event = { bootId, sequence: BigInt(sequence), observedAtMs: BigInt(observedAtMs), reached };
    await test.landHost([event], { node, family, receivedAtMs: observedAtMs + 250 });
  }
}

/** A row of an event that arrived half an hour after the run before this one began, in that run or an older one. */
function apart(node: string, sequence: string) {
  return {
    ...{ workspace: "default", node, family: "host", event_seq: 1, event_index: 0, reason: "observed in the future" },
    ...{ boot_id: String(node === "yesterday" ? before - 5_000_000n : before), sequence },
    received_at: text(startMs + 30 * 60_000),
  };
}

async function found(node: string): Promise<string[]> {
  const gaps = await reachedGaps(test.history, { ...scope, nodes: [{ workspace: "default", node }] });
  return gaps.map(({ family, first, last }) => `${family} ${first}-${last}`);
}

function text(ms: number): string {
  return new Date(ms).toISOString().replace("T", " ").replace("Z", "");
}
