import { rmSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { copyFixture, fixtureContext } from "../testing/fixture-host.js";
import { openSensors } from "./sensors.js";

it("finds cpu_thermal on a Raspberry Pi", async () => {
  const sensors = await openSensors(fixtureContext("raspberry-pi-4")).sample(0);
  expect(sensors).toEqual({ temperatures: [{ sensor: "cpu_thermal/temp1", celsiusE3: 48_686 }], fans: [] });
});

it("names inputs by chip and label, in order, and tells equal chips apart", async () => {
  const sensors = await openSensors(fixtureContext("workstation")).sample(0);
  expect(sensors?.temperatures).toEqual([
    { sensor: "coretemp/Package id 0", celsiusE3: 52_000 },
    { sensor: "coretemp/Core 0", celsiusE3: 51_000 },
    { sensor: "coretemp/Core 8", celsiusE3: 49_500 },
    { sensor: "nvme/Composite", celsiusE3: 38_850 },
    { sensor: "nvme#2/Composite", celsiusE3: 41_850 },
    { sensor: "nct6775/temp1", celsiusE3: -128_000 },
    { sensor: "amdgpu/edge", celsiusE3: 54_000 },
    { sensor: "amdgpu/junction", celsiusE3: 61_000 },
    { sensor: "amdgpu/mem", celsiusE3: 58_000 },
    { sensor: "xe/pkg", celsiusE3: 47_000 },
    { sensor: "xe/vram", celsiusE3: 52_000 },
  ]);
  expect(sensors?.fans).toEqual([
    { sensor: "nct6775/fan1", revolutionsPerMinute: 0 },
    { sensor: "nct6775/CPU Fan", revolutionsPerMinute: 1187 },
    { sensor: "amdgpu/fan1", revolutionsPerMinute: 1104 },
    { sensor: "xe/fan1", revolutionsPerMinute: 820 },
  ]);
});

it("goes by thermal zones where no chip tells a temperature", async () => {
  const { folder, remove } = copyFixture("raspberry-pi-4");
  rmSync(`${folder}/sys/class/hwmon`, { recursive: true });
  const sensors = await openSensors(fixtureContext("raspberry-pi-4", { folder })).sample(0);
  remove();
  expect(sensors?.temperatures).toEqual([{ sensor: "cpu-thermal/thermal_zone0", celsiusE3: 48_686 }]);
});

it("is absent in a container", async () => {
  expect(await openSensors(fixtureContext("container")).sample(0)).toBeUndefined();
});

it("leaves out what does not answer, and fails with the name of a file that holds rubbish", async () => {
  const { folder, remove } = copyFixture("raspberry-pi-4");
  const input = `${folder}/sys/class/hwmon/hwmon0/temp1_input`;
  const sensors = openSensors(fixtureContext("raspberry-pi-4", { folder }));
  writeFileSync(input, "");
  const silent = await sensors.sample(0);
  writeFileSync(input, "warm\n");
  await expect(sensors.sample(0)).rejects.toThrow('hwmon0/temp1_input: expected a whole number, got "warm"');
  remove();
  expect(silent?.temperatures).toEqual([{ sensor: "cpu-thermal/thermal_zone0", celsiusE3: 48_686 }]);
});
