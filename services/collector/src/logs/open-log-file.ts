import { constants } from "node:fs";
import { type FileHandle, open, readlink, stat } from "node:fs/promises";
import { dirname } from "node:path";

/** A regular file that may be read. Whoever gets it closes it. */
export interface OpenFile {
  handle: FileHandle;
  device: bigint;
  inode: bigint;
  size: number;
  modifiedNs: bigint;
  bornNs: bigint;
}

export type Opened = { ok: true; file: OpenFile } | { ok: false; missing: boolean; problem: string };

export interface OpenOptions {
  /** Real folders in which a file may lie, beside the folder of its path. */
  allowedFolders: readonly string[];
  /** False refuses a link in the place of the file. */
  followLinks: boolean;
}

/**
 * Opens a file for reading, if it is a regular one and lies where it may. What was really opened is asked of the kernel
 * after the opening, so a link that changes meanwhile gains nothing. The folder of the path is taken as it is written:
 * where a part of it is a link, the real folder has to be allowed.
 */
export async function openLogFile(path: string, { allowedFolders, followLinks }: OpenOptions): Promise<Opened> {
  let handle: FileHandle | undefined;
  try {
    // Asked first, because to open a device may already do something to it.
    if (!(await stat(path)).isFile()) return refused(`${path} is not a regular file`);
    // Without waiting, should it have become a pipe since.
    handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | (followLinks ? 0 : constants.O_NOFOLLOW));
    const { dev, ino, size, mtimeNs, birthtimeNs, ...stats } = await handle.stat({ bigint: true });
    const real = await readlink(`/proc/self/fd/${handle.fd}`);
    const allowed = [dirname(path), ...allowedFolders].some((folder) => isIn(folder, real));
    if (stats.nlink > 0n && (stats.mode & 0o170000n) === 0o100000n && allowed) {
      const file = {
        handle,
        device: dev,
        inode: ino,
        size: Number(size),
        modifiedNs: mtimeNs,
        bornNs: birthtimeNs,
      };
      handle = undefined;
      return { ok: true, file };
    }
    if (stats.nlink === 0n) return { ok: false, missing: true, problem: `${path} is gone` };
    return allowed
      ? refused(`${path} is not a regular file`)
      : refused(`${path} leads to ${real}, outside of its folder; log_allowed_folders can allow that`);
  } catch (error) {
    return toProblem(path, error);
  } finally {
    await handle?.close();
  }
}

/** Why a file cannot be read, in words. */
export function toProblem(path: string, error: unknown): { ok: false; missing: boolean; problem: string } {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const missing = code === "ENOENT" || code === "ENOTDIR";
  const known: Record<string, string> = {
    ENOENT: "does not exist",
    ENOTDIR: "does not exist",
    EACCES: "may not be read (permission denied)",
    EPERM: "may not be read (permission denied)",
    ELOOP: "is a link",
  };
  return { ok: false, missing, problem: `${path} ${known[code] ?? `cannot be read: ${error}`}` };
}

function refused(problem: string): Opened {
  return { ok: false, missing: false, problem };
}

function isIn(folder: string, path: string): boolean {
  return path.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
}
