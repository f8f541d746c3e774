import type { ModuleStates, NodeSnapshot, Reading } from "@statwire/snapshot-store";
import { describe, expect, it } from "vitest";
import { toHost } from "./to-host.js";
import { toStatus } from "./to-status.js";

const counters = {
  ...{ receiveBytes: 100, transmitBytes: 10, receivePackets: 0, transmitPackets: 0 },
  ...{ receiveErrors: 0, transmitErrors: 0, receiveDropped: 0, transmitDropped: 0 },
};

describe("a server's network", () => {
  it("is the sum of its own interfaces, with the speeds of those that have one", () => {
    const network = [
      { ...counters, name: "lo", receiveBytesPerSecond: 1e6, transmitBytesPerSecond: 1e6 },
      { ...counters, name: "eth0", receiveBytesPerSecond: 20, transmitBytesPerSecond: 2 },
      { ...counters, name: "wlan0", receiveBytesPerSecond: 5, transmitBytesPerSecond: 1 },
      // Reset since the last reading: no rate.
      { ...counters, name: "eth1" },
      ...["docker0", "veth1a", "br-2f", "tun0", "vmbr0", "vnet3", "kube-ipvs0"].map((name) => ({
        ...counters,
        name,
        receiveBytesPerSecond: 1e6,
      })),
    ];
    expect(toStatus(of({ network }))).toMatchObject({
      NetInTransfer: 300,
      NetOutTransfer: 30,
      NetInSpeed: 25,
      NetOutSpeed: 3,
    });
  });
});

describe("a server's graphics cards", () => {
  it("are named, and their use is the mean of those that tell", () => {
    const gpus = [
      { id: "0", name: "A", driver: "", utilization: 0.5 },
      { id: "1", name: "B", driver: "", utilization: 0.25 },
      { id: "2", name: "C", driver: "" },
    ];
    expect(toStatus(of({ gpus })).GPU).toBe(37.5);
    expect(toHost(of({ gpus })).GPU).toEqual(["A", "B", "C"]);
  });
});

describe("a server that has told nothing", () => {
  it("has zeros, nulls and empty texts", () => {
    const status = toStatus(of({}));
    expect(status.Temperatures).toBeNull();
    expect(new Set(Object.values({ ...status, Temperatures: 0 }))).toEqual(new Set([0]));
    const { CPU, GPU, ...rest } = toHost(of({}));
    expect([CPU, GPU]).toEqual([null, null]);
    expect(new Set(Object.values(rest))).toEqual(new Set([0, ""]));
  });
});

describe("the platform", () => {
  it.each([
    ["Debian GNU/Linux", "debian"],
    ["Ubuntu", "ubuntu"],
    ["Red Hat Enterprise Linux", "redhat"],
    ["openSUSE Leap", "opensuse-leap"],
    ["Amazon Linux", "amazon"],
    ["", ""],
  ])("of %s is %s", (osName, platform) => {
    const inventory = { state: { osName, nodeCountry: "", cpuModel: "", virtualization: "kvm", cpuLogicalCount: 4 } };
    const host = toHost({ modules: {}, inventory } as unknown as NodeSnapshot);
    expect([host.Platform, host.CPU]).toEqual([platform, [" 4 Virtual Core"]]);
  });
});

/** A snapshot of these modules alone. */
function of(states: Partial<ModuleStates>): Pick<NodeSnapshot, "modules" | "inventory"> {
  const reading = { bootId: 1, sequence: 1, observedAtMs: 1, intervalMs: 4_000, source: "direct" };
  const modules = Object.entries(states).map(([name, state]): [string, Reading<unknown>] => [
    name,
    { ...reading, state },
  ]);
  return { modules: Object.fromEntries(modules) };
}
