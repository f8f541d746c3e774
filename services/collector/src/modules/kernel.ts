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
      const [openFiles = 0n, , openFilesMax = 0n] = parseNumbers(fileNr, "file-nr", 3);
      const oomKills = numberAfter(files.text(`${host.procRoot}/vmstat`) ?? "", "oom_kill ");
      const entropyBits = number("kernel/random/entropy_avail");
      return {
        openFiles,
        openFilesMax,
        // Both are there only while connections are tracked.
        conntrackEntries: number("net/netfilter/nf_conntrack_count"),
        conntrackMax: number("net/netfilter/nf_conntrack_max"),
        oomKills: oomKills === undefined ? undefined : int64(oomKills),
        threadsMax: number("kernel/threads-max") ?? 0n,
        pidsMax: number("kernel/pid_max") ?? 0n,
        entropyBits: entropyBits === undefined ? undefined : Number(entropyBits),
        inodesAllocated: number("fs/inode-nr") ?? 0n,
      };
    },
  };
}

/** The whole numbers of a line. @throws Error naming the file when there are fewer than `countMin`. */
export function parseNumbers(text: string, file: string, countMin: number): bigint[] {
  const parts = text.trim().split(/\s+/);
  if (parts.length < countMin || !parts.every((part) => /^\d+$/.test(part))) {
    throw new Error(`${file}: expected ${countMin} numbers, got "${text.trim().slice(0, 60)}"`);
  }
  return parts.map(BigInt);
}
