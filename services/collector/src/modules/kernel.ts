import type { ModuleContext, ModuleReader } from "./module.js";
import { int64, numberAfter } from "./proc-text.js";

/** Tables of the kernel that can fill up (/proc/sys, see proc_sys(5)), and its out-of-memory kills (/proc/vmstat). */
export function openKernel({ host, files }: ModuleContext): ModuleReader<"kernel"> {
  const sys = `${host.procRoot}/sys`;
  const number = (path: string) => {
    const text = files.text(`${sys}/${path}`);
    return text === undefined ? undefined : parseNumbers(text, path, 1)[0];
  };
  return {
    sample() {
      const fileNr = files.text(`${sys}/fs/file-nr`);
      if (fileNr === undefined) return undefined;
      const [openFiles = 0, , openFilesMax = 0] = parseNumbers(fileNr, "file-nr", 3);
      const inodeNr = files.text(`${sys}/fs/inode-nr`);
      return {
        openFiles: int64(openFiles),
        openFilesMax: int64(openFilesMax),
        // Both are there only while connections are tracked.
        conntrackEntries: optionalInt64(number("net/netfilter/nf_conntrack_count")),
        conntrackMax: optionalInt64(number("net/netfilter/nf_conntrack_max")),
        oomKills: optionalInt64(numberAfter(files.text(`${host.procRoot}/vmstat`) ?? "", "oom_kill ")),
        threadsMax: int64(number("kernel/threads-max") ?? 0),
        pidsMax: int64(number("kernel/pid_max") ?? 0),
        entropyBits: number("kernel/random/entropy_avail"),
        inodesAllocated: int64(inodeNr === undefined ? 0 : (parseNumbers(inodeNr, "inode-nr", 1)[0] ?? 0)),
      };
    },
  };
}

/** The whole numbers of a line. @throws Error naming the file when there are fewer than `countMin`. */
export function parseNumbers(text: string, file: string, countMin: number): number[] {
  const numbers = text.trim().split(/\s+/).map(Number);
  if (numbers.length < countMin || !numbers.every(Number.isFinite) || text.trim() === "") {
    throw new Error(`${file}: expected ${countMin} numbers, got "${text.trim().slice(0, 60)}"`);
  }
  return numbers;
}

function optionalInt64(value: number | undefined): bigint | undefined {
  return value === undefined ? undefined : int64(value);
}
