import { closeSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { int64, numberAfter } from "./proc-text.js";

/** What costs files of its own to read, or more rights than others' processes give; a part that may not be read is absent. */
export interface ProcessDetails {
  readBytes: bigint | undefined;
  writeBytes: bigint | undefined;
  voluntaryContextSwitches: bigint | undefined;
  involuntaryContextSwitches: bigint | undefined;
  openFiles: number | undefined;
}

/** Details of the process whose folder in /proc this is: bytes that went to and from disks (proc_pid_io(5)), and so on. */
export function readProcessDetails(folder: string): ProcessDetails {
  const io = readProcessFile(`${folder}/io`) ?? "";
  const status = readProcessFile(`${folder}/status`) ?? "";
  return {
    readBytes: counter(io, "read_bytes:"),
    writeBytes: counter(io, "write_bytes:"),
    voluntaryContextSwitches: counter(status, "voluntary_ctxt_switches:"),
    involuntaryContextSwitches: counter(status, "nonvoluntary_ctxt_switches:"),
    openFiles: countOpenFiles(`${folder}/fd`),
  };
}

const fileBuffer = Buffer.allocUnsafe(8192);

/** The beginning of a file of a process, which may end at any time or keep it to itself: undefined then. */
export function readProcessFile(path: string): string | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, "r");
    return fileBuffer.toString("latin1", 0, readSync(descriptor, fileBuffer, 0, fileBuffer.length, 0));
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function counter(text: string, key: string): bigint | undefined {
  const value = numberAfter(text, key);
  return value === undefined ? undefined : int64(value);
}

/** Since Linux 6.2 the folder's size is the count; before, it is 0 and the entries are counted. */
function countOpenFiles(folder: string): number | undefined {
  try {
    return statSync(folder).size || readdirSync(folder).length;
  } catch {
    return undefined;
  }
}
