import { describe, expect, it } from "vitest";
import { type Fixture, fixtureHost, fixturePath } from "../testing/fixture-host.js";
import { differs, parseOsRelease, readInventory, type Surroundings } from "./inventory.js";

const surroundings: Surroundings = {
  addresses: {
    eth0: [
      { address: "192.0.2.7", netmask: "", family: "IPv4", mac: "dc:a6:32:01:02:03", internal: false, cidr: null },
      { address: "fe80::1", netmask: "", family: "IPv6", mac: "", internal: false, cidr: null, scopeid: 2 },
    ],
  },
  timezone: "Europe/Vienna",
  collectorVersion: "0.1.0",
  nodeVersion: "20.20.2",
  nodeRole: "pop-router",
  nodeAsn: "AS213413",
  nodeTags: ["edge", "lab"],
  nodeCountry: "AT",
};

function inventoryOf(name: Fixture) {
  return readInventory(fixtureHost(fixturePath(name)), surroundings);
}

describe("inventory", () => {
  it("of a Raspberry Pi", () => {
    const { architecture, ...inventory } = inventoryOf("raspberry-pi-4");
    expect(architecture).toMatch(/^[a-z0-9_]+$/);
    expect(inventory).toEqual({
      hostname: "raspberrypi",
      osType: "linux",
      osName: "Debian GNU/Linux",
      osVersion: "12",
      kernelRelease: "6.6.51+rpt-rpi-v8",
      cpuModel: "Cortex-A72",
      cpuLogicalCount: 4,
      cpuPhysicalCount: 4,
      memoryBytes: 3_884_368n * 1024n,
      bootedAtMs: 1_795_000_000_000n,
      virtualization: "",
      timezone: "Europe/Vienna",
      collectorVersion: "0.1.0",
      runtime: "Node.js 20.20.2",
      nodeRole: "pop-router",
      nodeAsn: "AS213413",
      nodeTags: ["edge", "lab"],
      nodeCountry: "AT",
      hardwareVendor: "raspberrypi",
      hardwareModel: "Raspberry Pi 4 Model B Rev 1.4",
      interfaces: [
        {
          name: "eth0",
          macAddress: "dc:a6:32:01:02:03",
          ipv4Addresses: ["192.0.2.7"],
          ipv6Addresses: ["fe80::1"],
          speedBitsPerSecond: 1_000_000_000n,
          up: true,
        },
        { name: "lo", macAddress: "00:00:00:00:00:00", ipv4Addresses: [], ipv6Addresses: [], up: true },
        { name: "wlan0", macAddress: "dc:a6:32:01:02:04", ipv4Addresses: [], ipv6Addresses: [], up: false },
      ],
    });
  });

  it("knows a container and a virtual machine", () => {
    expect(inventoryOf("container").virtualization).toBe("docker");
    expect(inventoryOf("x86-server")).toMatchObject({
      virtualization: "kvm",
      cpuModel: "AMD EPYC",
      cpuPhysicalCount: 2,
    });
  });

  it("counts two threads of one core once", () => {
    expect(inventoryOf("container")).toMatchObject({ cpuLogicalCount: 2, cpuPhysicalCount: 1 });
  });

  it("knows the maker and the model by the firmware, and takes no placeholder for a name", () => {
    expect(inventoryOf("laptop")).toMatchObject({ hardwareVendor: "LENOVO", hardwareModel: "20XW004AGE" });
    expect(inventoryOf("storage-server")).toMatchObject({ hardwareVendor: "Supermicro", hardwareModel: "X11SSH-F" });
    expect(inventoryOf("container")).toMatchObject({ hardwareVendor: "", hardwareModel: "" });
  });

  it("has gaps where a host tells nothing", () => {
    const bare = readInventory(fixtureHost("/nowhere"), { ...surroundings, addresses: {} });
    expect(bare).toMatchObject({ hostname: "", osName: "Linux", memoryBytes: 0n, cpuLogicalCount: 0, interfaces: [] });
  });

  it("differs by anything but the time of the start", () => {
    const inventory = inventoryOf("container");
    expect(differs(inventory, { ...inventory, bootedAtMs: 5n })).toBe(false);
    expect(differs(inventory, { ...inventory, hostname: "other" })).toBe(true);
  });

  it("reads os-release with and without quotes", () => {
    expect(parseOsRelease("NAME=Fedora\nVERSION_ID=41\n")).toEqual({ name: "Fedora", version: "41" });
    expect(parseOsRelease("NAME='Arch Linux'\nBUILD_ID=rolling\n")).toEqual({ name: "Arch Linux", version: "rolling" });
  });
});
