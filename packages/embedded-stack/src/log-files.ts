import { copyFileSync, mkdirSync, openSync, renameSync, statSync, truncateSync } from "node:fs";
import { dirname } from "node:path";

/** A log file larger than this is moved aside; one old file is kept. */
const logBytesMax = 16 * 1024 * 1024;

const lookEveryMs = 10_000;

/** Opens a log file for appending; a large one of an earlier run is moved aside. */
export function openLog(logFile: string): number {
  mkdirSync(dirname(logFile), { recursive: true });
  if (sizeOf(logFile) > logBytesMax) renameSync(logFile, oldOf(logFile));
  return openSync(logFile, "a", 0o600);
}

/** Keeps a log file small while a process writes it. Answers what ends it. */
export function boundLog(logFile: string): () => void {
  const timer = setInterval(() => boundNow(logFile), lookEveryMs).unref();
  return () => clearInterval(timer);
}

/** The writer appends, so it goes on at the start of the emptied file; a line written meanwhile may be lost. */
export function boundNow(logFile: string, bytesMax = logBytesMax): void {
  if (sizeOf(logFile) <= bytesMax) return;
  try {
    copyFileSync(logFile, oldOf(logFile));
    truncateSync(logFile);
  } catch {
    // A full disk, or a folder that is being removed: tried again.
  }
}

function oldOf(logFile: string): string {
  return `${logFile}.old`;
}

/** 0 where there is none yet. */
function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
