import { rmSync, writeFileSync } from "node:fs";
import { type Module, modules } from "@statwire/events";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { directModules, openDirect } from "../sources/direct.js";
import { copyFixture, fixtureContext } from "../testing/fixture-host.js";
import { ModuleRunner } from "./runner.js";

let copy: { folder: string; remove: () => void };
beforeEach(() => {
  copy = copyFixture("raspberry-pi-4");
});
afterEach(() => copy.remove());

function open(): ModuleRunner {
  const context = fixtureContext("raspberry-pi-4", { folder: copy.folder });
  const monotonicMs = () => performance.now();
  return new ModuleRunner({
    sources: [openDirect({ context, monotonicMs })],
    order: () => ["direct"],
    beginTick: () => context.files.beginTick(),
    monotonicMs,
  });
}

/** Modules of the first fixtures, which hold nothing of the surveys. */
const base: readonly Module[] = ["cpu", "load", "memory", "swap", "filesystems", "disks", "network", "sensors"];

describe("running modules", () => {
  it("gives what each says, and leaves out what this host has not", async () => {
    const runner = open();
    const { readings, sources } = await runner.run([...base, "pressure", "alerts"]);
    const said = Object.entries(readings).filter(([, reading]) => reading !== undefined);
    expect(said.map(([name]) => name)).toEqual(base);
    expect(sources).toEqual({});
    expect(runner.health().filter(({ failing }) => failing)).toEqual([]);
    expect(runner.health().map(({ module }) => module)).toEqual(
      modules.filter((name) => base.includes(name) || name === "pressure" || name === "alerts"),
    );
    expect(directModules.has("alerts")).toBe(false);
  });

  it("counts a failure with its text, lets no other module suffer, and recovers", async () => {
    const path = `${copy.folder}/proc/loadavg`;
    writeFileSync(path, "rubbish\n");
    const runner = open();
    const { readings } = await runner.run(["load", "memory"]);
    expect(readings.load).toBeUndefined();
    expect(readings.memory?.totalBytes).toBe(3_884_368n * 1024n);
    expect(runner.health()).toEqual([
      {
        module: "load",
        durationUs: expect.any(Number),
        failures: 1n,
        failing: true,
        error: 'direct: loadavg: expected three numbers, got "rubbish"',
        source: "direct",
      },
      expect.objectContaining({ module: "memory", failures: 0n, failing: false, error: "" }),
    ]);
    writeFileSync(path, "0.1 0.2 0.3 1/2 3\n");
    expect((await runner.run(["load"])).readings.load?.oneMinuteE2).toBe(10);
    expect(runner.health()[0]).toMatchObject({ failures: 1n, failing: false, error: "" });
  });

  it("calls a source absent that is gone", async () => {
    rmSync(`${copy.folder}/proc/loadavg`);
    const runner = open();
    expect((await runner.run(["load"])).readings.load).toBeUndefined();
    expect(runner.health()[0]).toMatchObject({ failing: false, failures: 0n });
  });

  it("has read what needs no waiting before it returns", () => {
    const runner = open();
    void runner.run(["load", "memory"]);
    expect(runner.health().map(({ durationUs }) => durationUs > 0)).toEqual([true, true]);
  });
});
