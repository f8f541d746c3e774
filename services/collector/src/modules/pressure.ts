import type { ModuleContext, ModuleReader } from "./module.js";
import { int64 } from "./proc-text.js";

export interface Stall {
  /** Microseconds since the host started in which tasks waited. */
  totalUs: number;
  /** The kernel's ten-second average in ten-thousandths. */
  avg10E4: number;
}

const resources = ["cpu", "memory", "io"] as const;

/** Pressure stall information; absent where the kernel has none or has it switched off. */
export function openPressure({ host, files }: ModuleContext): ModuleReader<"pressure"> {
  return {
    sample() {
      const [cpu, memory, io] = resources.map((resource) => files.wholeText(`${host.procRoot}/pressure/${resource}`));
      if (cpu === undefined || memory === undefined || io === undefined) return undefined;
      return reportPressure({
        cpuSome: parseStall(cpu, "some"),
        memorySome: parseStall(memory, "some"),
        memoryFull: parseStall(memory, "full"),
        ioSome: parseStall(io, "some"),
        ioFull: parseStall(io, "full"),
      });
    },
  };
}

export type Stalls = Record<"cpuSome" | "memorySome" | "memoryFull" | "ioSome" | "ioFull", Stall>;

export function reportPressure({ cpuSome, memorySome, memoryFull, ioSome, ioFull }: Stalls) {
  return {
    cpuSomeUs: int64(cpuSome.totalUs),
    memorySomeUs: int64(memorySome.totalUs),
    memoryFullUs: int64(memoryFull.totalUs),
    ioSomeUs: int64(ioSome.totalUs),
    ioFullUs: int64(ioFull.totalUs),
    cpuSomeAvg10E4: cpuSome.avg10E4,
    memorySomeAvg10E4: memorySome.avg10E4,
    memoryFullAvg10E4: memoryFull.avg10E4,
    ioSomeAvg10E4: ioSome.avg10E4,
    ioFullAvg10E4: ioFull.avg10E4,
  };
}

const stallLine = {
  some: /^some avg10=([\d.]+) .*total=(\d+)/m,
  full: /^full avg10=([\d.]+) .*total=(\d+)/m,
};

/** One line of a pressure file (Documentation/accounting/psi.rst). @throws Error when it is not there. */
export function parseStall(text: string, tasks: "some" | "full"): Stall {
  const match = stallLine[tasks].exec(text);
  if (match === null) throw new Error(`pressure: no line "${tasks}"`);
  return { avg10E4: Math.round(Number(match[1]) * 100), totalUs: Number(match[2]) };
}
