import type {
  Battery,
  Clock,
  Container,
  Gpu,
  HostSampled,
  Kernel,
  PhysicalDisk,
  Power,
  RaidArray,
  ScheduledTask,
  surveyModules,
  Unit,
  Units,
  Updates,
} from "@statwire/events";
import { knownFields, scaled, whole } from "./known-fields.js";
import type {
  AlertState,
  BatteryState,
  ClockState,
  ContainerState,
  GpuState,
  KernelState,
  PhysicalDiskState,
  PowerState,
  RaidArrayState,
  ScheduledTaskState,
  SurveyStates,
  UnitState,
  UnitsState,
  UpdatesState,
} from "./state-survey.js";

type SurveyMappers = {
  [M in (typeof surveyModules)[number]]: (message: NonNullable<HostSampled[M]>) => SurveyStates[M];
};

/** From the messages of survey.proto to base units. */
export const surveyMappers: SurveyMappers = {
  gpus: ({ items }) => items.map(toGpu),
  batteries: ({ items, mainsOnline }) => ({
    items: items.map(toBattery),
    ...(mainsOnline !== undefined && { mainsOnline }),
  }),
  raids: ({ items }) => items.map(toRaidArray),
  physicalDisks: ({ items }) => items.map(toPhysicalDisk),
  power: toPower,
  kernel: toKernel,
  connections: ({ items }) => items.map(({ transport, state, count }) => ({ transport, state, count })),
  clock: toClock,
  users: ({ items }) =>
    items.map(({ user, terminal, remoteHost, sinceMs, pid }) => ({
      user,
      terminal,
      remoteHost,
      sinceMs: Number(sinceMs),
      pid,
    })),
  updates: toUpdates,
  containers: ({ items }) => items.map(toContainer),
  units: toUnits,
  tasks: ({ items }) => items.map(toScheduledTask),
  alerts: ({ hostname, items }) => ({
    hostname,
    items: items.map((alert) =>
      knownFields<AlertState>({
        id: alert.id,
        name: alert.name,
        status: alert.status,
        // JSON, in which states are stored, has no other numbers.
        value: Number.isFinite(alert.value) ? alert.value : undefined,
        units: alert.units,
        info: alert.info,
        chart: alert.chart,
        lastStatusChangeAtMs: Number(alert.lastStatusChangeAtMs),
      }),
    ),
  }),
};

function toGpu(gpu: Gpu): GpuState {
  return knownFields<GpuState>({
    id: gpu.id,
    name: gpu.name,
    driver: gpu.driver,
    utilization: scaled(gpu.utilizationE4, 1e4),
    memoryTotalBytes: whole(gpu.memoryTotalBytes),
    memoryUsedBytes: whole(gpu.memoryUsedBytes),
    celsius: scaled(gpu.celsiusE3, 1e3),
    watts: scaled(gpu.wattsE3, 1e3),
    limitWatts: scaled(gpu.limitWattsE3, 1e3),
    fanUtilization: scaled(gpu.fanUtilizationE4, 1e4),
    clockHertz: whole(gpu.clockHz),
    memoryClockHertz: whole(gpu.memoryClockHz),
  });
}

function toBattery(battery: Battery): BatteryState {
  return knownFields<BatteryState>({
    name: battery.name,
    status: battery.status,
    charge: scaled(battery.chargeE4, 1e4),
    health: scaled(battery.healthE4, 1e4),
    watts: scaled(battery.wattsE3, 1e3),
    volts: scaled(battery.voltsE3, 1e3),
    cycles: whole(battery.cycles),
    timeLeftSeconds: scaled(battery.timeLeftMs, 1e3),
    model: battery.model,
  });
}

function toRaidArray(array: RaidArray): RaidArrayState {
  return knownFields<RaidArrayState>({
    name: array.name,
    level: array.level,
    state: array.state,
    sizeBytes: Number(array.sizeBytes),
    devicesTotal: array.devicesTotal,
    devicesActive: array.devicesActive,
    devicesFailed: array.devicesFailed,
    devicesSpare: array.devicesSpare,
    progress: scaled(array.progressE4, 1e4),
    members: [...array.members],
  });
}

function toPhysicalDisk(disk: PhysicalDisk): PhysicalDiskState {
  return knownFields<PhysicalDiskState>({
    device: disk.device,
    model: disk.model,
    serial: disk.serial,
    firmware: disk.firmware,
    type: disk.type,
    sizeBytes: Number(disk.sizeBytes),
    healthy: disk.healthy,
    celsius: scaled(disk.celsiusE3, 1e3),
    powerOnHours: whole(disk.powerOnHours),
    powerCycles: whole(disk.powerCycles),
    reallocatedSectors: whole(disk.reallocatedSectors),
    pendingSectors: whole(disk.pendingSectors),
    uncorrectableErrors: whole(disk.uncorrectableErrors),
    enduranceUsed: scaled(disk.enduranceUsedE4, 1e4),
    writtenBytes: whole(disk.writtenBytes),
    readBytes: whole(disk.readBytes),
  });
}

function toPower(power: Power): PowerState {
  return {
    voltages: power.voltages.map(({ sensor, voltsE3 }) => ({ sensor, volts: voltsE3 / 1e3 })),
    currents: power.currents.map(({ sensor, amperesE3 }) => ({ sensor, amperes: amperesE3 / 1e3 })),
    draws: power.draws.map(({ sensor, wattsE3 }) => ({ sensor, watts: Number(wattsE3) / 1e3 })),
    energies: power.energies.map(({ sensor, joulesE3 }) => ({ sensor, joules: Number(joulesE3) / 1e3 })),
  };
}

function toKernel(kernel: Kernel): KernelState {
  return knownFields<KernelState>({
    openFiles: Number(kernel.openFiles),
    openFilesMax: Number(kernel.openFilesMax),
    conntrackEntries: whole(kernel.conntrackEntries),
    conntrackMax: whole(kernel.conntrackMax),
    oomKills: whole(kernel.oomKills),
    threadsMax: Number(kernel.threadsMax),
    pidsMax: Number(kernel.pidsMax),
    entropyBits: kernel.entropyBits,
    inodesAllocated: Number(kernel.inodesAllocated),
  });
}

function toClock(clock: Clock): ClockState {
  return knownFields<ClockState>({
    synchronized: clock.synchronized,
    offsetSeconds: scaled(clock.offsetUs, 1e6),
    rootDelaySeconds: scaled(clock.rootDelayUs, 1e6),
    rootDispersionSeconds: scaled(clock.rootDispersionUs, 1e6),
    stratum: clock.stratum,
    frequencyError: scaled(clock.frequencyErrorPpb, 1e9),
    service: clock.service,
    reference: clock.reference,
  });
}

function toUpdates(updates: Updates): UpdatesState {
  return knownFields<UpdatesState>({
    manager: updates.manager,
    pending: updates.pending,
    security: updates.security,
    rebootRequired: updates.rebootRequired,
    refreshedAtMs: whole(updates.refreshedAtMs),
    items: updates.items.map((update) => ({
      package: update.package,
      installedVersion: update.installedVersion,
      candidateVersion: update.candidateVersion,
      security: update.security,
    })),
  });
}

function toContainer(container: Container): ContainerState {
  return knownFields<ContainerState>({
    id: container.id,
    name: container.name,
    image: container.image,
    runtime: container.runtime,
    state: container.state,
    health: container.health,
    createdAtMs: whole(container.createdAtMs),
    startedAtMs: whole(container.startedAtMs),
    cpuSeconds: scaled(container.cpuMs, 1e3),
    cpuUtilization: scaled(container.cpuUtilizationE4, 1e4),
    memoryBytes: whole(container.memoryBytes),
    workingSetBytes: whole(container.workingSetBytes),
    memoryLimitBytes: whole(container.memoryLimitBytes),
    pageFaults: whole(container.pageFaults),
    diskReadBytes: whole(container.diskReadBytes),
    diskWriteBytes: whole(container.diskWriteBytes),
    receiveBytes: whole(container.receiveBytes),
    transmitBytes: whole(container.transmitBytes),
    processes: container.processes,
    restarts: whole(container.restarts),
  });
}

function toUnits(units: Units): UnitsState {
  return {
    systemState: units.systemState,
    total: units.total,
    active: units.active,
    failed: units.failed,
    items: units.items.map(toUnit),
  };
}

function toUnit(unit: Unit): UnitState {
  return knownFields<UnitState>({
    name: unit.name,
    loadState: unit.loadState,
    activeState: unit.activeState,
    subState: unit.subState,
    description: unit.description,
    sinceMs: whole(unit.sinceMs),
    restarts: whole(unit.restarts),
    cpuSeconds: scaled(unit.cpuMs, 1e3),
    memoryBytes: whole(unit.memoryBytes),
    tasks: whole(unit.tasks),
  });
}

function toScheduledTask(task: ScheduledTask): ScheduledTaskState {
  return knownFields<ScheduledTaskState>({
    name: task.name,
    kind: task.kind,
    origin: task.origin,
    schedule: task.schedule,
    user: task.user,
    timezone: task.timezone,
    nextRunAtMs: whole(task.nextRunAtMs),
    lastRunAtMs: whole(task.lastRunAtMs),
    error: task.error,
  });
}
