import { collectorMetrics, collectorModuleMetrics } from "./collector.js";
import {
  batteryMetrics,
  currentMetrics,
  energyMetrics,
  gpuMetrics,
  physicalDiskMetrics,
  powerDrawMetrics,
  raidMetrics,
  voltageMetrics,
} from "./hardware.js";
import { fanMetrics, inventoryMetrics, processMetrics, temperatureMetrics, topProcessMetrics } from "./host.js";
import { clockMetrics, connectionMetrics, kernelMetrics } from "./kernel.js";
import { memoryMetrics, swapMetrics } from "./memory.js";
import type { Metric } from "./metric.js";
import { networkMetrics, socketMetrics } from "./network.js";
import { coreMetrics, cpuMetrics, loadMetrics, pressureMetrics } from "./processor.js";
import { diskMetrics, filesystemMetrics } from "./storage.js";
import {
  alertMetrics,
  containerMetrics,
  unitMetrics,
  unitTotalMetrics,
  updateMetrics,
  userMetrics,
} from "./workloads.js";

/** The metric catalogue: every number that the history store keeps, one entry a column. */
export const metrics: readonly Metric[] = [
  ...cpuMetrics,
  ...coreMetrics,
  ...loadMetrics,
  ...memoryMetrics,
  ...swapMetrics,
  ...filesystemMetrics,
  ...diskMetrics,
  ...networkMetrics,
  ...temperatureMetrics,
  ...fanMetrics,
  ...processMetrics,
  ...topProcessMetrics,
  ...pressureMetrics,
  ...socketMetrics,
  ...collectorMetrics,
  ...collectorModuleMetrics,
  ...gpuMetrics,
  ...batteryMetrics,
  ...raidMetrics,
  ...physicalDiskMetrics,
  ...voltageMetrics,
  ...currentMetrics,
  ...powerDrawMetrics,
  ...energyMetrics,
  ...kernelMetrics,
  ...connectionMetrics,
  ...clockMetrics,
  ...userMetrics,
  ...updateMetrics,
  ...containerMetrics,
  ...unitTotalMetrics,
  ...unitMetrics,
  ...alertMetrics,
  ...inventoryMetrics,
];

const byName = new Map<string, Metric[]>();
for (const metric of metrics) byName.set(metric.name, [...(byName.get(metric.name) ?? []), metric]);

/** The entries of a name (one for each fixed attribute value), undefined when the catalogue has none. */
export function findMetric(name: string): readonly Metric[] | undefined {
  return byName.get(name);
}
