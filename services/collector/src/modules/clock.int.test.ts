import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fixtureContext } from "../testing/fixture-host.js";
import { type PrivateChrony, startChrony } from "../testing/private-chrony.js";
import { openClock } from "./clock.js";

let server: PrivateChrony;
let client: PrivateChrony;
beforeAll(async () => {
  server = await startChrony();
  client = await startChrony(server.ntpPort);
});
afterAll(async () => {
  await client?.stop();
  await server?.stop();
});

const open = (servers: string[], commandPort: number) =>
  openClock(fixtureContext("container", { clockServers: () => servers, randomBytes, nowMs: Date.now }), {
    chrony: { address: "127.0.0.1", port: commandPort },
  });

describe("a real chronyd", () => {
  it("tells what its own client shows", async () => {
    const clock = await open([], client.commandPort).sample(0);
    // Reference id, address, stratum, time, correction, last and mean offset, frequency, …, root delay and dispersion.
    const [, address, stratum, , correction, , , frequency, , , rootDelay, rootDispersion, , leap] = client.tracking();
    expect([address, leap]).toEqual(["127.0.0.1", "Normal"]);
    expect(clock).toMatchObject({
      service: "chrony",
      synchronized: true,
      reference: address,
      stratum: Number(stratum),
      frequencyErrorPpb: BigInt(Math.round(Number(frequency) * 1000)),
    });
    expect(clock?.stratum).toBe(4);
    // It measures once a second, so the two looks may differ a little.
    expect(Math.abs(Number(clock?.offsetUs) + Number(correction) * 1e6)).toBeLessThan(5000);
    expect(Math.abs(Number(clock?.rootDelayUs) - Number(rootDelay) * 1e6)).toBeLessThan(5000);
    expect(Math.abs(Number(clock?.rootDispersionUs) - Number(rootDispersion) * 1e6)).toBeLessThan(50_000);
  });

  it("is not synchronized when it follows its own clock", async () => {
    const clock = await open([], server.commandPort).sample(0);
    expect(clock).toMatchObject({ service: "chrony", synchronized: false, stratum: 3, reference: "" });
  });

  it("answers as a time server, after one that does not", async () => {
    const name = `127.0.0.1:${server.ntpPort}`;
    const clock = await open(["127.0.0.1:9", name], 9).sample(0);
    expect(clock).toMatchObject({ service: "sntp", synchronized: true, reference: name, stratum: 3 });
    // The same clock on both ends, read to the millisecond.
    expect(Math.abs(Number(clock?.offsetUs))).toBeLessThan(20_000);
  });
});
