import { createSocket } from "node:dgram";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { copyFixture, fixtureContext } from "../testing/fixture-host.js";
import { openClock, parseServer } from "./clock.js";

/** Nobody listens there: the discard port of this host's loopback. */
const nobody = { address: "127.0.0.1", port: 9 };

let copy: { folder: string; remove: () => void };
beforeEach(() => {
  copy = copyFixture("x86-server");
});
afterEach(() => copy.remove());

const open = (servers: string[] = [], chrony = nobody) =>
  openClock(fixtureContext("x86-server", { folder: copy.folder, clockServers: () => servers }), { chrony });

describe("the clock", () => {
  it("is as timesyncd says where there is nothing better", async () => {
    expect(await open().sample(0)).toEqual({ synchronized: true, service: "timesyncd", reference: "" });
    rmSync(`${copy.folder}/run/systemd/timesync/synchronized`);
    expect(await open().sample(0)).toEqual({ synchronized: false, service: "timesyncd", reference: "" });
  });

  it("is absent without any service", async () => {
    rmSync(`${copy.folder}/run/systemd/timesync`, { recursive: true });
    expect(await open().sample(0)).toBeUndefined();
  });

  it("is a failure that names the server when no server answers and nothing else tells", async () => {
    expect(await open(["127.0.0.1:9"]).sample(0)).toMatchObject({ service: "timesyncd" });
    rmSync(`${copy.folder}/run/systemd/timesync`, { recursive: true });
    await expect(open(["127.0.0.1:9"]).sample(0)).rejects.toThrow("127.0.0.1:9: ");
    await expect(open(["no name: at all"]).sample(0)).rejects.toThrow("expected a name or an address");
  });

  it("is a failure when something else than chronyd answers on its port", async () => {
    const stranger = createSocket("udp4");
    stranger.on("message", (_, { port, address }) => stranger.send("rubbish", port, address));
    stranger.bind(0, "127.0.0.1");
    await once(stranger, "listening");
    const chrony = { address: "127.0.0.1", port: stranger.address().port };
    await expect(open([], chrony).sample(0)).rejects.toThrow("chronyd: not the answer to our request");
    stranger.close();
  });
});

describe("a server's name", () => {
  it("has a port or not", () => {
    expect(parseServer("time.example")).toEqual({ address: "time.example", port: 123 });
    expect(parseServer("192.0.2.1:1123")).toEqual({ address: "192.0.2.1", port: 1123 });
    expect(parseServer("[2001:db8::1]:124")).toEqual({ address: "2001:db8::1", port: 124 });
    expect(parseServer("[2001:db8::1]")).toEqual({ address: "2001:db8::1", port: 123 });
    expect(parseServer("2001:db8::1")).toEqual({ address: "2001:db8::1", port: 123 });
    for (const text of ["", "a b", "host:0", "host:65536", "host:port", ":123"])
      expect(parseServer(text)).toBeUndefined();
  });
});
