import { describe, expect, it } from "vitest";
import { fixtureContext } from "../testing/fixture-host.js";
import { openNetwork, parseNetwork } from "./network.js";

describe("network", () => {
  it("reads all interfaces, the loopback included", async () => {
    const network = await openNetwork(fixtureContext("raspberry-pi-4")).sample(0);
    expect(network?.items.map(({ name }) => name)).toEqual(["lo", "eth0", "wlan0"]);
    expect(network?.items[1]).toEqual({
      name: "eth0",
      receiveBytes: 4_820_112_874n,
      transmitBytes: 812_450_120n,
      receivePackets: 5_120_874n,
      transmitPackets: 2_210_987n,
      receiveErrors: 2n,
      transmitErrors: 0n,
      receiveDropped: 31n,
      transmitDropped: 0n,
    });
  });

  it("gives rates from the second reading on", async () => {
    const network = openNetwork(fixtureContext("container"));
    await network.sample(0);
    const second = await network.sample(1000);
    expect(second?.items[0]).toMatchObject({ receiveBytesPerSecond: 0n, transmitBytesPerSecond: 0n });
  });

  it("leaves out what the settings exclude", async () => {
    const accepts = (_: string, name: string) => name !== "lo";
    const network = await openNetwork(fixtureContext("container", { accepts })).sample(0);
    expect(network?.items.map(({ name }) => name)).toEqual(["eth0"]);
  });

  it("reads counters that touch the colon, and names with one", () => {
    const heading = "Inter-|\n face |\n";
    const counters = "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16";
    const read = parseNetwork(`${heading}eth0:1:${counters}\n`, () => true);
    expect(read.get("eth0:1")).toMatchObject({
      receiveBytes: 1,
      receiveDropped: 4,
      transmitBytes: 9,
      transmitDropped: 12,
    });
    expect(() => parseNetwork(`${heading}eth0: 1 2 3\n`, () => true)).toThrow("net/dev: eth0 has too few counters");
  });
});
