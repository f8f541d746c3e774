import type { Module } from "@statwire/events";
import { openBatteries } from "./batteries.js";
import { openClock } from "./clock.js";
import { openCollector } from "./collector.js";
import { openConnections } from "./connections.js";
import { openContainers } from "./containers.js";
import { openCpu } from "./cpu.js";
import { openDisks } from "./disks.js";
import { openFilesystems } from "./filesystems.js";
import { openGpus } from "./gpus.js";
import { openKernel } from "./kernel.js";
import { openLoad } from "./load.js";
import { openMemory } from "./memory.js";
import type { OpenModule } from "./module.js";
import { openNetwork } from "./network.js";
import { openPhysicalDisks } from "./physical-disks.js";
import { openPower } from "./power.js";
import { openPressure } from "./pressure.js";
import { openProcesses } from "./processes.js";
import { openRaids } from "./raids.js";
import { openSensors } from "./sensors.js";
import { openSockets } from "./sockets.js";
import { openSwap } from "./swap.js";
import { openTasks } from "./tasks.js";
import { openUnits } from "./units.js";
import { openUpdates } from "./updates.js";
import { openUsers } from "./users.js";

/** Modules that the host itself tells about. Alerts are Netdata's. */
export type DirectModule = Exclude<Module, "alerts">;

/** Every module that is read direct. One that `HostSampled` has and this table has not does not compile. */
export const openModule: { [M in DirectModule]: OpenModule<M> } = {
  cpu: openCpu,
  load: openLoad,
  memory: openMemory,
  swap: openSwap,
  filesystems: openFilesystems,
  disks: openDisks,
  network: openNetwork,
  sensors: openSensors,
  processes: openProcesses,
  pressure: openPressure,
  sockets: openSockets,
  collector: openCollector,
  gpus: openGpus,
  batteries: openBatteries,
  raids: openRaids,
  physicalDisks: openPhysicalDisks,
  power: openPower,
  kernel: openKernel,
  connections: openConnections,
  clock: openClock,
  users: openUsers,
  updates: openUpdates,
  containers: openContainers,
  units: openUnits,
  tasks: openTasks,
};
