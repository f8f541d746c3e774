import type { GpuState, NetworkInterfaceState, NodeSnapshot } from "@statwire/snapshot-store";
import type { NezhaStatus } from "./dto.js";
import { isCounted } from "./interfaces.js";
import { sumOf } from "./to-host.js";

/** What a server does; zeros as far as it has not told. */
export function toStatus({ modules }: Pick<NodeSnapshot, "modules">): NezhaStatus {
  const network = (modules.network?.state ?? []).filter(({ name }) => isCounted(name));
  const load = modules.load?.state;
  const sockets = modules.sockets?.state;
  const temperatures = modules.sensors?.state.temperatures ?? [];
  return {
    CPU: (modules.cpu?.state.utilization ?? 0) * 100,
    MemUsed: modules.memory?.state.usedBytes ?? 0,
    SwapUsed: modules.swap?.state.usedBytes ?? 0,
    DiskUsed: sumOf(modules.filesystems?.state ?? [], "usedBytes"),
    NetInTransfer: total(network, "receiveBytes"),
    NetOutTransfer: total(network, "transmitBytes"),
    NetInSpeed: total(network, "receiveBytesPerSecond"),
    NetOutSpeed: total(network, "transmitBytesPerSecond"),
    Uptime: Math.floor(load?.uptimeSeconds ?? 0),
    Load1: load?.oneMinute ?? 0,
    Load5: load?.fiveMinutes ?? 0,
    Load15: load?.fifteenMinutes ?? 0,
    TcpConnCount: sockets?.tcpInUse ?? 0,
    UdpConnCount: sockets?.udpInUse ?? 0,
    ProcessCount: modules.processes?.state.total ?? 0,
    Temperatures:
      temperatures.length === 0
        ? null
        : temperatures.map(({ sensor, celsius }) => ({ Name: sensor, Temperature: celsius })),
    GPU: gpuPercent(modules.gpus?.state ?? []),
  };
}

/** A rate is absent after a reset, and then counts as none. */
function total(
  network: readonly NetworkInterfaceState[],
  field: "receiveBytes" | "transmitBytes" | "receiveBytesPerSecond" | "transmitBytesPerSecond",
): number {
  return network.reduce((sum, counters) => sum + (counters[field] ?? 0), 0);
}

/** Mean of those GPUs that tell. */
function gpuPercent(gpus: readonly GpuState[]): number {
  const told = gpus.flatMap(({ utilization }) => (utilization === undefined ? [] : [utilization]));
  return told.length === 0 ? 0 : (told.reduce((sum, utilization) => sum + utilization, 0) / told.length) * 100;
}
