import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { admit, type LockoutState, rememberMs, takeBack } from "./lockout.js";

const policy = { attemptsMax: 3, windowMs: 60_000, lockoutMs: 30_000 };

/** Fails at each of these moments; answers what came of each. */
function failAt(...moments: number[]): (true | number)[] {
  let state: LockoutState | undefined;
  return moments.map((nowMs) => {
    const admission = admit(state, policy, nowMs);
    if (!admission.admitted) return admission.retryAfterMs;
    state = admission.state;
    return true;
  });
}

describe("a lockout", () => {
  it("closes with the last attempt of a window, and opens again after its time", () => {
    expect(failAt(0, 1_000, 2_000, 3_000, 31_999, 32_000, 32_001, 32_002, 32_003)).toEqual([
      ...[true, true, true, 29_000, 1],
      ...[true, true, true, 29_999],
    ]);
  });

  it("counts anew when the window of the first attempt is over", () => {
    expect(failAt(0, 59_998, 60_000, 60_001, 60_002, 60_003)).toEqual([true, true, true, true, true, 29_999]);
  });

  it("takes back what was no failure, and that alone", () => {
    const once = admit(undefined, policy, 0);
    const twice = admit(once.admitted ? once.state : undefined, policy, 1);
    const thrice = admit(twice.admitted ? twice.state : undefined, policy, 2);
    if (!thrice.admitted) throw new Error("closed too early");
    expect(thrice.state.lockedUntilMs).toBe(30_002);
    expect(takeBack(thrice.state, policy)).toEqual({ attempts: 2, firstAtMs: 0 });
    expect(takeBack({ attempts: 1, firstAtMs: 0 }, policy)).toBeUndefined();
    expect(takeBack(undefined, policy)).toBeUndefined();
  });

  it("never lets through more than it should, whoever does what when", () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.boolean()), { maxLength: 80 });
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 5 }), (all, attemptsMax) => {
        const bounded = { ...policy, attemptsMax };
        let state: LockoutState | undefined;
        let nowMs = 0;
        let failures: number[] = [];
        for (const [afterMs, isRight] of all) {
          nowMs += afterMs;
          // As a store forgets it.
          if (state !== undefined && nowMs >= (state.lockedUntilMs ?? state.firstAtMs + policy.windowMs)) {
            state = undefined;
            failures = [];
          }
          const admission = admit(state, bounded, nowMs);
          expect(admission.admitted).toBe(failures.length < attemptsMax);
          if (!admission.admitted) continue;
          state = isRight ? takeBack(admission.state, bounded) : admission.state;
          if (!isRight) failures.push(nowMs);
          expect(state?.attempts ?? 0).toBe(failures.length);
          if (state !== undefined) expect(rememberMs(state, bounded, nowMs)).toBeGreaterThan(0);
        }
      }),
    );
  });
});
