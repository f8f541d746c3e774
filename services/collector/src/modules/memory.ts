import type { ModuleContext, ModuleReader } from "./module.js";
import { int64, numberAfter, requireNumberAfter, shareE4 } from "./proc-text.js";

/** Bytes, of /proc/meminfo. */
export interface MemoryUse {
  total: number;
  available: number;
  free: number;
  buffers: number;
  /** Page cache and reclaimable slab. */
  cached: number;
  slabReclaimable: number;
  slabUnreclaimable: number;
  shared: number;
  dirty: number;
  committed: number;
}

/** Physical memory from /proc/meminfo and /proc/vmstat. */
export function openMemory({ host, files }: ModuleContext): ModuleReader<"memory"> {
  return {
    sample() {
      const meminfo = files.wholeText(`${host.procRoot}/meminfo`);
      if (meminfo === undefined) return undefined;
      const vmstat = files.text(`${host.procRoot}/vmstat`) ?? "";
      const all = numberAfter(vmstat, "pgfault ") ?? 0;
      return reportMemory(parseMemory(meminfo), { all, major: numberAfter(vmstat, "pgmajfault ") ?? 0 });
    },
  };
}

/** @throws Error when a value that every kernel has is missing. */
export function parseMemory(meminfo: string): MemoryUse {
  const bytes = (key: string) => (numberAfter(meminfo, `${key}:`) ?? 0) * 1024;
  const total = requireNumberAfter(meminfo, "MemTotal:", "meminfo") * 1024;
  const free = requireNumberAfter(meminfo, "MemFree:", "meminfo") * 1024;
  const slabReclaimable = bytes("SReclaimable");
  const cached = bytes("Cached") + slabReclaimable;
  const buffers = bytes("Buffers");
  const available = numberAfter(meminfo, "MemAvailable:");
  return {
    total,
    // Kernels before 3.14 do not tell; free memory and caches are what `free` then showed.
    available: available === undefined ? Math.min(total, free + buffers + cached) : Math.min(total, available * 1024),
    free,
    buffers,
    cached,
    slabReclaimable,
    slabUnreclaimable: bytes("SUnreclaim"),
    shared: bytes("Shmem"),
    dirty: bytes("Dirty"),
    committed: bytes("Committed_AS"),
  };
}

/** `faults` are counters since the host started. */
export function reportMemory(memory: MemoryUse, faults: { all: number; major: number }) {
  const used = memory.total - memory.available;
  return {
    totalBytes: int64(memory.total),
    availableBytes: int64(memory.available),
    usedBytes: int64(used),
    freeBytes: int64(memory.free),
    buffersBytes: int64(memory.buffers),
    cachedBytes: int64(memory.cached),
    slabReclaimableBytes: int64(memory.slabReclaimable),
    slabUnreclaimableBytes: int64(memory.slabUnreclaimable),
    sharedBytes: int64(memory.shared),
    dirtyBytes: int64(memory.dirty),
    committedBytes: int64(memory.committed),
    utilizationE4: shareE4(used, memory.total),
    pageFaults: int64(faults.all),
    majorPageFaults: int64(faults.major),
  };
}
