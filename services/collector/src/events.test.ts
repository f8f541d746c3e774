import { decodeHostSampled, decodeInventoryObserved } from "@statwire/events";
import { expect, it, vi } from "vitest";
import { hostEvent, inventoryEvent } from "./events.js";
import { type Inventory, readInventory } from "./inventory/inventory.js";
import { fixtureHost, fixturePath } from "./testing/fixture-host.js";

const identity = { bootId: 1_800_000_000_000, sequence: 4, observedAtMs: 1_800_000_004_000 };
const load = { oneMinuteE2: 1, fiveMinutesE2: 2, fifteenMinutesE2: 3, uptimeMs: 4n };
const swap = { totalBytes: 1n, usedBytes: 0n, freeBytes: 1n, inBytes: 0n, outBytes: 0n, utilizationE4: 0 };
const marks = { requested: true, clearsHistory: false, intervalMs: () => 4000, sources: {}, reached: [] };

it("holds what the modules said, each with its interval", () => {
  const bytes = hostEvent({ ...identity, ...marks, readings: { load, swap: undefined } }, vi.fn());
  const event = decodeHostSampled(bytes);
  expect(event).toMatchObject({ bootId: 1_800_000_000_000n, sequence: 4n, requested: true, clearsHistory: false });
  expect(event.load).toMatchObject({ intervalMs: 4000, ...load });
  expect(event.swap).toBeUndefined();
});

it("leaves out one module that says what it cannot hold", () => {
  const refused = vi.fn();
  const readings = { load: { ...load, oneMinuteE2: Number.NaN }, swap };
  const event = decodeHostSampled(hostEvent({ ...identity, ...marks, readings }, refused));
  expect(event.load).toBeUndefined();
  expect(event.swap?.totalBytes).toBe(1n);
  expect(refused).toHaveBeenCalledExactlyOnceWith("load", expect.any(Error));
});

it("holds an inventory", () => {
  const inventory: Inventory = readInventory(fixtureHost(fixturePath("raspberry-pi-4")), {
    addresses: {},
    timezone: "UTC",
    collectorVersion: "1",
    nodeVersion: "20",
    nodeRole: "",
    nodeAsn: "",
    nodeTags: [],
    nodeCountry: "",
  });
  const event = decodeInventoryObserved(inventoryEvent(identity, inventory));
  expect(event).toMatchObject({ sequence: 4n, hostname: "raspberrypi", cpuModel: "Cortex-A72" });
  expect(event.interfaces.map(({ name }) => name)).toEqual(["eth0", "lo", "wlan0"]);
});
