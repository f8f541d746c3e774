import { open, readFile, stat } from "node:fs/promises";
import { isAbsent } from "../proc-files.js";
import { listNames } from "../sysfs.js";
import type { SmartHealth } from "./smart-health.js";
import { parseAttributeLog, parseStateFile } from "./smartd-records.js";

/** Where smartd keeps them unless it is told otherwise (smartd(8), `--attributelog` and `--savestates`). */
const folderUnderRoot = "/var/lib/smartmontools";

/**
 * Older than this, what smartd wrote says nothing of today: it looks every half hour unless told otherwise, and once a
 * day at the least where anybody cares.
 */
const ageMaxMs = 86_400_000;

/** A line of the log has at most thirty attributes. */
const tailBytes = 16_384;

const filesMax = 2000;

/**
 * What smartd last wrote of the drive with this serial number, undefined when it watches no such drive or has not looked
 * for a day. `nowMs` is the host's wall clock.
 */
export type LookUpHealth = (serial: string) => Promise<SmartHealth | undefined>;

/** Finds the files by the serial number that their names end with. @throws Error when the folder cannot be listed. */
export async function openSmartdFiles(fileRoot: string, nowMs: number): Promise<LookUpHealth> {
  const folder = `${fileRoot}${folderUnderRoot}`;
  const names = (await listNames(folder, /^(?:attrlog|smartd)\..+\.(?:csv|state)$/)).slice(0, filesMax);
  return async (serial) => {
    const ofDrive = names.filter((name) => isNamedAfter(name, serial));
    const log = ofDrive.find((name) => name.endsWith(".csv"));
    const state = ofDrive.find((name) => name.endsWith(".state"));
    const logText = log === undefined ? undefined : await readFresh(`${folder}/${log}`, nowMs);
    // Rewritten only when something of note happens, so it may be old; what it holds then still holds.
    const health = state === undefined ? {} : parseStateFile(await readState(`${folder}/${state}`));
    if (logText === undefined) return health.healthy === undefined ? undefined : health;
    return { ...parseAttributeLog(logText), ...health };
  };
}

/** `attrlog.MODEL-SERIAL.ata.csv`, with `-n1` behind the serial for a namespace; other characters became underscores. */
function isNamedAfter(name: string, serial: string): boolean {
  const written = serial.replaceAll(/[^0-9A-Za-z]/g, "_");
  return written !== "" && new RegExp(`-${written}(?:-n\\d+)?\\.(?:ata|scsi|nvme)\\.(?:csv|state)$`).test(name);
}

/** smartd moves the file away and writes another, so for a moment there is none, or an empty one. */
async function readState(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (isAbsent(error)) return "";
    throw error;
  }
}

/** The end of a file that was written lately. */
async function readFresh(path: string, nowMs: number): Promise<string | undefined> {
  const { mtimeMs, size } = await stat(path);
  if (nowMs - mtimeMs > ageMaxMs) return undefined;
  const file = await open(path, "r");
  try {
    const buffer = Buffer.alloc(Math.min(size, tailBytes));
    const { bytesRead } = await file.read(buffer, 0, buffer.length, size - buffer.length);
    return buffer.toString("latin1", 0, bytesRead);
  } finally {
    await file.close();
  }
}
