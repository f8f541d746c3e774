import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fixtureContext } from "../testing/fixture-host.js";
import { type PrivateSystemd, startSystemd } from "../testing/private-systemd.js";
import type { Reading } from "./module.js";
import { openUnits } from "./units.js";

let systemd: PrivateSystemd;
beforeAll(async () => {
  systemd = await startSystemd({
    "default.target": "[Unit]\nDescription=All of it\nWants=good.service bad.service flapping.service tick.timer\n",
    "good.service": "[Unit]\nDescription=A service that runs\n[Service]\nExecStart=sleep 600\n",
    "bad.service": "[Unit]\nDescription=A service that fails\n[Service]\nExecStart=false\n",
    "flapping.service":
      "[Unit]\nDefaultDependencies=no\nStartLimitBurst=1000\n[Service]\nExecStart=sh -c 'sleep 0.1; exit 1'\nRestart=always\nRestartSec=100ms\n",
    "tick.timer": "[Timer]\nOnCalendar=daily\n",
    "tick.service": "[Service]\nExecStart=true\n",
  });
});
afterAll(() => systemd?.stop());

/** A context whose /proc and /sys are this machine's. */
function context() {
  const fixture = fixtureContext("container", { folder: systemd.fileRoot });
  return { ...fixture, host: { ...fixture.host, procRoot: "/proc", sysRoot: "/sys" } };
}

async function sampleUntil(holds: (units: Reading<"units">) => boolean): Promise<Reading<"units">> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const units = await openUnits(context()).sample(0);
    if (units !== undefined && holds(units)) return units;
    if (Date.now() > deadline) throw new Error("the units did not become so within 20 s");
    await setTimeout(100);
  }
}

const find = (units: Reading<"units">, name: string) => units.items.find((unit) => unit.name === name);

describe("a real systemd", () => {
  it("tells its units, failed ones first", async () => {
    const units = await sampleUntil(({ systemState, failed }) => systemState === "degraded" && failed > 0);
    expect(units.failed).toBe(1);
    expect(units.total).toBeGreaterThanOrEqual(units.items.length);
    expect(units.active).toBeGreaterThanOrEqual(3);
    expect(units.items[0]).toMatchObject({
      name: "bad.service",
      loadState: "loaded",
      activeState: "failed",
      subState: "failed",
      description: "A service that fails",
      restarts: 0n,
    });
    expect(find(units, "good.service")).toMatchObject({
      activeState: "active",
      subState: "running",
      description: "A service that runs",
    });
    expect(find(units, "tick.timer")).toMatchObject({ activeState: "active", subState: "waiting" });
    const ageMs = Date.now() - Number(find(units, "good.service")?.sinceMs);
    expect(ageMs).toBeGreaterThan(0);
    expect(ageMs).toBeLessThan(60_000);
  });

  it("counts restarts", async () => {
    const units = await sampleUntil((said) => (find(said, "flapping.service")?.restarts ?? 0n) >= 2n);
    expect(find(units, "flapping.service")?.restarts).toBeGreaterThanOrEqual(2n);
  });
});
