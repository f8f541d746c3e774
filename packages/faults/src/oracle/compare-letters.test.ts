import { encodeFrames, encodeHostSampled } from "@statwire/events";
import { expect, it } from "vitest";
import { poisonKinds, poisonNames } from "../scenarios/poisons.js";
import { isRefusal } from "../scenarios/try-once.js";
import { compareLetters, comparePoisons } from "./compare-letters.js";
import { Truth } from "./truth.js";

/** A good message, a truncated one, and one with a number that nobody has. */
function truthOfThree(): Truth {
  const truth = new Truth();
  const subject = "telemetry.v1.default.n.live.host";
  const good = encodeFrames([encodeHostSampled({ bootId: 5n, sequence: 1n, observedAtMs: 1n })]);
  const numberless = encodeFrames([encodeHostSampled({ bootId: 5n, sequence: 0n, observedAtMs: 1n })]);
  for (const [index, data] of [good, good.subarray(0, 3), numberless].entries()) {
    truth.take("TELEMETRY", { subject, sequence: index + 1, storedAtMs: 1_000, data });
  }
  return truth;
}

it("wants each message that nobody can read among the dead letters, once, and nothing else", () => {
  const compare = (...letters: string[]) => compareLetters(truthOfThree(), letters);
  expect(compare("TELEMETRY 2")).toEqual({ lost: [], doubled: [], expected: 1 });
  expect(compare()).toEqual({ lost: ["TELEMETRY 2 is no dead letter"], doubled: [], expected: 1 });
  expect(compare("TELEMETRY 2", "TELEMETRY 2").doubled).toEqual(["TELEMETRY 2 is a dead letter 2 times"]);
  expect(compare("TELEMETRY 2", "LOGS 2").doubled).toEqual(["LOGS 2 can be read, and is a dead letter"]);
});

it("finds a kind that was never tried, and one that did not end where it has to", () => {
  const tries = [
    { kind: "truncated", attempts: 1, refused: 0, taken: [2] },
    { kind: "number 0", attempts: 1, refused: 0, taken: [3] },
    { kind: "wrong header id", attempts: 1, refused: 0, taken: [1] },
    { kind: "oversized", attempts: 2, refused: 1, taken: [] },
    { kind: "malformed", attempts: 0, refused: 0, taken: [] },
  ] as const;
  const { rows, findings } = comparePoisons(
    truthOfThree(),
    ["TELEMETRY 2"],
    tries.map((one) => ({ ...one, taken: [...one.taken] })),
  );
  expect(rows.slice(0, 3)).toMatchObject([{ deadLettered: 1 }, { apart: 1 }, { stored: 1 }]);
  expect(findings).toEqual(["oversized: 1 of 2 were refused", "nothing malformed was tried"]);
});

it("makes poisons of every kind that this side of the bus judges as it says", () => {
  for (const name of poisonNames) {
    const { end, make } = poisonKinds[name];
    const numbers = { bootId: 5n, sequence: 3, atMs: 1_000 };
    const payload = encodeFrames([encodeHostSampled({ bootId: 5n, sequence: 3n, observedAtMs: 1_000n })]);
    const { subject, payload: data } = make({ ...numbers, payload, attempt: 2 });
    if (end === "refused") continue;
    const truth = new Truth();
    truth.take("TELEMETRY", { subject, sequence: 1, storedAtMs: 1_000, data });
    const found = truth.unreadable.TELEMETRY.size > 0 ? "letter" : truth.quarantined.size > 0 ? "apart" : "stored";
    expect(found, name).toBe(end);
  }
});

it("takes the bus's word for a refusal, and silence for none", () => {
  const named = (name: string, more: object = {}) => Object.assign(new Error("no"), { name, ...more });
  expect(isRefusal(named("PermissionViolationError"))).toBe(true);
  expect(isRefusal(new Error("request", { cause: named("JetStreamApiError", { status: 400 }) }))).toBe(true);
  expect(isRefusal(named("JetStreamApiError", { status: 503 }))).toBe(false);
  expect(isRefusal(named("TimeoutError"))).toBe(false);
});
