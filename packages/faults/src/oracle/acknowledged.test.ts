import { appendFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encodeEventsDropped, encodeFrames, encodeHostSampled, encodeLogLinesRead } from "@statwire/events";
import { expect, it } from "vitest";
import { Acknowledged } from "./acknowledged.js";
import { compareAcknowledged, missingInLog } from "./compare-acknowledged.js";
import type { StoredHistory } from "./compare-history.js";
import { Truth } from "./truth.js";

it("has what files and our own senders say, line by line as they grow, and nothing of half a line", () => {
  const folder = mkdtempSync(join(tmpdir(), "acknowledged-"));
  const acknowledged = new Acknowledged(folder);
  acknowledged.also(() => ["past host 1 1"]);
  const file = acknowledged.settingsOf("n").COLLECTOR_ACKNOWLEDGED_TO ?? "";
  appendFileSync(file, '\n["n","host",5,1]\n["n","ho');
  expect([...acknowledged.now()]).toEqual(["n host 5 1", "past host 1 1"]);
  appendFileSync(file, 'st",5,2]\n["n","host",5,');
  appendFileSync(file, '\n["n","log/wörk",6,1]\n');
  expect([...acknowledged.now()]).toEqual(["n host 5 1", "n host 5 2", "n log/wörk 6 1", "past host 1 1"]);
});

const storedAtMs = 1_000_000;

/** Two readings, an event of two lines and one of none, and an announcement. */
function truthOfSome(): Truth {
  const truth = new Truth();
  const numbered = (sequence: number) => ({ bootId: 5n, sequence: BigInt(sequence), observedAtMs: 1n });
  const take = (stream: "TELEMETRY" | "LOGS" | "INTEGRITY", subject: string, sequence: number, event: Uint8Array) =>
    truth.take(stream, { subject, sequence, storedAtMs, data: encodeFrames([event]) });
  take("TELEMETRY", "telemetry.v1.default.n.live.host", 1, encodeHostSampled(numbered(1)));
  take("TELEMETRY", "telemetry.v1.default.n.live.host", 2, encodeHostSampled(numbered(2)));
  const lines = [{ text: "a" }, { text: "b" }];
  take("LOGS", "logs.v1.default.n.work", 1, encodeLogLinesRead({ ...numbered(1), firstLine: 1n, lines }));
  take("LOGS", "logs.v1.default.n.work", 2, encodeLogLinesRead({ ...numbered(2), firstLine: 3n, lines: [] }));
  const dropped = { family: "host", bootId: 5n, firstSequence: 3n, lastSequence: 4n, count: 2n };
  take("INTEGRITY", "integrity.v1.default.n.dropped", 1, encodeEventsDropped(dropped));
  return truth;
}

function storedOfSome(): StoredHistory {
  return {
    events: new Map([
      ["n host 5 1 1", ["1/0"]],
      ["n host 5 2 1", ["2/0"]],
    ]),
    ...{ quarantined: new Map(), rows: new Map(), logs: new Map() },
    rowsAt: { LOGS: new Map([[1, 2]]), INTEGRITY: new Map([[1, 1]]), KV_config: new Map(), AUDIT: new Map() },
  };
}

const told = new Set(["n host 5 1", "n log/work 5 1", "n log/work 5 2", "n dropped/host 5 3"]);

it("finds nothing while each is in the log and in the rows once, and counts those that nobody was told of", () => {
  expect(compareAcknowledged(told, truthOfSome(), storedOfSome())).toEqual({ lost: [], doubled: [], untold: 1 });
});

it("finds an acknowledged event that the log does not hold, unless it was given up in public", () => {
  const more = new Set([...told, "n host 5 4"]);
  expect(missingInLog(more, truthOfSome())).toEqual(["n host 5 4"]);
  expect(compareAcknowledged(more, truthOfSome(), storedOfSome()).lost).toEqual([
    "n host 5 4 was acknowledged and is not in the log",
  ]);
  const isAnnounced = (number: string) => number === "n host 5 4";
  expect(compareAcknowledged(more, truthOfSome(), storedOfSome(), isAnnounced).lost).toEqual([]);
});

it.each<[string, (stored: StoredHistory) => void, { lost: string[]; doubled: string[] }]>([
  ["no row", ({ events }) => void events.delete("n host 5 1 1"), { lost: ["n host 5 1"], doubled: [] }],
  ["two rows", ({ events }) => void events.set("n host 5 1 1", ["1/0", "1/0"]), { lost: [], doubled: ["n host 5 1"] }],
  [
    "a row of another time",
    ({ events }) => void events.set("n host 5 1 2", ["1/0"]),
    { lost: [], doubled: ["n host 5 1"] },
  ],
  ["too few lines", ({ rowsAt }) => void rowsAt.LOGS.set(1, 1), { lost: ["n log/work 5 1"], doubled: [] }],
  ["too many lines", ({ rowsAt }) => void rowsAt.LOGS.set(1, 3), { lost: [], doubled: ["n log/work 5 1"] }],
  ["no announcement", ({ rowsAt }) => rowsAt.INTEGRITY.clear(), { lost: ["n dropped/host 5 3"], doubled: [] }],
])("finds %s of an acknowledged event", (_name, damage, expected) => {
  const stored = storedOfSome();
  damage(stored);
  const { lost, doubled } = compareAcknowledged(told, truthOfSome(), stored);
  const named = (texts: string[]) => texts.map((text) => text.split(" was ")[0]);
  expect({ lost: named(lost), doubled: named(doubled) }).toEqual(expected);
});

it("finds an acknowledged event that the log holds twice", () => {
  const truth = truthOfSome();
  const again = encodeFrames([encodeHostSampled({ bootId: 5n, sequence: 1n, observedAtMs: 2n })]);
  truth.take("TELEMETRY", { subject: "telemetry.v1.default.n.live.host", sequence: 3, storedAtMs, data: again });
  expect(compareAcknowledged(told, truth, storedOfSome()).doubled).toEqual([
    "n host 5 1 was acknowledged and is in the log at TELEMETRY 1/0, TELEMETRY 3/0",
  ]);
});
