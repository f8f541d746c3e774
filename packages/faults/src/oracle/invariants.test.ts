import { expect, it } from "vitest";
import { type Look, violations } from "./invariants.js";

const counted = { events: 10, sequences: 55n };
const look: Look = {
  committed: 10,
  log: counted,
  history: { ...counted, identities: 10, places: 10 },
  overfullHours: [],
  snapshots: new Map([["n cpu", { bootId: 5, sequence: 9 }]]),
};

it("finds nothing while what is committed is stored once, and nothing goes back", () => {
  expect(violations(look, undefined)).toEqual([]);
  expect(violations(look, { committed: 10, snapshots: new Map([["n cpu", { bootId: 4, sequence: 90 }]]) })).toEqual([]);
});

it("finds a position ahead of what is stored, rows too many, and rows of other events", () => {
  const history = (changed: Partial<Look["history"]>) =>
    violations({ ...look, history: { ...look.history, ...changed } }, undefined).join("\n");
  expect(history({ events: 9, places: 9, identities: 9 })).toMatch(/1 of 10 events up to the committed 10 have no row/);
  expect(history({ events: 11 })).toMatch(/11 rows of 10 events, at 10 places/);
  expect(history({ places: 9 })).toMatch(/10 rows of 10 events, at 9 places/);
  expect(history({ sequences: 54n })).toMatch(/are of other events/);
  expect(history({ identities: 9 })).toMatch(/10 rows of 9 different events/);
});

it("finds a position, a snapshot and an hour that say what cannot be", () => {
  expect(violations(look, { committed: 11, snapshots: new Map() })).toEqual([
    "in the middle of faults: the committed position went back from 11 to 10",
  ]);
  expect(violations(look, { committed: 10, snapshots: new Map([["n cpu", { bootId: 5, sequence: 10 }]]) })).toEqual([
    "in the middle of faults: snapshot n cpu went back from 5 #10 to 5 #9",
  ]);
  expect(violations({ ...look, overfullHours: ["hour x"] }, undefined)).toEqual(["in the middle of faults: hour x"]);
});
