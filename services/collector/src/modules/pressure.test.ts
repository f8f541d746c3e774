import { expect, it } from "vitest";
import { fixtureContext } from "../testing/fixture-host.js";
import { openPressure, parseStall } from "./pressure.js";

it("reads a server", async () => {
  const pressure = await openPressure(fixtureContext("x86-server")).sample(0);
  expect(pressure?.cpuSomeUs).toBeGreaterThan(0n);
  expect(pressure?.memoryFullUs).toBe(0n);
});

it("is absent on a kernel without it, as on a Raspberry Pi", async () => {
  expect(await openPressure(fixtureContext("raspberry-pi-4")).sample(0)).toBeUndefined();
});

it("reads per cent as ten-thousandths", () => {
  const text = "some avg10=12.34 avg60=0.00 avg300=0.00 total=987\nfull avg10=0.05 avg60=0.00 avg300=0.00 total=6\n";
  expect(parseStall(text, "some")).toEqual({ avg10E4: 1234, totalUs: 987 });
  expect(parseStall(text, "full")).toEqual({ avg10E4: 5, totalUs: 6 });
  expect(() => parseStall("", "full")).toThrow('pressure: no line "full"');
});
