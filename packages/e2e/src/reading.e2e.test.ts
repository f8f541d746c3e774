import { readFileSync } from "node:fs";
import { cpus, hostname } from "node:os";
import { get, post } from "@statwire/running-product";
import { describe, expect, inject, it } from "vitest";

const product = inject("product");
const node = encodeURIComponent(hostname());

describe("this machine, through the API", () => {
  it("GET /stats gives the memory, uptime and cores that /proc gives", async () => {
    const { status, body } = await get(product, "/stats");
    expect(status).toBe(200);
    expect(body.memory.total_mb).toBeCloseTo((memInfo("MemTotal") * 1024) / 1e6, 1);
    expect(body.node.hostname).toBe(hostname());
    expect(Math.abs(body.node.uptime_seconds - uptimeSeconds())).toBeLessThan(35);
    expect(body.cpu.per_core).toHaveLength(cpus().length);
    expect(body.node.asn).toBe("AS213413");
    expect(body.disks.map((disk: { mountpoint: string }) => disk.mountpoint)).toContain("/");
  });

  it("GET /api/v2/nodes/{node} gives the processor times of /proc/stat, and /stats/cpu a share of them", async () => {
    const before = processorMs();
    await post(product, "/stats/refresh", {});
    const { status, body } = await get(product, `/api/v2/nodes/${node}`);
    const after = processorMs();
    expect(status).toBe(200);
    const { state } = body.modules.cpu;
    for (const mode of ["user", "system", "idle"] as const) {
      const seconds = state[`${mode}_seconds`] ?? state.time_seconds?.[mode];
      expect(seconds).toBeGreaterThanOrEqual(before[mode] / 1000);
      expect(seconds).toBeLessThanOrEqual(after[mode] / 1000);
    }
    const usage = (await get(product, "/stats/cpu")).body.usage_percent;
    expect(usage).toBeGreaterThanOrEqual(0);
    expect(usage).toBeLessThanOrEqual(100);
  });

  it("GET /stats/network?interface=lo gives the counters of /proc/net/dev", async () => {
    const before = interfaceCounters("lo");
    await post(product, "/stats/refresh", {});
    const { status, body } = await get(product, "/stats/network?interface=lo");
    const after = interfaceCounters("lo");
    expect(status).toBe(200);
    expect(body).toHaveLength(1);
    expect(body[0].name).toBe("lo");
    expect(body[0].bytes_recv).toBeGreaterThanOrEqual(before.receivedBytes);
    expect(body[0].bytes_recv).toBeLessThanOrEqual(after.receivedBytes);
    expect(body[0].packets_recv).toBeLessThanOrEqual(after.receivedPackets);
    expect(body[0].addresses).toContain("127.0.0.1");
  });

  it("GET …/metrics/system.cpu.utilization?stat=p95 gives a share between 0 and 1 that lies between min and max", async () => {
    await expect
      .poll(async () => (await p95()).series?.[0]?.summary?.p95, { timeout: 20_000 })
      .toBeGreaterThanOrEqual(0);
    const { unit, series } = await p95();
    expect(unit).toBe("1");
    expect(series[0].summary.p95).toBeLessThanOrEqual(series[0].summary.max);
    expect(series[0].summary.p95).toBeGreaterThanOrEqual(series[0].summary.min);
    expect(series[0].summary.max).toBeLessThanOrEqual(1);
  });

  async function p95() {
    return (await get(product, `/api/v2/nodes/${node}/metrics/system.cpu.utilization?stat=p95&stat=min&stat=max`)).body;
  }
});

function memInfo(name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(readFileSync("/proc/meminfo", "utf8"))?.[1]);
}

function uptimeSeconds(): number {
  return Number(readFileSync("/proc/uptime", "utf8").split(" ")[0]);
}

/** Ticks of 10 ms since the host started. */
function processorMs(): { user: number; system: number; idle: number } {
  const [, user = 0, , system = 0, idle = 0] = (readFileSync("/proc/stat", "utf8").split("\n")[0] ?? "")
    .split(/\s+/)
    .map(Number);
  return { user: user * 10, system: system * 10, idle: idle * 10 };
}

function interfaceCounters(name: string): { receivedBytes: number; receivedPackets: number } {
  const line = readFileSync("/proc/net/dev", "utf8")
    .split("\n")
    .find((candidate) => candidate.trim().startsWith(`${name}:`));
  const fields = (line ?? "").split(":")[1]?.trim().split(/\s+/).map(Number) ?? [];
  return { receivedBytes: fields[0] ?? -1, receivedPackets: fields[1] ?? -1 };
}
