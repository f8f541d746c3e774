import type { LogLinesRead, LogPosition } from "@statwire/events";

/** Where reading goes on. */
export type Position = FilePosition | JournalPosition;

export interface FilePosition {
  kind: "file";
  device: bigint;
  inode: bigint;
  /** Bytes that were read, up to the end of a line. */
  offset: number;
  fingerprint: Uint8Array;
}

export interface JournalPosition {
  kind: "journald";
  cursor: string;
}

/** How far a log has come: what its last event says, and what the next one follows. */
export interface Progress {
  bootId: number;
  /** 0 before the first event. */
  sequence: number;
  /** The number of the next line. */
  nextLine: number;
  position: Position | undefined;
  /** When the position was reached (Unix milliseconds). */
  observedAtMs: number;
}

export const nothingRead: Progress = { bootId: 0, sequence: 0, nextLine: 1, position: undefined, observedAtMs: 0 };

/** True when `one` is further than `other`: events of a log are ordered by run and number. */
export function isLater(
  one: Pick<Progress, "bootId" | "sequence">,
  other: Pick<Progress, "bootId" | "sequence">,
): boolean {
  return one.bootId !== other.bootId ? one.bootId > other.bootId : one.sequence > other.sequence;
}

/** Progress after an event. */
export function toProgress(event: LogLinesRead): Progress {
  return {
    bootId: Number(event.bootId),
    sequence: Number(event.sequence),
    nextLine: Number(event.firstLine) + event.lines.length,
    position: event.position && toPosition(event.position),
    observedAtMs: Number(event.observedAtMs),
  };
}

/** The position as an event carries it. */
export function fromPosition(position: Position): Omit<LogPosition, "$typeName" | "$unknown"> {
  if (position.kind === "journald") {
    return { device: 0n, inode: 0n, offset: 0n, fingerprint: new Uint8Array(), cursor: position.cursor };
  }
  const { device, inode, offset, fingerprint } = position;
  return { device, inode, offset: BigInt(offset), fingerprint, cursor: "" };
}

function toPosition({ device, inode, offset, fingerprint, cursor }: LogPosition): Position {
  if (cursor !== "") return { kind: "journald", cursor };
  return { kind: "file", device, inode, offset: Number(offset), fingerprint };
}
