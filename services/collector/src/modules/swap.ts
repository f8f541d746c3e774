import type { ModuleContext, ModuleReader } from "./module.js";
import { readPageSize } from "./page-size.js";
import { int64, numberAfter, requireNumberAfter, shareE4 } from "./proc-text.js";

export interface SwapUse {
  totalBytes: number;
  freeBytes: number;
  /** Counters since the host started. */
  inPages: number;
  outPages: number;
}

/** Swap space from /proc/meminfo, traffic from /proc/vmstat. A host without swap has zeros. */
export function openSwap({ host, files }: ModuleContext): ModuleReader<"swap"> {
  const pageBytes = readPageSize(host.procRoot);
  return {
    sample() {
      const meminfo = files.wholeText(`${host.procRoot}/meminfo`);
      if (meminfo === undefined) return undefined;
      return reportSwap(parseSwap(meminfo, files.text(`${host.procRoot}/vmstat`) ?? ""), pageBytes);
    },
  };
}

export function reportSwap(swap: SwapUse, pageBytes: number) {
  const used = swap.totalBytes - swap.freeBytes;
  return {
    totalBytes: int64(swap.totalBytes),
    usedBytes: int64(used),
    freeBytes: int64(swap.freeBytes),
    inBytes: int64(swap.inPages * pageBytes),
    outBytes: int64(swap.outPages * pageBytes),
    utilizationE4: shareE4(used, swap.totalBytes),
  };
}

/** @throws Error when meminfo says nothing of swap. */
export function parseSwap(meminfo: string, vmstat: string): SwapUse {
  return {
    totalBytes: requireNumberAfter(meminfo, "SwapTotal:", "meminfo") * 1024,
    freeBytes: requireNumberAfter(meminfo, "SwapFree:", "meminfo") * 1024,
    inPages: numberAfter(vmstat, "pswpin ") ?? 0,
    outPages: numberAfter(vmstat, "pswpout ") ?? 0,
  };
}
