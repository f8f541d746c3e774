import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Charts, mergeAnswer, parseAnswer } from "./charts.js";
import { toAlerts } from "./to-alerts.js";
import { toDisks, toInterfaces } from "./to-devices.js";
import { toLoad, toMemory, toPressure, toProcessorStat, toSwap } from "./to-readings.js";
import { toShares } from "./to-shares.js";

/** Answers of a Netdata 1.37 (Debian 12). */
function recorded(name: string): string {
  return readFileSync(new URL(`../../../fixtures/netdata/${name}`, import.meta.url), "utf8");
}

/** Charts of lines, with the line that every answer begins with. */
function chartsOf(lines: string): Charts {
  return parseAnswer(`netdata_info{instance="test-host"} 1 1000\n${lines}`).charts;
}

const { charts, answeredAtMs } = parseAnswer(recorded("allmetrics.txt"));
const without = (name: string) => new Map([...charts].filter(([chart]) => chart !== name));
const all = () => true;

describe("what Netdata tells", () => {
  it("of the processors: the kernel's ticks, guests put back into what they are counted in", () => {
    const stat = toProcessorStat(charts);
    expect(stat?.total).toMatchObject({
      user: 1_313_600,
      system: 223_090,
      idle: 1_953_330,
      iowait: 18_450,
      steal: 2630,
    });
    expect([...(stat?.cores.keys() ?? [])]).toEqual([0, 1]);
    expect(stat?.cores.get(0)?.idle).toBe(1_029_740);
    const guests = chartsOf(
      ["user", "guest", "nice", "guest_nice"]
        .map((name, index) => `netdata_system_cpu_total{chart="system.cpu",dimension="${name}"} ${10 ** index} 1000`)
        .join("\n"),
    );
    expect(toProcessorStat(guests)?.total).toMatchObject({ user: 110, nice: 11_000 });
    expect(toProcessorStat(without("system.cpu"))).toBeUndefined();
  });

  it("of load and uptime", () => {
    expect(toLoad(charts)).toEqual({
      oneMinuteE2: 454,
      fiveMinutesE2: 439,
      fifteenMinutesE2: 293,
      uptimeMs: 2_122_949n,
    });
    expect(toLoad(without("system.uptime"))).toBeUndefined();
  });

  it("of memory", () => {
    const kibibytes = { total: 24_684_096n, available: 23_195_136n };
    expect(toMemory(charts)).toMatchObject({
      totalBytes: kibibytes.total * 1024n,
      availableBytes: kibibytes.available * 1024n,
      usedBytes: (kibibytes.total - kibibytes.available) * 1024n,
      utilizationE4: 603,
      pageFaults: 24_618_269n,
      majorPageFaults: 3988n,
    });
    expect(toMemory(without("mem.available"))).toBeUndefined();
  });

  it("of swap, of which there is no chart where there is no swap", () => {
    const none = { totalBytes: 0n, usedBytes: 0n, freeBytes: 0n, inBytes: 0n, outBytes: 0n, utilizationE4: 0 };
    expect(toSwap(charts, 4096)).toEqual(none);
    const line = (chart: string, dimension: string, value: number) =>
      `netdata_x{chart="${chart}",dimension="${dimension}"} ${value} 1000`;
    const swapping = [
      line("system.ram", "free", 1),
      line("mem.swap", "free", 3),
      line("mem.swap", "used", 1),
      line("mem.swapio", "in", 2),
      line("mem.swapio", "out", 5),
    ];
    expect(toSwap(chartsOf(swapping.join("\n")), 4096)).toEqual({
      totalBytes: 4096n,
      usedBytes: 1024n,
      freeBytes: 3072n,
      inBytes: 8192n,
      outBytes: 20_480n,
      utilizationE4: 2500,
    });
    expect(toSwap(without("system.ram"), 4096)).toBeUndefined();
  });

  it("of pressure", () => {
    expect(toPressure(charts)).toMatchObject({
      cpuSomeUs: 620_535_000n,
      ioFullUs: 12_981_000n,
      cpuSomeAvg10E4: 6977,
      ioFullAvg10E4: 12,
      memoryFullAvg10E4: 0,
    });
    expect(toPressure(without("system.cpu_some_pressure"))).toBeUndefined();
  });

  it("of disks and interfaces, those that are wanted", () => {
    expect(Object.fromEntries(toDisks(charts, all))).toEqual({
      vda: {
        readBytes: 8_383_378 * 512,
        writeBytes: 7_222_720 * 512,
        readOperations: 248_086,
        writeOperations: 75_685,
        readMerged: 59_671,
        writeMerged: 166_954,
        readTimeMs: 83_133,
        writeTimeMs: 74_693,
        ioTimeMs: 48_648,
        weightedIoTimeMs: 211_260,
        operationsInProgress: 0,
      },
    });
    expect(toInterfaces(charts, all).get("eth0")).toMatchObject({
      receiveBytes: 708_735_160,
      transmitBytes: 1_244_666,
      receivePackets: 19_874,
      receiveErrors: 0,
    });
    expect(toInterfaces(charts, (name) => name !== "eth0").size).toBe(0);
  });

  it("of its own shares of the processors", () => {
    const shares = toShares(recorded("processors.json"));
    expect(shares.get("cpu.cpu1")).toBe(9271);
    expect([...shares.keys()]).toEqual(["system.cpu", "cpu.cpu0", "cpu.cpu1"]);
  });

  it("of dimensions that differ in their units, which are metrics of their own", () => {
    const text = 'netdata_disk_io_reads_total{chart="disk.sda",family="sda"} 8 1000\n';
    expect(toDisks(chartsOf(text), all).get("sda")?.readBytes).toBe(4096);
  });
});

describe("alarms", () => {
  it("are alerts in our words", () => {
    expect(toAlerts(recorded("alarms.json"))).toEqual({
      hostname: "test-host",
      items: [
        {
          id: "1795696001",
          name: "statwire_uptime",
          chart: "system.uptime",
          status: "warning",
          value: 2122.949,
          units: "seconds",
          info: "the machine is up",
          lastStatusChangeAtMs: 1_795_696_011_000n,
        },
      ],
    });
  });

  it("that only say that all is well, or nothing, are none; the worst come first", () => {
    const alarm = (id: number, status: string, value: number | null = null) => ({
      id,
      name: `n${id}`,
      chart: "c",
      status,
      value,
      last_status_change: 1000 + id,
    });
    const text = (alarms: object) => JSON.stringify({ hostname: "h", alarms });
    const { items } = toAlerts(
      text({ a: alarm(1, "WARNING"), b: alarm(2, "CLEAR"), c: alarm(3, "CRITICAL"), d: alarm(4, "WARNING", 5) }),
    );
    expect(items.map(({ id, status, value }) => [id, status, value])).toEqual([
      ["3", "critical", undefined],
      ["4", "warning", 5],
      ["1", "warning", undefined],
    ]);
    expect(toAlerts(text({})).items).toEqual([]);
  });

  it.each([
    ["<html>", "the answer is not JSON"],
    ["[]", "the answer holds no alarms"],
    ['{"hostname":"h","alarms":{"a":{"id":{}}}}', "the answer holds no alarms: alarms.a.id"],
  ])("that are %s are refused", (text, problem) => {
    expect(() => toAlerts(text)).toThrow(problem);
  });
});

it.each([
  "",
  "<html><body>404</body></html>",
  "\u0000\u0001",
  "netdata_x{} 1 1",
  'netdata_x{chart="a",dimension="b"} 1 5',
])("takes %j for no answer", (text) => {
  expect(() => parseAnswer(text)).toThrow("the answer holds no metrics");
});

describe("answers", () => {
  const only = (
    name: string,
    collectedAtMs: number,
    value = 1,
  ): [string, { collectedAtMs: number; values: Map<string, number> }] => [
    name,
    { collectedAtMs, values: new Map([["d", value]]) },
  ];

  it("hold what was collected since the last one; the rest is as it was", () => {
    expect(answeredAtMs - (charts.get("system.cpu")?.collectedAtMs ?? 0)).toBeLessThan(2000);
    const known = new Map([only("a", 1000), only("b", 1000)]);
    const merged = mergeAnswer(known, { answeredAtMs: 5000, charts: new Map([only("b", 4000, 2)]) });
    expect(merged).toEqual(new Map([only("a", 1000), only("b", 4000, 2)]));
    expect(mergeAnswer(merged, { answeredAtMs: 5100, charts: new Map() })).toEqual(merged);
  });

  it("let go of what was not collected for a minute", () => {
    const known = new Map([only("a", 1000), only("b", 50_000)]);
    expect([...mergeAnswer(known, { answeredAtMs: 61_001, charts: new Map() }).keys()]).toEqual(["b"]);
  });
});
