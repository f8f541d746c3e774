import { expect, it } from "vitest";
import { aheadOfLog, hourViolations, type StreamLook, setBack, streamViolations } from "./invariants.js";

const counted = { rows: 10, sequences: 55n };
const look: StreamLook = {
  stream: "LOGS",
  committed: 10,
  log: counted,
  history: { ...counted, identities: 10, places: 10 },
};

it("finds nothing while what is committed is stored once, and the position does not go back", () => {
  expect(streamViolations(look, undefined)).toEqual([]);
  expect(streamViolations(look, { committed: 10 })).toEqual([]);
});

it("finds a position ahead of what is stored, rows too many, and rows of other events", () => {
  const history = (changed: Partial<StreamLook["history"]>) =>
    streamViolations({ ...look, history: { ...look.history, ...changed } }, undefined).join("\n");
  expect(history({ rows: 9, places: 9, identities: 9 })).toMatch(/1 of 10 rows up to the committed 10 of LOGS are not/);
  expect(history({ rows: 11 })).toMatch(/11 rows instead of 10, at 10 places/);
  expect(history({ places: 9 })).toMatch(/10 rows instead of 10, at 9 places/);
  expect(history({ sequences: 54n })).toMatch(/are of other messages/);
  expect(history({ identities: 9 })).toMatch(/10 rows of 9 different events/);
});

it("finds a position, a snapshot and an hour that say what cannot be", () => {
  expect(streamViolations(look, { committed: 11 })).toEqual(["the committed position of LOGS went back from 11 to 10"]);
  const at = (bootId: number, sequence: number) => new Map([["n cpu", { bootId, sequence }]]);
  expect(setBack(at(5, 9), at(5, 10))).toEqual(["snapshot n cpu went back from 5 #10 to 5 #9"]);
  expect([...setBack(at(5, 9), at(4, 90)), ...setBack(at(5, 9), new Map())]).toEqual([]);
  expect(aheadOfLog(at(5, 9), at(5, 9))).toEqual([]);
  expect(aheadOfLog(at(5, 9), at(5, 8))).toEqual(["snapshot n cpu is at 5 #9, the log at 5 #8"]);
  expect(aheadOfLog(at(5, 9), new Map())).toEqual(["snapshot n cpu is at 5 #9, the log at none"]);
  const raw = new Map([["host_cpu n 7", 3]]);
  expect(hourViolations(new Map([["host_cpu n 7", 3]]), raw)).toEqual([]);
  expect(hourViolations(new Map([["host_cpu n 7", 4]]), raw)).toEqual([
    "hour host_cpu n 7 is closed with 4 readings, raw has 3",
  ]);
  expect(hourViolations(new Map([["host_cpu m 7", 1]]), raw)).toHaveLength(1);
});
