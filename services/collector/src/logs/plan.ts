import type { FilePosition } from "./position.js";

/** A file that may hold what comes after a position. */
export interface Candidate {
  device: bigint;
  inode: bigint;
  size: number;
  modifiedNs: bigint;
  /** When the file was made; 0 where the filesystem does not tell. */
  bornNs: bigint;
  /** The file under the configured path. */
  isPath: boolean;
  /** Its name is one that rotation gives. */
  isRotated: boolean;
  /**
   * `whole`: it holds the bytes before the position, in their place. `outread`: it begins like the file of the position
   * and ends before it. `none`: neither.
   */
  match: "whole" | "outread" | "none";
  /** It begins like the file under the path: a copy of it is being made, and will be what is read once that is cut. */
  isCopyOfPath: boolean;
}

export interface PlannedFile<C> {
  candidate: C;
  offset: number;
  /** Its writer may not have let go of it yet. */
  stillWritten: boolean;
}

export interface Plan<C> {
  /** In the order in which they are read; the last is the file under the path when there is one. */
  files: PlannedFile<C>[];
  /** What follows the position is not to be found. */
  lost: boolean;
}

/**
 * Where reading goes on after `position`: in the file that has it (found by device and inode when it was renamed, by
 * its content when it was copied and truncated, or when the inode has another content now), then in what was rotated
 * away since, then in the file under the path.
 *
 * What was rotated since must be made later than the file of the position, and not written earlier: a file that was
 * compressed or written to late is later in one of them only, and to read one twice is worse than to miss one.
 *
 * @param since when the position was reached; without its file only what was made after that is known to be unread
 */
export function planReading<C extends Candidate>(
  { position, since }: { position: FilePosition | undefined; since: number },
  candidates: readonly C[],
): Plan<C> {
  const path = candidates.find(({ isPath }) => isPath);
  const fromStart = path === undefined ? [] : [{ candidate: path, offset: 0, stillWritten: true }];
  if (position === undefined) return { files: fromStart, lost: false };
  const base = findBase(position, candidates);
  if (base === undefined) {
    const sinceNs = BigInt(since) * 1_000_000n;
    return { files: [...rotatedAfter(candidates, { bornNs: sinceNs, modifiedNs: sinceNs }), ...fromStart], lost: true };
  }
  const isOutread = base.match === "outread";
  const stillWritten = isSameFile(base, position);
  const rest = isOutread ? [] : [{ candidate: base, offset: position.offset, stillWritten }];
  if (base.isPath) return { files: rest, lost: false };
  return { files: [...rest, ...rotatedAfter(candidates, base), ...fromStart], lost: false };
}

function findBase<C extends Candidate>(position: FilePosition, candidates: readonly C[]): C | undefined {
  const whole = newestFirst(candidates.filter(({ match }) => match === "whole"));
  // A copy of which we have read more than it holds: nothing of it is unread.
  const outread = newestFirst(candidates.filter(({ match, isPath }) => match === "outread" && !isPath));
  return (
    whole.find((candidate) => isSameFile(candidate, position)) ??
    whole.find(({ isPath }) => isPath) ??
    whole[0] ??
    outread.find(({ isRotated }) => isRotated)
  );
}

function rotatedAfter<C extends Candidate>(
  candidates: readonly C[],
  base: Pick<Candidate, "bornNs" | "modifiedNs">,
): PlannedFile<C>[] {
  const isAfter = ({ bornNs, modifiedNs }: C) =>
    base.bornNs === 0n ? modifiedNs > base.modifiedNs : bornNs > base.bornNs && modifiedNs >= base.modifiedNs;
  return newestFirst(
    candidates.filter(
      (candidate) =>
        candidate !== base &&
        candidate.isRotated &&
        !candidate.isPath &&
        !candidate.isCopyOfPath &&
        candidate.match === "none" &&
        isAfter(candidate),
    ),
  )
    .reverse()
    .map((candidate) => ({ candidate, offset: 0, stillWritten: false }));
}

function newestFirst<C extends Candidate>(candidates: readonly C[]): C[] {
  return [...candidates].sort((one, other) => {
    if (one.modifiedNs !== other.modifiedNs) return one.modifiedNs > other.modifiedNs ? -1 : 1;
    return one.bornNs === other.bornNs ? 0 : one.bornNs > other.bornNs ? -1 : 1;
  });
}

function isSameFile(one: Pick<Candidate, "device" | "inode">, other: Pick<FilePosition, "device" | "inode">): boolean {
  return one.device === other.device && one.inode === other.inode;
}
