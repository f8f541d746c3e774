import type { CpuState, LoadState, SensorsState, TemperatureState } from "@statwire/snapshot-store";
import type { CPUStats } from "./dto.js";
import { percent, round } from "./units.js";

/** The chips that tell the processor's temperature, the first that is there counts. */
const cpuChips = ["cpu_thermal", "coretemp", "cpu-thermal", "thermal_zone0"];

export function toCpu(cpu: CpuState, load: LoadState, sensors: SensorsState | undefined): CPUStats {
  return {
    usage_percent: percent(cpu.utilization),
    per_core: [...cpu.cores].sort((a, b) => a.number - b.number).map((core) => percent(core.utilization)),
    frequency_mhz: cpu.frequencyHertz === undefined ? null : round(cpu.frequencyHertz / 1e6, 2),
    temperature_celcius: cpuTemperature(sensors?.temperatures ?? []),
    load_avg_1m: round(load.oneMinute, 3),
    load_avg_5m: round(load.fiveMinutes, 3),
    load_avg_15m: round(load.fifteenMinutes, 3),
  };
}

/** The first sensor of the best chip; zero counts as unknown, as it always has on this surface. */
function cpuTemperature(temperatures: readonly TemperatureState[]): number | null {
  for (const chip of cpuChips) {
    const found = temperatures.find(({ sensor }) => sensor === chip || sensor.startsWith(`${chip}/`));
    if (found !== undefined) return found.celsius === 0 ? null : round(found.celsius, 2);
  }
  return null;
}
