import { expect, it } from "vitest";
import { toPlain } from "./once.js";

it("shows fixed-point fields in the unit of their name, and names as the event definitions have them", () => {
  const reading = {
    cpu: { utilizationE4: 1234, userMs: 10n, cores: [{ number: 0, utilizationE4: 10_000 }] },
    oneMinuteE2: 42,
  };
  expect(toPlain(reading)).toEqual({
    cpu: { utilization: 0.1234, user_ms: 10, cores: [{ number: 0, utilization: 1 }] },
    one_minute: 0.42,
  });
});
