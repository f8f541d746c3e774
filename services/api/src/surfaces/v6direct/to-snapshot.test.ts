import { type NodeSnapshot, toInventoryEvent, toModuleStates } from "@statwire/snapshot-store";
import { describe, expect, it } from "vitest";
import { sampleHost, sampleInventory } from "../../testing/sample-events.js";
import { toHistory } from "./to-history.js";
import { toInterfacesPart, toSnapshot } from "./to-snapshot.js";

const observedAtMs = Date.UTC(2026, 10, 21, 10, 0, 0, 250);
const place = { bootId: 1, sequence: 3, observedAtMs };

describe("a reading in V6Direct's shape", () => {
  it("has every key, in its units", () => {
    expect(toSnapshot(sampleSnapshot(), 12.3456)).toEqual({
      timestamp_utc: "2026-11-21T10:00:00.250000Z",
      node: {
        hostname: "router",
        platform: "Linux 6.1.0-18-arm64",
        architecture: "aarch64",
        python_version: "Node.js 20.20.2",
        boot_time_utc: "2026-11-18T11:06:40Z",
        uptime_seconds: 86_400,
        node_role: "raspi-telemetry",
        network_name: "V6Direct",
        asn: "AS213413",
      },
      cpu: {
        usage_percent: 25,
        per_core: [20, 30],
        frequency_mhz: 1800.12,
        temperature_celcius: 48.31,
        load_avg_1m: 0.52,
        load_avg_5m: 0.41,
        load_avg_15m: 0.3,
      },
      memory: {
        total_mb: 8589.93,
        available_mb: 6442.45,
        used_mb: 2147.48,
        percent: 25,
        swap_total_mb: 1073.74,
        swap_used_mb: 268.44,
        swap_percent: 25,
      },
      disks: [{ mountpoint: "/", total_gb: 32, used_gb: 12.346, free_gb: 18, percent: 40.69 }],
      interfaces: [
        {
          name: "lo",
          bytes_sent: 30_000,
          bytes_recv: 30_000,
          packets_sent: 100,
          packets_recv: 100,
          errors_in: 0,
          errors_out: 0,
          drop_in: 0,
          drop_out: 0,
          addresses: ["127.0.0.1", "::1"],
        },
        {
          name: "eth0",
          bytes_sent: 90_000,
          bytes_recv: 150_000,
          packets_sent: 3_000,
          packets_recv: 4_000,
          errors_in: 1,
          errors_out: 2,
          drop_in: 3,
          drop_out: 4,
          addresses: ["192.0.2.7", "2001:db8::7", "dc:a6:32:00:00:01"],
        },
      ],
      cache_age_seconds: 12.35,
    });
  });

  it("has null where the host has no sensor or no frequency, and where the sensor says 0", () => {
    const snapshot = sampleSnapshot();
    const { cpu, sensors } = snapshot.modules;
    if (cpu === undefined || sensors === undefined) throw new Error("sample without cpu or sensors");
    delete cpu.state.frequencyHertz;
    sensors.state.temperatures = [{ sensor: "coretemp/Package id 0", celsius: 0 }];
    expect(toSnapshot(snapshot, 0).cpu).toMatchObject({ frequency_mhz: null, temperature_celcius: null });
    delete snapshot.modules.sensors;
    expect(toSnapshot(snapshot, 0).cpu.temperature_celcius).toBeNull();
  });

  it("lacks addresses while the inventory is unknown, and fails while a module is", () => {
    const { inventory: _, ...snapshot } = sampleSnapshot();
    expect(toInterfacesPart(snapshot).map(({ addresses }) => addresses)).toEqual([[], []]);
    delete snapshot.modules.network;
    expect(() => toInterfacesPart(snapshot)).toThrow(
      expect.objectContaining({ status: 503, body: { detail: "Node 'router' has not reported its network yet." } }),
    );
  });
});

it("the history keeps the last samples that have a processor and a memory reading", () => {
  const headlines = [
    { observedAtMs, cpuUtilization: 0.1, memoryUtilization: 0.2, swapUtilization: 0.3 },
    { observedAtMs: observedAtMs + 30_000, cpuUtilization: 0.5, memoryUtilization: 0.6 },
    { observedAtMs: observedAtMs + 60_000, cpuUtilization: 0.5 },
  ];
  expect(toHistory(headlines, 60)).toHaveLength(2);
  expect(toHistory(headlines, 1)).toEqual([
    { timestamp_utc: "2026-11-21T10:00:30.250000Z", cpu_percent: 50, memory_percent: 60, swap_percent: 0 },
  ]);
});

function sampleSnapshot(): NodeSnapshot {
  const states = toModuleStates(sampleHost(place));
  const modules = Object.entries(states).map(([module, reading]) => [module, { ...place, ...reading }]);
  const { inventory } = toInventoryEvent(
    { workspace: "default", node: "router" },
    "inventory",
    sampleInventory(place, "router"),
  );
  if (inventory === undefined) throw new Error("sample without inventory");
  return {
    workspace: "default",
    node: "router",
    version: "1",
    seenAtMs: observedAtMs,
    modules: Object.fromEntries(modules),
    inventory: { ...place, intervalMs: 0, source: "direct", state: inventory },
    families: {},
  };
}
