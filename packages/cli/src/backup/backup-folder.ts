import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { CommandError } from "../command.js";
import { type BackupFile, filesOf, type Manifest, manifestName, parseManifest } from "./manifest.js";

/** A file of a backup that is being written; it counts when `finish` has resolved. */
export interface FileWriter {
  write(chunk: Uint8Array): Promise<void>;
  /** Waits until all of it is on the disk. */
  finish(): Promise<BackupFile>;
  abandon(): Promise<void>;
}

/** Makes the folder of a backup, or takes an empty one. @throws CommandError when something is in it. */
export async function createFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const found = await readdir(folder);
  if (found.length === 0) return;
  const what = found.includes(manifestName)
    ? "is a backup already"
    : "is not empty: perhaps a backup that was interrupted";
  throw new CommandError(`${folder} ${what}; give a folder that is empty or not there`);
}

/** Begins a file; what a backup says of nodes is for its owner alone. */
export async function beginFile(folder: string, path: string): Promise<FileWriter> {
  await mkdir(dirname(join(folder, path)), { recursive: true, mode: 0o700 });
  const handle = await open(join(folder, path), "wx", 0o600);
  const hash = createHash("sha256");
  let bytes = 0;
  return {
    async write(chunk) {
      hash.update(chunk);
      bytes += chunk.length;
      await writeAll(handle, chunk);
    },
    async finish() {
      await handle.sync();
      await handle.close();
      return { path, bytes, sha256: hash.digest("hex") };
    },
    abandon: () => handle.close().catch(() => undefined),
  };
}

/** Takes a finished file away again. */
export function dropFile(folder: string, { path }: BackupFile): Promise<void> {
  return rm(join(folder, path));
}

/** Writes the manifest under its name when everything else is on the disk, folders too. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  for (const path of new Set(filesOf(manifest).map(({ path }) => dirname(path)))) await syncFolder(join(folder, path));
  const unfinished = join(folder, `${manifestName}.part`);
  const handle = await open(unfinished, "wx", 0o600);
  await writeAll(handle, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
  await handle.sync();
  await handle.close();
  await rename(unfinished, join(folder, manifestName));
  await syncFolder(folder);
}

/** @throws CommandError when the folder holds no backup, an interrupted one, or one of another format. */
export async function readManifest(folder: string): Promise<Manifest> {
  let text: string;
  try {
    text = await readFile(join(folder, manifestName), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw new CommandError(`${folder} has no ${manifestName}: not a backup, or one that was interrupted`);
  }
  try {
    return parseManifest(text);
  } catch (error) {
    throw new CommandError((error as Error).message, { cause: error });
  }
}

/** What is wrong with the files, one sentence each; reads every byte. */
export async function damages(folder: string, manifest: Manifest, onBytes: (bytes: number) => void): Promise<string[]> {
  const found: string[] = [];
  for (const file of filesOf(manifest)) {
    const damage = await damageOf(join(folder, file.path), file);
    if (damage !== undefined) found.push(`${file.path} ${damage}`);
    onBytes(file.bytes);
  }
  return found;
}

async function damageOf(path: string, { bytes, sha256 }: BackupFile): Promise<string | undefined> {
  try {
    const { size } = await stat(path);
    if (size !== bytes) return `has ${size} bytes instead of ${bytes}`;
    const hash = createHash("sha256");
    for await (const chunk of createReadStream(path, { highWaterMark: 1024 ** 2 })) hash.update(chunk as Buffer);
    return hash.digest("hex") === sha256 ? undefined : "is not what was written";
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "is missing";
    throw error;
  }
}

async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await handle.write(bytes, at)).bytesWritten;
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, "r");
  await handle.sync().finally(() => handle.close());
}
