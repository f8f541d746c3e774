import type { MemoryState, SwapState } from "@statwire/snapshot-store";
import type { MemoryStats } from "./dto.js";
import { megabytes, percent } from "./units.js";

export function toMemory(memory: MemoryState, swap: SwapState | undefined): MemoryStats {
  return {
    total_mb: megabytes(memory.totalBytes),
    available_mb: megabytes(memory.availableBytes),
    used_mb: megabytes(memory.usedBytes),
    percent: percent(memory.utilization),
    swap_total_mb: megabytes(swap?.totalBytes ?? 0),
    swap_used_mb: megabytes(swap?.usedBytes ?? 0),
    swap_percent: percent(swap?.utilization ?? 0),
  };
}
