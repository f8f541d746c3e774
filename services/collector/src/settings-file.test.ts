import { type Module, modules } from "@statwire/events";
import { describe, expect, it } from "vitest";
import { accepts, includes } from "./settings/module-settings.js";
import { defaultSettings, loadSettings, parseSettingsFile } from "./settings-file.js";
import { servedBy } from "./sources/served-by.js";

function parse(file: unknown) {
  return parseSettingsFile("/etc/statwire/settings.json", JSON.stringify(file));
}

function parseOk(file: unknown) {
  const loaded = parse(file);
  if (!loaded.ok) throw new Error(loaded.problem);
  return loaded.settings;
}

const slowIntervalsMs: Partial<Record<Module, number>> = {
  filesystems: 30_000,
  sensors: 10_000,
  processes: 10_000,
  collector: 10_000,
  gpus: 10_000,
  batteries: 60_000,
  raids: 60_000,
  physicalDisks: 600_000,
  power: 10_000,
  kernel: 30_000,
  connections: 30_000,
  clock: 60_000,
  users: 60_000,
  updates: 3_600_000,
  containers: 10_000,
  units: 30_000,
  tasks: 60_000,
  alerts: 30_000,
};

describe("settings.json", () => {
  it("has the defaults without a file", async () => {
    expect(await loadSettings("/nowhere/settings.json")).toEqual({ ok: true, settings: defaultSettings });
    const intervals = modules.map((module) => [module, defaultSettings.modules[module].intervalMs]);
    expect(Object.fromEntries(intervals)).toEqual(
      Object.fromEntries(modules.map((module) => [module, slowIntervalsMs[module] ?? 4000])),
    );
    expect(defaultSettings).toMatchObject({
      topProcesses: 10,
      clockServers: [],
      containerSockets: ["/var/run/docker.sock", "/run/podman/podman.sock"],
      netdata: { enabled: false },
      thresholds: [
        { metric: "cpu_usage", warning: 80, critical: 90, below: false },
        { metric: "ram_usage", warning: 80, critical: 90, below: false },
      ],
      logs: { logs: [], intervalMs: 30_000 },
    });
  });

  it("moves what follows the base interval, and keeps slow modules at least as slow", () => {
    const loaded = parse({ base_interval_ms: 20_000, modules: { cpu: { interval_ms: 1000 } } });
    if (!loaded.ok) throw new Error(loaded.problem);
    const { cpu, load, sensors, filesystems } = loaded.settings.modules;
    expect([cpu, load, sensors, filesystems].map((module) => module.intervalMs)).toEqual([
      1000, 20_000, 20_000, 30_000,
    ]);
  });

  it("chooses by patterns", () => {
    const loaded = parse({ modules: { network: { include: ["^eth"], exclude: ["1$"] } } });
    if (!loaded.ok) throw new Error(loaded.problem);
    const { network, disks } = loaded.settings.modules;
    expect(["eth0", "eth1", "lo"].map((name) => accepts(network, name))).toEqual([true, false, false]);
    expect(includes(network, "eth0")).toBe(true);
    expect(["sda", "loop0", "ram1", "zram0"].map((name) => accepts(disks, name))).toEqual([true, false, false, false]);
    expect(includes(disks, "sda")).toBe(false);
  });

  it("reads each module from the host itself first, and from Netdata only where that is on", () => {
    const order = (file: object, module: Module) => parseOk(file).modules[module].sources;
    const others = (module: Module) => (servedBy.systeminformation.has(module) ? ["systeminformation"] : []);
    expect(order({}, "cpu")).toEqual(["direct", ...others("cpu")]);
    expect(order({}, "sockets")).toEqual(["direct"]);
    expect(order({ netdata: { enabled: true } }, "cpu")).toEqual(["direct", ...others("cpu"), "netdata"]);
    expect(order({ netdata: { url: "http://127.0.0.1:1" } }, "sockets")).toEqual(["direct"]);
    expect(order({ modules: { load: { sources: ["netdata", "direct"] } } }, "load")).toEqual(["netdata", "direct"]);
    const off = { netdata: { enabled: false }, modules: { load: { sources: ["netdata", "direct"] } } };
    expect(order(off, "load")).toEqual(["direct"]);
  });

  it("reads alerts only where Netdata is on", () => {
    expect(parseOk({}).modules.alerts).toMatchObject({ enabled: false, sources: [] });
    expect(parseOk({ netdata: { enabled: true } }).modules.alerts).toMatchObject({
      enabled: true,
      sources: ["netdata"],
    });
  });

  it("knows where Netdata is", () => {
    expect(parseOk({ netdata: { enabled: true, timeout_ms: 300 } }).netdata).toEqual({
      enabled: true,
      url: "http://localhost:19999",
      timeoutMs: 300,
    });
    const url = "https://me:secret@[::1]:19999/netdata";
    expect(parseOk({ netdata: { url } }).netdata).toEqual({ enabled: true, url, timeoutMs: 1000 });
    expect(parseOk({ modules: { cpu: { sources: ["direct", "netdata"] } } }).netdata.enabled).toBe(true);
  });

  it("takes time servers and sockets of container engines", () => {
    const settings = parseOk({
      modules: { clock: { servers: ["pool.ntp.org"] }, containers: { sockets: ["/run/d"] } },
    });
    expect(settings).toMatchObject({ clockServers: ["pool.ntp.org"], containerSockets: ["/run/d"] });
  });

  it("takes DashPad's file as it is", () => {
    const settings = parseOk({
      api: { host: "0.0.0.0", port: 5241, allow_origins: ["*"], auth: { enabled: true, api_key: "0".repeat(64) } },
      metrics: {
        update_interval_seconds: 8,
        enabled_metrics: ["cpu_usage", "system_uptime"],
        sources: { cpu_usage: ["netdata", "direct"], ram_usage: ["direct"] },
      },
      metrics_thresholds: { cpu_usage: { warning: 50, critical: 75.5, direction: "above" } },
      logs: { syslog: { path: "/var/log/syslog", lines: 50, redact_datatype: ["ip"] } },
      netdata: { url: "http://localhost:19999" },
    });
    expect(settings.baseIntervalMs).toBe(8000);
    expect(settings.modules.cpu).toMatchObject({ enabled: true, sources: ["netdata", "direct"], intervalMs: 8000 });
    expect(settings.modules.memory).toMatchObject({ enabled: false, sources: ["direct"] });
    expect(settings.modules.load.enabled).toBe(true);
    expect(settings.modules.sockets.enabled).toBe(true);
    expect(settings.thresholds[0]).toEqual({ metric: "cpu_usage", warning: 50, critical: 75.5, below: false });
    expect(settings.logs.logs[0]).toMatchObject({ name: "syslog", lineLimit: 50 });
  });

  it("takes thresholds that are bad below", () => {
    const { thresholds } = parseOk({
      metrics_thresholds: { system_uptime: { warning: 600, critical: 60, direction: "below" } },
    });
    expect(thresholds.at(-1)).toEqual({ metric: "system_uptime", warning: 600, critical: 60, below: true });
  });

  it("accepts both spellings where they agree", () => {
    const both = {
      base_interval_ms: 2000,
      modules: { cpu: { enabled: true, sources: ["direct"] } },
      metrics: { update_interval_seconds: 2, enabled_metrics: ["cpu_usage"], sources: { cpu_usage: ["direct"] } },
    };
    expect(parseOk(both)).toMatchObject({ baseIntervalMs: 2000 });
  });

  it.each([
    [{ base_interval_ms: "4s" }, "base_interval_ms: "],
    [{ base_interval_ms: 50 }, "base_interval_ms: "],
    [{ modules: { cpu: { interval: 1 } } }, 'modules.cpu: Unrecognized key: "interval"'],
    [{ modules: { gpu: {} } }, 'modules: Unrecognized key: "gpu"'],
    [{ telemetry: {} }, 'the whole file: Unrecognized key: "telemetry"'],
    [
      { base_interval_ms: 4000, metrics: { update_interval_seconds: 5 } },
      "metrics.update_interval_seconds and base_interval_ms: contradict each other",
    ],
    [
      { modules: { memory: { enabled: true } }, metrics: { enabled_metrics: [] } },
      "metrics.enabled_metrics and modules.memory.enabled: contradict each other",
    ],
    [
      { modules: { load: { sources: ["direct"] } }, metrics: { sources: { system_uptime: ["netdata"] } } },
      "metrics.sources.system_uptime and modules.load.sources: contradict each other",
    ],
    [{ metrics: { update_interval_seconds: 1 } }, "metrics.update_interval_seconds: "],
    [{ metrics: { enabled_metrics: ["disk"] } }, "metrics.enabled_metrics.0: "],
    [
      { metrics_thresholds: { cpu_usage: { warning: 90, critical: 80 } } },
      "metrics_thresholds.cpu_usage: critical must",
    ],
    [{ modules: { cpu: { sources: [] } } }, "modules.cpu.sources: "],
    [{ modules: { cpu: { sources: ["direct", "direct"] } } }, "modules.cpu.sources: names a source twice"],
    [
      { modules: { sockets: { sources: ["netdata"] } } },
      "modules.sockets.sources: sockets cannot be read from netdata",
    ],
    [
      { netdata: { enabled: false }, modules: { cpu: { sources: ["netdata"] } } },
      "modules.cpu.sources: names only netdata, which netdata.enabled switches off",
    ],
    [{ netdata: { url: "file:///etc/passwd" } }, "netdata.url: expected an http or https address"],
    [{ netdata: { url: "localhost:19999" } }, "netdata.url: expected an http or https address"],
    [{ netdata: { timeout_ms: 60_000 } }, "netdata.timeout_ms: "],
    [
      { modules: { containers: { sockets: ["docker.sock"] } } },
      "modules.containers.sockets.0: expected an absolute path",
    ],
    [{ api: "none" }, "api: "],
    [{ modules: { disks: { exclude: ["("] } } }, "modules.disks.exclude.0: is no regular expression"],
    [{ modules: { processes: { top_processes: 1000 } } }, "modules.processes.top_processes: "],
    [[], "the whole file: "],
  ])("refuses %j by naming the path and the field", (file, problem) => {
    const loaded = parse(file);
    expect(loaded.ok).toBe(false);
    if (!loaded.ok) expect(loaded.problem).toContain(`/etc/statwire/settings.json: ${problem}`);
  });

  it("refuses what is not JSON", () => {
    const loaded = parseSettingsFile("s.json", "{");
    expect(loaded).toMatchObject({ ok: false, problem: expect.stringContaining("s.json: not JSON: ") });
  });
});
