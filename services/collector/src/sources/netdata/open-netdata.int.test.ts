import { randomUUID } from "node:crypto";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { NetdataProcess } from "@statwire/embedded-stack/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openHost } from "../../modules/host.js";
import type { Readings } from "../../modules/module.js";
import { ModuleRunner } from "../../modules/runner.js";
import { fixtureContext } from "../../testing/fixture-host.js";
import { openDirect } from "../direct.js";
import type { Source } from "../source.js";
import { openAgent } from "./agent.js";
import { netdataModules, openNetdata } from "./open-netdata.js";

const within = { timeout: 20_000, interval: 200 };

let agent: NetdataProcess;
beforeAll(async () => {
  agent = await NetdataProcess.start();
});
afterAll(() => agent.discard());

function openThere(url: string, timeoutMs = 1000): Source {
  const clientName = `test-${randomUUID()}`;
  return openNetdata({
    agent: openAgent({ settings: () => ({ enabled: true, url, timeoutMs }), clientName }),
    accepts: (_, name) => !/^(?:loop|ram|zram)\d+$/.test(name),
    pageBytes: 4096,
  });
}

function openHere(): Source {
  const host = openHost({ procRoot: "/proc", sysRoot: "/sys", fileRoot: "/" });
  const context = fixtureContext("x86-server", { host, accepts: () => true });
  return openDirect({ context, monotonicMs: () => performance.now() });
}

describe("a real Netdata", () => {
  it("tells the same as the host itself", async () => {
    const [netdata, direct] = [openThere(agent.url), openHere()];
    const told: Record<string, unknown> = {};
    for (const module of netdataModules) told[module] = await netdata.read(module, performance.now());
    const { cpu, load, memory, swap, disks, network } = told as Readings;

    // Counters of the kernel: not above what they are now, and not seconds behind.
    const cpuNow = await direct.read("cpu", performance.now());
    for (const mode of ["userMs", "systemMs", "idleMs"] as const) {
      expect(Number(cpuNow?.[mode]) - Number(cpu?.[mode])).toBeGreaterThanOrEqual(0);
      expect(Number(cpuNow?.[mode]) - Number(cpu?.[mode])).toBeLessThan(20_000);
    }
    expect(cpu?.cores.map(({ number }) => number)).toEqual(cpuNow?.cores.map(({ number }) => number));
    expect(cpu?.contextSwitches).toBeLessThanOrEqual(cpuNow?.contextSwitches ?? 0n);
    const loadNow = await direct.read("load", performance.now());
    expect(Math.abs(Number(loadNow?.uptimeMs) - Number(load?.uptimeMs))).toBeLessThan(5000);
    expect(Math.abs(Number(loadNow?.fifteenMinutesE2) - Number(load?.fifteenMinutesE2))).toBeLessThan(50);
    const memoryNow = await direct.read("memory", performance.now());
    expect(memory?.totalBytes).toBe(memoryNow?.totalBytes);
    expect(Math.abs((memoryNow?.utilizationE4 ?? 0) - (memory?.utilizationE4 ?? 0))).toBeLessThan(2000);
    expect(swap?.totalBytes).toBe((await direct.read("swap", performance.now()))?.totalBytes);
    const disksNow = await direct.read("disks", performance.now());
    expect(disks?.items.length).toBeGreaterThan(0);
    for (const { device, writeBytes } of disks?.items ?? []) {
      const now = disksNow?.items.find((disk) => disk.device === device);
      expect([device, now !== undefined && now.writeBytes >= writeBytes]).toEqual([device, true]);
    }
    const networkNow = await direct.read("network", performance.now());
    for (const { name, receiveBytes } of network?.items ?? []) {
      const now = networkNow?.items.find((item) => item.name === name);
      expect([name, now !== undefined && now.receiveBytes >= receiveBytes]).toEqual([name, true]);
    }
    direct.close();
  });

  it("gives utilization at once, and rates from the second reading on", async () => {
    const netdata = openThere(agent.url);
    const first = await netdata.read("cpu", performance.now());
    const idle = Number(first?.idleMs) / Number((first?.userMs ?? 0n) + (first?.idleMs ?? 0n));
    expect(idle).toBeLessThan(1);
    expect(first?.utilizationE4).toBeGreaterThanOrEqual(0);
    expect((await netdata.read("disks", performance.now()))?.items[0]?.readBytesPerSecond).toBeUndefined();
    const rate = async () => (await netdata.read("disks", performance.now()))?.items[0]?.readBytesPerSecond;
    await expect.poll(rate, within).toBeGreaterThanOrEqual(0n);
    netdata.forget?.("disks");
    expect(await rate()).toBeUndefined();
  });

  it("tells everything on every tick, however seldom it is collected and whoever else asks", async () => {
    const [one, other] = [openThere(agent.url), openThere(agent.url)];
    for (let ticks = 0; ticks < 12; ticks += 1) {
      for (const netdata of [one, other]) {
        // Collected every second, every other and every fifth.
        for (const module of ["memory", "pressure", "load"] as const) {
          const reading = await netdata.read(module, performance.now());
          expect([ticks, module, reading !== undefined]).toEqual([ticks, module, true]);
        }
      }
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  });

  it("complains of what is raised", async () => {
    const netdata = openThere(agent.url);
    const alerts = async () => (await netdata.read("alerts", performance.now()))?.items;
    await expect.poll(alerts, within).toMatchObject([
      {
        name: "statwire_uptime",
        status: "warning",
        chart: "system.uptime",
        units: "seconds",
        info: "the host is up",
      },
    ]);
    const [alert] = (await alerts()) ?? [];
    expect(Math.abs(Date.now() - Number(alert?.lastStatusChangeAtMs))).toBeLessThan(120_000);
    expect((await netdata.read("alerts", performance.now()))?.hostname).toBe("test-host");
  });
});

function openRunner(url: string) {
  let aheadMs = 0;
  const monotonicMs = () => performance.now() + aheadMs;
  const runner = new ModuleRunner({
    sources: [openHere(), openThere(url, 500)],
    order: (module) => (module === "memory" ? ["direct"] : ["netdata", "direct"]),
    beginTick: () => {},
    monotonicMs,
  });
  const tick = async () => {
    // Later than the modules of one tick share an answer.
    aheadMs += 1000;
    return (await runner.run(["load", "disks", "memory"])).sources;
  };
  const passPause = () => {
    aheadMs += 30_000;
  };
  return { runner, tick, passPause };
}

describe("an order of sources", () => {
  it("falls back when Netdata is killed, and returns to it when it is there again", async () => {
    const { runner, tick, passPause } = openRunner(agent.url);
    expect(await tick()).toEqual({ load: "netdata", disks: "netdata" });
    await agent.kill();
    expect(await tick()).toEqual({});
    expect(runner.health()).toMatchObject([
      {
        module: "load",
        source: "direct",
        failing: false,
        error: expect.stringContaining("netdata: connect ECONNREFUSED"),
      },
      { module: "memory", source: "direct", failing: false, error: "" },
      { module: "disks", source: "direct", failing: false, failures: 1n },
    ]);
    await agent.run();
    expect(await tick()).toEqual({});
    passPause();
    const { readings, sources } = await runner.run(["load", "disks", "memory"]);
    expect(sources).toEqual({ load: "netdata", disks: "netdata" });
    expect(readings.disks?.items.map(({ readBytesPerSecond }) => readBytesPerSecond)).not.toContainEqual(
      expect.any(BigInt),
    );
    expect(runner.health().map(({ error }) => error)).toEqual(["", "", ""]);
  });

  const garbage: [string, RequestListener, string][] = [
    [
      "a page",
      (_, response) => response.end("<html><body>Login</body></html>"),
      "netdata: the answer holds no metrics",
    ],
    ["noise", (_, response) => response.end(Buffer.alloc(5000, 0xff)), "netdata: the answer holds no metrics"],
    ["an error", (_, response) => response.writeHead(500).end("oops"), "netdata: HTTP 500"],
    [
      "a redirect",
      (_, response) => response.writeHead(301, { location: "http://127.0.0.1:1/" }).end(),
      "netdata: HTTP 301 (redirects are not followed)",
    ],
    [
      "more than it takes",
      (_, response) => response.end(Buffer.alloc(6 * 1024 ** 2, "x")),
      "netdata: the answer is longer than 4194304 bytes",
    ],
    [
      "a drip",
      (_, response) => {
        const timer = setInterval(() => response.write("#"), 50);
        response.on("close", () => clearInterval(timer));
      },
      "netdata: no answer within 500 ms",
    ],
  ];

  it.each(garbage)("says what is wrong when the agent answers with %s, and reads on", async (_, answer, error) => {
    let asked = 0;
    const server: Server = createServer((request, response) => {
      asked += 1;
      answer(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { runner, tick } = openRunner(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    expect(await tick()).toEqual({});
    expect(runner.health()).toMatchObject([
      { module: "load", source: "direct", failing: false, error: expect.stringContaining(error) },
      { module: "memory", error: "" },
      { module: "disks", failing: false, error: expect.stringContaining(error) },
    ]);
    // The next tick does not ask again: it costs nothing.
    const before = asked;
    expect(before).toBeGreaterThan(0);
    expect(await tick()).toEqual({});
    expect(asked).toBe(before);
    server.closeAllConnections();
    server.close();
  });
});
