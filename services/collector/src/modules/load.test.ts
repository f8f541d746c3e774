import { expect, it } from "vitest";
import { fixtureContext } from "../testing/fixture-host.js";
import { openLoad, parseLoad, parseUptimeMs } from "./load.js";

it("reads averages and uptime", async () => {
  expect(await openLoad(fixtureContext("raspberry-pi-4")).sample(0)).toEqual({
    oneMinuteE2: 42,
    fiveMinutesE2: 31,
    fifteenMinutesE2: 22,
    uptimeMs: 58_962_410n,
  });
});

it("refuses text without numbers", () => {
  expect(() => parseLoad("0.1 nothing\n")).toThrow('loadavg: expected three numbers, got "0.1 nothing"');
  expect(() => parseUptimeMs("\n")).toThrow("uptime: expected seconds");
});
