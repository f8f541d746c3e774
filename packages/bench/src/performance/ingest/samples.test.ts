import { decodeHostSampled, encodeHostSampled } from "@statwire/events";
import { expect, it } from "vitest";
import { SimulatedHost } from "../../load/simulated-host.js";
import { countStoredSamples, eachSample, rowsOfReading } from "./samples.js";
import { toSnapshot } from "./snapshot.js";

const whole = new SimulatedHost(3).read(1_700_000_000_000, 10_000, 7);

function samplesOf(reading: object): Record<string, number> {
  const found: Record<string, number> = {};
  eachSample(reading, ({ column, table }, entity, value) => {
    found[[table, entity, column].filter((part) => part !== undefined).join(" ")] = value;
  });
  return found;
}

it("takes every number in its unit", () => {
  const samples = samplesOf(whole);
  expect(samples["host_cpu utilization_e4"]).toBe((whole.cpu.utilizationE4 ?? 0) / 1e4);
  expect(samples["host_disks sda read_time_ms"]).toBe(Number(whole.disks.items[0]?.readTimeMs) / 1e3);
  expect(samples["host_filesystems /var inodes_total"]).toBe(13_000_000);
  expect(samples["host_cores 3 utilization_e4"]).toBe((whole.cpu.cores[3]?.utilizationE4 ?? 0) / 1e4);
  expect(Object.values(samples).every(Number.isFinite)).toBe(true);
});

it("finds the same in what was decoded", () => {
  const decoded = decodeHostSampled(encodeHostSampled(whole));
  expect(samplesOf(decoded)).toEqual(samplesOf(whole));
});

it("counts 59 numbers in a snapshot, in one row of most tables", () => {
  const snapshot = toSnapshot(whole);
  expect(countStoredSamples(snapshot)).toBe(59);
  expect(Object.fromEntries(rowsOfReading(snapshot))).toEqual({
    host_cpu: 1,
    host_cores: 4,
    host_load: 1,
    host_memory: 1,
    host_filesystems: 1,
    host_disks: 1,
    host_network: 1,
  });
});
