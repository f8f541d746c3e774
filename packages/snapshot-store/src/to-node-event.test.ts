import {
  decodeCollectorConfigured,
  decodeHostSampled,
  decodeInventoryObserved,
  encodeCollectorConfigured,
  encodeHostSampled,
  encodeInventoryObserved,
} from "@statwire/events";
import { describe, expect, it } from "vitest";
import { positionMax } from "./snapshot.js";
import { toConfigurationEvent, toHostEvent, toInventoryEvent, UnusableEventError } from "./to-node-event.js";

const name = { workspace: "default", node: "alpha" };

describe("toHostEvent", () => {
  it("takes the node from the subject and the rest from the event", () => {
    const event = decodeHostSampled(
      encodeHostSampled({
        bootId: 1_700_000_000_000n,
        sequence: 7n,
        observedAtMs: 1_700_000_004_000n,
        requested: true,
      }),
    );
    expect(toHostEvent(name, "host", event)).toEqual({
      workspace: "default",
      node: "alpha",
      family: "host",
      bootId: 1_700_000_000_000,
      sequence: 7,
      observedAtMs: 1_700_000_004_000,
      requested: true,
      clearsHistory: false,
      modules: {},
    });
  });

  it.each([
    ["boot_id", { bootId: 2n ** 48n + 1n }],
    ["boot_id", { bootId: 0n }],
    ["sequence", { sequence: 2n ** 64n - 1n }],
    ["observed_at_ms", { observedAtMs: -1n }],
  ])("refuses a %s that is out of bounds", (field, wrong) => {
    const event = decodeHostSampled(encodeHostSampled({ bootId: 1n, sequence: 1n, observedAtMs: 1n, ...wrong }));
    expect(() => toHostEvent(name, "host", event)).toThrow(UnusableEventError);
    expect(() => toHostEvent(name, "host", event)).toThrow(`${field} must be from 1 to ${positionMax}`);
  });
});

describe("toInventoryEvent", () => {
  it("maps every field", () => {
    const event = decodeInventoryObserved(
      encodeInventoryObserved({
        bootId: 5n,
        sequence: 6n,
        observedAtMs: 7n,
        hostname: "alpha",
        osType: "linux",
        osName: "Debian GNU/Linux",
        osVersion: "12",
        kernelRelease: "6.1.0",
        architecture: "x86_64",
        cpuModel: "EPYC",
        cpuLogicalCount: 4,
        cpuPhysicalCount: 2,
        memoryBytes: 8n,
        bootedAtMs: 9n,
        virtualization: "kvm",
        timezone: "UTC",
        collectorVersion: "0.1.0",
        runtime: "Node.js 20",
        nodeRole: "router",
        nodeAsn: "AS213413",
        nodeTags: ["edge", "arm"],
        nodeCountry: "DE",
        hardwareVendor: "Dell",
        hardwareModel: "R640",
        interfaces: [
          { name: "eth0", macAddress: "00:11", ipv4Addresses: ["10.0.0.1"], ipv6Addresses: ["fe80::1"], up: true },
          { name: "eth1", speedBitsPerSecond: 1_000_000_000n },
        ],
      }),
    );
    expect(toInventoryEvent(name, "inventory", event)).toEqual({
      ...name,
      family: "inventory",
      bootId: 5,
      sequence: 6,
      observedAtMs: 7,
      requested: false,
      clearsHistory: false,
      modules: {},
      inventory: {
        hostname: "alpha",
        osType: "linux",
        osName: "Debian GNU/Linux",
        osVersion: "12",
        kernelRelease: "6.1.0",
        architecture: "x86_64",
        cpuModel: "EPYC",
        cpuLogicalCount: 4,
        cpuPhysicalCount: 2,
        memoryBytes: 8,
        bootedAtMs: 9,
        virtualization: "kvm",
        timezone: "UTC",
        collectorVersion: "0.1.0",
        runtime: "Node.js 20",
        nodeRole: "router",
        nodeAsn: "AS213413",
        nodeTags: ["edge", "arm"],
        nodeCountry: "DE",
        hardwareVendor: "Dell",
        hardwareModel: "R640",
        interfaces: [
          { name: "eth0", macAddress: "00:11", ipv4Addresses: ["10.0.0.1"], ipv6Addresses: ["fe80::1"], up: true },
          {
            name: "eth1",
            macAddress: "",
            ipv4Addresses: [],
            ipv6Addresses: [],
            speedBitsPerSecond: 1_000_000_000,
            up: false,
          },
        ],
      },
    });
  });
});

describe("toConfigurationEvent", () => {
  it("maps every field, and leaves out thresholds that are no numbers", () => {
    const event = decodeCollectorConfigured(
      encodeCollectorConfigured({
        bootId: 5n,
        sequence: 6n,
        observedAtMs: 7n,
        sampling: true,
        baseIntervalMs: 4_000,
        modules: [
          { module: "cpu", enabled: true, intervalMs: 2_000, sources: ["direct", "netdata"] },
          { module: "gpus" },
        ],
        thresholds: [
          { metric: "cpu_usage", warning: 80, critical: 95.5 },
          { metric: "system_uptime", warning: 2, critical: 1, below: true },
          { metric: "ram_usage", warning: Number.NaN, critical: 1 },
        ],
        logs: [{ name: "sys", displayName: "System", enabled: true, lineLimit: 100, redacts: true, kind: "file" }],
        logIntervalMs: 30_000,
        netdataEnabled: true,
        netdataUrl: "http://127.0.0.1:19999",
      }),
    );
    expect(toConfigurationEvent(name, "configuration", event)).toEqual({
      ...name,
      family: "configuration",
      bootId: 5,
      sequence: 6,
      observedAtMs: 7,
      requested: false,
      clearsHistory: false,
      modules: {},
      configuration: {
        sampling: true,
        baseIntervalMs: 4_000,
        modules: [
          { module: "cpu", enabled: true, intervalMs: 2_000, sources: ["direct", "netdata"] },
          { module: "gpus", enabled: false, intervalMs: 0, sources: [] },
        ],
        thresholds: [
          { metric: "cpu_usage", warning: 80, critical: 95.5, below: false },
          { metric: "system_uptime", warning: 2, critical: 1, below: true },
        ],
        logs: [{ name: "sys", displayName: "System", enabled: true, lineLimit: 100, redacts: true, kind: "file" }],
        logIntervalMs: 30_000,
        netdataEnabled: true,
        netdataUrl: "http://127.0.0.1:19999",
      },
    });
  });
});
