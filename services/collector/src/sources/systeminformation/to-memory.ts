import { z } from "zod";
import type { Reading } from "../../modules/module.js";
import { int64, shareE4 } from "../../modules/proc-text.js";
import { parseAnswer } from "./parse-answer.js";

const bytes = z.number().nonnegative();

const memorySchema = z.object({
  total: bytes.positive(),
  free: bytes,
  available: bytes,
  buffers: bytes,
  cached: bytes,
  slab: bytes,
  reclaimable: bytes,
  dirty: bytes.nullish(),
});

const swapSchema = z.object({ swaptotal: bytes, swapused: bytes, swapfree: bytes });

/** Shared and committed memory and page faults are not told: zero. */
export function toMemory(answer: unknown): Reading<"memory"> {
  const memory = parseAnswer("memory", memorySchema, answer);
  const available = Math.min(memory.total, memory.available);
  const used = memory.total - available;
  return {
    totalBytes: int64(memory.total),
    availableBytes: int64(available),
    usedBytes: int64(used),
    freeBytes: int64(memory.free),
    buffersBytes: int64(memory.buffers),
    cachedBytes: int64(memory.cached + memory.reclaimable),
    slabReclaimableBytes: int64(memory.reclaimable),
    slabUnreclaimableBytes: int64(Math.max(0, memory.slab - memory.reclaimable)),
    sharedBytes: 0n,
    dirtyBytes: int64(memory.dirty ?? 0),
    committedBytes: 0n,
    utilizationE4: shareE4(used, memory.total),
    pageFaults: 0n,
    majorPageFaults: 0n,
  };
}

/** What was swapped in and out is not told: zero. */
export function toSwap(answer: unknown): Reading<"swap"> {
  const { swaptotal, swapused, swapfree } = parseAnswer("memory", swapSchema, answer);
  return {
    totalBytes: int64(swaptotal),
    usedBytes: int64(swapused),
    freeBytes: int64(swapfree),
    inBytes: 0n,
    outBytes: 0n,
    utilizationE4: shareE4(swapused, swaptotal),
  };
}
