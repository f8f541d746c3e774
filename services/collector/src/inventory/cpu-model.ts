export interface CpuModel {
  cpuModel: string;
  cpuLogicalCount: number;
  cpuPhysicalCount: number;
}

/** Cores of ARM by their part number, where the kernel gives no name: those of the boards that people have. */
const armCores: Record<string, string> = {
  "0xb76": "ARM1176JZF-S",
  "0xc07": "Cortex-A7",
  "0xd03": "Cortex-A53",
  "0xd04": "Cortex-A35",
  "0xd05": "Cortex-A55",
  "0xd07": "Cortex-A57",
  "0xd08": "Cortex-A72",
  "0xd09": "Cortex-A73",
  "0xd0b": "Cortex-A76",
  "0xd0c": "Neoverse-N1",
  "0xd40": "Neoverse-V1",
  "0xd49": "Neoverse-N2",
};

/** Model and counts of /proc/cpuinfo, whose lines differ by architecture. */
export function parseCpuModel(cpuinfo: string): CpuModel {
  const first = (key: string) => new RegExp(`^${key}\\s*: *(.*)$`, "m").exec(cpuinfo)?.[1]?.trim();
  const logical = cpuinfo.match(/^processor\s*:/gm)?.length ?? 0;
  const core = armCores[first("CPU part") ?? ""];
  return {
    cpuModel: first("model name") ?? core ?? first("cpu model") ?? first("Hardware") ?? first("Model") ?? "",
    cpuLogicalCount: logical,
    // ARM kernels tell no packages and cores, and their cores have no siblings.
    cpuPhysicalCount: countCores(cpuinfo) || logical,
  };
}

function countCores(cpuinfo: string): number {
  const cores = new Set<string>();
  for (const processor of cpuinfo.split("\n\n")) {
    const [packageId, coreId] = ["physical id", "core id"].map(
      (key) => new RegExp(`^${key}\\s*: (\\d+)`, "m").exec(processor)?.[1],
    );
    if (packageId !== undefined && coreId !== undefined) cores.add(`${packageId}.${coreId}`);
  }
  return cores.size;
}
