import { closeSync, openSync, readSync } from "node:fs";

const fallbackBytes = 4096;

/**
 * Bytes of a memory page, which /proc counts some things in: 4096 nearly everywhere, 16 384 on a Raspberry Pi 5.
 * Read from the head of this process's own map, so that nothing need be executed (`getconf`).
 */
export function readPageSize(procRoot: string): number {
  try {
    const descriptor = openSync(`${procRoot}/self/smaps`, "r");
    try {
      const head = Buffer.alloc(1024);
      return parsePageSize(head.toString("latin1", 0, readSync(descriptor, head)));
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return fallbackBytes;
  }
}

/** The first `KernelPageSize` of an smaps text in bytes, 4096 where there is none. */
export function parsePageSize(smaps: string): number {
  const kilobytes = /^KernelPageSize: *(\d+) kB/m.exec(smaps)?.[1];
  return kilobytes === undefined ? fallbackBytes : Number(kilobytes) * 1024;
}
