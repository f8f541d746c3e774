import { decodeHostSampled } from "@statwire/events";
import { expect, it } from "vitest";
import { countSamples, HostLoad } from "./host-load.js";

const options = { seed: 1, nodes: 3, firstAtMs: 1_700_000_000_000, intervalMs: 10_000 };

it("is the same for the same seed, and another for another", () => {
  const [one, same, other] = [new HostLoad(options), new HostLoad(options), new HostLoad({ ...options, seed: 2 })];
  for (let tick = 0; tick < 3; tick += 1) expect(one.next()).toEqual(same.next());
  expect(one.next()).not.toEqual(other.next());
});

it("numbers readings on the grid, with counters that never fall", () => {
  const load = new HostLoad(options);
  let before = decodeHostSampled(load.next()[0]?.bytes ?? new Uint8Array());
  for (let tick = 2; tick < 50; tick += 1) {
    const [event] = load.next();
    const sampled = decodeHostSampled(event?.bytes ?? new Uint8Array());
    expect(sampled.sequence).toBe(BigInt(tick));
    expect(sampled.observedAtMs - before.observedAtMs).toBe(10_000n);
    expect(sampled.network?.items[1]?.receiveBytes).toBeGreaterThanOrEqual(
      before.network?.items[1]?.receiveBytes ?? 0n,
    );
    expect(sampled.cpu?.utilizationE4).toBeLessThanOrEqual(10_000);
    before = sampled;
  }
});

it("counts the numbers of a reading, without its identity", () => {
  expect(
    countSamples({ bootId: 1n, cpu: { intervalMs: 4, utilizationE4: 5, cores: [{ number: 0, utilizationE4: 7 }] } }),
  ).toBe(2);
  expect(new HostLoad(options).samplesPerEvent).toBeGreaterThan(100);
});
