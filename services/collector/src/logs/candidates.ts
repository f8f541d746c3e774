import { lstat, opendir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { hasHead, hasTail, windowBytes, windowLength } from "./fingerprint.js";
import { type OpenFile, openLogFile } from "./open-log-file.js";
import type { Candidate } from "./plan.js";
import type { FilePosition } from "./position.js";
import { isRotatedName } from "./rotated-name.js";
import { readAt, type SegmentFile } from "./segment.js";

export interface CandidateFile extends Candidate {
  file: SegmentFile;
  /** Its first bytes when it was found. */
  head: Buffer;
}

export interface Search {
  path: string;
  allowedFolders: readonly string[];
  position: FilePosition | undefined;
  /** Files that are open already. */
  held: readonly SegmentFile[];
}

export interface Found {
  candidates: CandidateFile[];
  /** Why the file under the path is not among them. */
  problem: string | undefined;
}

/** Names of a folder that are looked at, and of them the files that are opened, at most. */
const namesMax = 10_000;
const siblingsMax = 200;

/**
 * Opens what may hold the bytes after a position: the file under the path, what was rotated away from it (in the same
 * folder, its name beginning with that of the log), and what is open already. The siblings are left alone when the
 * file under the path has the position. Whoever gets the files closes those that are not kept.
 */
export async function findCandidates({ path, allowedFolders, position, held }: Search): Promise<Found> {
  const opened = await openLogFile(path, { allowedFolders, followLinks: true });
  const candidates: CandidateFile[] = [];
  if (opened.ok) candidates.push(await toCandidate(opened.file, position, { isPath: true, isRotated: false }, held));
  const problem = opened.ok ? undefined : opened.problem;
  const [atPath] = candidates;
  const isThere = atPath?.match === "whole" && atPath.inode === position?.inode && atPath.device === position.device;
  if (position === undefined || isThere) return { candidates, problem };
  for (const name of await siblings(path)) {
    const sibling = await openLogFile(join(dirname(path), name), { allowedFolders: [], followLinks: false });
    if (!sibling.ok) continue;
    const isRotated = isRotatedName(name, basename(path));
    candidates.push(await toCandidate(sibling.file, position, { isPath: false, isRotated }, held));
  }
  for (const file of held) {
    if (candidates.some((candidate) => candidate.file === file)) continue;
    const { size, mtimeNs, birthtimeNs } = await file.handle.stat({ bigint: true });
    const open = { ...file, size: Number(size), modifiedNs: mtimeNs, bornNs: birthtimeNs };
    candidates.push(await toCandidate(open, position, { isPath: false, isRotated: false }, held));
  }
  const headOfPath = atPath?.head ?? Buffer.alloc(0);
  return {
    candidates: candidates.map((candidate) => ({ ...candidate, isCopyOfPath: beginsLike(candidate, headOfPath) })),
    problem,
  };
}

function beginsLike({ isPath, head }: CandidateFile, headOfPath: Buffer): boolean {
  return !isPath && headOfPath.length > 0 && head.subarray(0, headOfPath.length).equals(headOfPath);
}

/** Closes the files that the search has opened and nobody keeps. */
export async function closeOthers(candidates: readonly CandidateFile[], kept: ReadonlySet<SegmentFile>): Promise<void> {
  await Promise.all(candidates.filter(({ file }) => !kept.has(file)).map(({ file }) => file.handle.close()));
}

/** Of a file that is open already the handle that it was opened with is taken. */
async function toCandidate(
  { handle, device, inode, size, modifiedNs, bornNs }: OpenFile,
  position: FilePosition | undefined,
  place: Pick<Candidate, "isPath" | "isRotated">,
  held: readonly SegmentFile[],
): Promise<CandidateFile> {
  const known = held.find((file) => file.device === device && file.inode === inode);
  if (known !== undefined && known.handle !== handle) await handle.close();
  const file = known ?? { handle, device, inode };
  const head = await readAt(file.handle, 0, windowBytes);
  const match = position === undefined ? "none" : await matchOf(file, head, size, position);
  return { file, head, device, inode, size, modifiedNs, bornNs, match, isCopyOfPath: false, ...place };
}

async function matchOf(
  file: SegmentFile,
  head: Buffer,
  size: number,
  position: FilePosition,
): Promise<Candidate["match"]> {
  const { offset, fingerprint } = position;
  const length = windowLength(offset);
  if (size < length || !hasHead(fingerprint, head.subarray(0, length))) return "none";
  if (size < offset) return "outread";
  return hasTail(fingerprint, await readAt(file.handle, offset - length, length)) ? "whole" : "none";
}

async function siblings(path: string): Promise<string[]> {
  const base = basename(path);
  const names: string[] = [];
  let seen = 0;
  try {
    for await (const { name } of await opendir(dirname(path))) {
      seen += 1;
      if (seen > namesMax || names.length === siblingsMax) break;
      if (name === base || !(name.startsWith(base) || isRotatedName(name, base))) continue;
      if ((await lstat(join(dirname(path), name)).catch(() => undefined))?.isFile()) names.push(name);
    }
  } catch {
    // A folder that cannot be listed has no siblings to offer.
  }
  return names;
}
