import type {
  CollectorHealth,
  Cpu,
  Disk,
  Filesystem,
  HostSampled,
  Load,
  Memory,
  Module,
  NetworkInterface,
  Pressure,
  Processes,
  ProcessUsage,
  Sensors,
  Sockets,
  Swap,
} from "@statwire/events";
import { knownFields, whole } from "./known-fields.js";
import type { NodeEvent } from "./snapshot.js";
import type {
  CollectorState,
  CpuState,
  DiskState,
  FilesystemState,
  LoadState,
  MemoryState,
  ModuleStates,
  NetworkInterfaceState,
  PressureState,
  ProcessesState,
  ProcessState,
  SensorsState,
  SocketsState,
  SwapState,
} from "./state.js";
import { surveyMappers } from "./to-survey-states.js";

type Mappers = { [M in Module]: (message: NonNullable<HostSampled[M]>) => ModuleStates[M] };

const mappers: Mappers = {
  cpu: toCpu,
  load: toLoad,
  memory: toMemory,
  swap: toSwap,
  filesystems: ({ items }) => items.map(toFilesystem),
  disks: ({ items }) => items.map(toDisk),
  network: ({ items }) => items.map(toNetworkInterface),
  sensors: toSensors,
  processes: toProcesses,
  pressure: toPressure,
  sockets: toSockets,
  collector: toCollector,
  ...surveyMappers,
};

const mapperEntries = Object.entries(mappers) as [Module, Mappers[Module]][];

/**
 * The modules that an event carries, in base units. Fixed-point integers are divided, never multiplied by a fraction:
 * the quotient is the double nearest to the decimal, so 1234 (e4) is 0.1234 and nothing longer.
 */
export function toModuleStates(event: HostSampled): NodeEvent["modules"] {
  const sources = new Map(event.sources.map(({ module, source }) => [module, source]));
  const entries = mapperEntries.flatMap(([module, toState]) => {
    const message = event[module];
    // The table pairs each module with its own mapper; indexing it by a union loses that pairing.
    if (message === undefined) return [];
    const state = (toState as (of: unknown) => unknown)(message);
    return [[module, { intervalMs: message.intervalMs, source: sources.get(module) ?? "direct", state }]];
  });
  return Object.fromEntries(entries) as NodeEvent["modules"];
}

function toCpu(cpu: Cpu): CpuState {
  return {
    utilization: cpu.utilizationE4 / 1e4,
    userSeconds: Number(cpu.userMs) / 1e3,
    niceSeconds: Number(cpu.niceMs) / 1e3,
    systemSeconds: Number(cpu.systemMs) / 1e3,
    idleSeconds: Number(cpu.idleMs) / 1e3,
    iowaitSeconds: Number(cpu.iowaitMs) / 1e3,
    interruptSeconds: Number(cpu.interruptMs) / 1e3,
    softirqSeconds: Number(cpu.softirqMs) / 1e3,
    stealSeconds: Number(cpu.stealMs) / 1e3,
    contextSwitches: Number(cpu.contextSwitches),
    interrupts: Number(cpu.interrupts),
    ...(cpu.frequencyHz !== undefined && { frequencyHertz: Number(cpu.frequencyHz) }),
    cores: cpu.cores.map((core) => ({ number: core.number, utilization: core.utilizationE4 / 1e4 })),
  };
}

function toLoad(load: Load): LoadState {
  return {
    oneMinute: load.oneMinuteE2 / 1e2,
    fiveMinutes: load.fiveMinutesE2 / 1e2,
    fifteenMinutes: load.fifteenMinutesE2 / 1e2,
    uptimeSeconds: Number(load.uptimeMs) / 1e3,
  };
}

function toMemory(memory: Memory): MemoryState {
  return {
    totalBytes: Number(memory.totalBytes),
    availableBytes: Number(memory.availableBytes),
    usedBytes: Number(memory.usedBytes),
    freeBytes: Number(memory.freeBytes),
    buffersBytes: Number(memory.buffersBytes),
    cachedBytes: Number(memory.cachedBytes),
    slabReclaimableBytes: Number(memory.slabReclaimableBytes),
    slabUnreclaimableBytes: Number(memory.slabUnreclaimableBytes),
    sharedBytes: Number(memory.sharedBytes),
    dirtyBytes: Number(memory.dirtyBytes),
    committedBytes: Number(memory.committedBytes),
    utilization: memory.utilizationE4 / 1e4,
    pageFaults: Number(memory.pageFaults),
    majorPageFaults: Number(memory.majorPageFaults),
  };
}

function toSwap(swap: Swap): SwapState {
  return {
    totalBytes: Number(swap.totalBytes),
    usedBytes: Number(swap.usedBytes),
    freeBytes: Number(swap.freeBytes),
    inBytes: Number(swap.inBytes),
    outBytes: Number(swap.outBytes),
    utilization: swap.utilizationE4 / 1e4,
  };
}

function toFilesystem(filesystem: Filesystem): FilesystemState {
  return {
    mountpoint: filesystem.mountpoint,
    device: filesystem.device,
    type: filesystem.type,
    totalBytes: Number(filesystem.totalBytes),
    usedBytes: Number(filesystem.usedBytes),
    freeBytes: Number(filesystem.freeBytes),
    availableBytes: Number(filesystem.availableBytes),
    inodesTotal: Number(filesystem.inodesTotal),
    inodesFree: Number(filesystem.inodesFree),
    utilization: filesystem.utilizationE4 / 1e4,
    readOnly: filesystem.readOnly,
  };
}

function toDisk(disk: Disk): DiskState {
  return {
    device: disk.device,
    readBytes: Number(disk.readBytes),
    writeBytes: Number(disk.writeBytes),
    readOperations: Number(disk.readOperations),
    writeOperations: Number(disk.writeOperations),
    readTimeSeconds: Number(disk.readTimeMs) / 1e3,
    writeTimeSeconds: Number(disk.writeTimeMs) / 1e3,
    ioTimeSeconds: Number(disk.ioTimeMs) / 1e3,
    weightedIoTimeSeconds: Number(disk.weightedIoTimeMs) / 1e3,
    operationsInProgress: disk.operationsInProgress,
    readMerged: Number(disk.readMerged),
    writeMerged: Number(disk.writeMerged),
    ...(disk.readBytesPerSecond !== undefined && { readBytesPerSecond: Number(disk.readBytesPerSecond) }),
    ...(disk.writeBytesPerSecond !== undefined && { writeBytesPerSecond: Number(disk.writeBytesPerSecond) }),
  };
}

function toNetworkInterface(network: NetworkInterface): NetworkInterfaceState {
  const { receiveBytesPerSecond, transmitBytesPerSecond } = network;
  return {
    name: network.name,
    receiveBytes: Number(network.receiveBytes),
    transmitBytes: Number(network.transmitBytes),
    receivePackets: Number(network.receivePackets),
    transmitPackets: Number(network.transmitPackets),
    receiveErrors: Number(network.receiveErrors),
    transmitErrors: Number(network.transmitErrors),
    receiveDropped: Number(network.receiveDropped),
    transmitDropped: Number(network.transmitDropped),
    ...(receiveBytesPerSecond !== undefined && { receiveBytesPerSecond: Number(receiveBytesPerSecond) }),
    ...(transmitBytesPerSecond !== undefined && { transmitBytesPerSecond: Number(transmitBytesPerSecond) }),
  };
}

function toSensors(sensors: Sensors): SensorsState {
  return {
    temperatures: sensors.temperatures.map(({ sensor, celsiusE3 }) => ({ sensor, celsius: celsiusE3 / 1e3 })),
    fans: sensors.fans.map(({ sensor, revolutionsPerMinute }) => ({ sensor, revolutionsPerMinute })),
  };
}

function toProcesses(processes: Processes): ProcessesState {
  return {
    total: processes.total,
    running: processes.running,
    sleeping: processes.sleeping,
    blocked: processes.blocked,
    zombie: processes.zombie,
    stopped: processes.stopped,
    idle: processes.idle,
    threads: processes.threads,
    created: Number(processes.created),
    top: processes.top.map(toProcess),
  };
}

function toProcess(usage: ProcessUsage): ProcessState {
  return knownFields<ProcessState>({
    pid: usage.pid,
    command: usage.command,
    user: usage.user,
    cpuUtilization: usage.cpuUtilizationE4 / 1e4,
    residentBytes: Number(usage.residentBytes),
    threads: usage.threads,
    virtualBytes: Number(usage.virtualBytes),
    startedAtMs: Number(usage.startedAtMs),
    cpuSeconds: Number(usage.cpuMs) / 1e3,
    pageFaults: Number(usage.pageFaults),
    majorPageFaults: Number(usage.majorPageFaults),
    readBytes: whole(usage.readBytes),
    writeBytes: whole(usage.writeBytes),
    voluntaryContextSwitches: whole(usage.voluntaryContextSwitches),
    involuntaryContextSwitches: whole(usage.involuntaryContextSwitches),
    openFiles: usage.openFiles,
  });
}

function toPressure(pressure: Pressure): PressureState {
  return {
    cpuSomeSeconds: Number(pressure.cpuSomeUs) / 1e6,
    memorySomeSeconds: Number(pressure.memorySomeUs) / 1e6,
    memoryFullSeconds: Number(pressure.memoryFullUs) / 1e6,
    ioSomeSeconds: Number(pressure.ioSomeUs) / 1e6,
    ioFullSeconds: Number(pressure.ioFullUs) / 1e6,
    cpuSomeAverage10s: pressure.cpuSomeAvg10E4 / 1e4,
    memorySomeAverage10s: pressure.memorySomeAvg10E4 / 1e4,
    memoryFullAverage10s: pressure.memoryFullAvg10E4 / 1e4,
    ioSomeAverage10s: pressure.ioSomeAvg10E4 / 1e4,
    ioFullAverage10s: pressure.ioFullAvg10E4 / 1e4,
  };
}

function toSockets(sockets: Sockets): SocketsState {
  return {
    used: sockets.used,
    tcpInUse: sockets.tcpInUse,
    tcpEstablished: sockets.tcpEstablished,
    tcpTimeWait: sockets.tcpTimeWait,
    tcpOrphan: sockets.tcpOrphan,
    udpInUse: sockets.udpInUse,
    tcpRetransmittedSegments: Number(sockets.tcpRetransmittedSegments),
    tcpActiveOpens: Number(sockets.tcpActiveOpens),
    tcpPassiveOpens: Number(sockets.tcpPassiveOpens),
    udpReceiveErrors: Number(sockets.udpReceiveErrors),
  };
}

function toCollector(collector: CollectorHealth): CollectorState {
  return {
    sampledEvents: Number(collector.sampledEvents),
    publishedEvents: Number(collector.publishedEvents),
    droppedEvents: Number(collector.droppedEvents),
    publishFailures: Number(collector.publishFailures),
    corruptSpoolRecords: Number(collector.corruptSpoolRecords),
    spoolEvents: Number(collector.spoolEvents),
    spoolBytes: Number(collector.spoolBytes),
    cpuSeconds: Number(collector.cpuMs) / 1e3,
    residentBytes: Number(collector.residentBytes),
    tickDelaySeconds: collector.tickDelayMs / 1e3,
    modules: collector.modules.map((health) => ({
      module: health.module,
      durationSeconds: health.durationUs / 1e6,
      failures: Number(health.failures),
      failing: health.failing,
      error: health.error,
      source: health.source,
    })),
  };
}
