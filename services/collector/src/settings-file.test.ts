import { modules } from "@statwire/events";
import { describe, expect, it } from "vitest";
import { accepts, defaultSettings, includes, loadSettings, parseSettingsFile } from "./settings-file.js";

function parse(file: unknown) {
  return parseSettingsFile("/etc/statwire/settings.json", JSON.stringify(file));
}

describe("settings.json", () => {
  it("has the defaults without a file", async () => {
    expect(await loadSettings("/nowhere/settings.json")).toEqual({ ok: true, settings: defaultSettings });
    const intervals = modules.map((module) => [module, defaultSettings.modules[module].intervalMs]);
    expect(Object.fromEntries(intervals)).toEqual({
      cpu: 4000,
      load: 4000,
      memory: 4000,
      swap: 4000,
      filesystems: 30_000,
      disks: 4000,
      network: 4000,
      sensors: 10_000,
      processes: 10_000,
      pressure: 4000,
      sockets: 4000,
      collector: 10_000,
    });
    expect(defaultSettings.topProcesses).toBe(10);
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

  it.each([
    [{ base_interval_ms: "4s" }, "base_interval_ms: "],
    [{ base_interval_ms: 50 }, "base_interval_ms: "],
    [{ modules: { cpu: { interval: 1 } } }, 'modules.cpu: Unrecognized key: "interval"'],
    [{ modules: { gpu: {} } }, 'modules: Unrecognized key: "gpu"'],
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
