import { chmodSync, existsSync, lchownSync, lstatSync, readdirSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";

/** A folder of an installation, or an absolute path beside it, and whom it belongs to. */
export interface Owner {
  folder: string;
  uid: number;
  gid: number;
}

/**
 * Gives a folder to its owner and closes it to everybody else: one of the installation with all that is in it, another
 * without, because what is in it changes while this runs, and is its owner's already. Links are not followed.
 * @throws Error when there is no such folder.
 */
export function own(directory: string, { folder, uid, gid }: Owner): void {
  const path = resolve(directory, folder);
  if (!existsSync(path)) throw new Error(`${path} is not there`);
  chmodSync(path, 0o700);
  if (isAbsolute(folder)) lchownSync(path, uid, gid);
  else give(path, uid, gid);
}

/** `FOLDER=UID:GID`; undefined when it is not of that form. */
export function parseOwner(text: string): Owner | undefined {
  const [, folder, uid, gid] = /^([^=]+)=(\d{1,9}):(\d{1,9})$/.exec(text) ?? [];
  return folder === undefined ? undefined : { folder, uid: Number(uid), gid: Number(gid) };
}

function give(path: string, uid: number, gid: number): void {
  lchownSync(path, uid, gid);
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) give(join(path, name), uid, gid);
}
