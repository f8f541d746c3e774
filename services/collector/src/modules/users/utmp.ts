/** Somebody who is logged in. */
export interface Session {
  user: string;
  terminal: string;
  /** Empty for a local session. */
  remoteHost: string;
  /** Unix milliseconds. */
  sinceMs: number;
  pid: number;
}

/** `ut_type` of a session of a user, see utmp(5). */
const userProcess = 7;

/**
 * glibc's record: 384 bytes where seconds are kept in 32 bits for old programs' sake (x86, ARM, PowerPC, …), 400 where
 * they never were (64-bit ARM, RISC-V). The fields before the time are the same.
 */
const layouts = [
  { size: 384, since: 340, wide: false },
  { size: 400, since: 344, wide: true },
] as const;

/** The sessions of a utmp file. @throws Error when it is no whole number of records. */
export function parseUtmp(bytes: Buffer): Session[] {
  const layout = layouts.find(({ size }) => bytes.length % size === 0 && isPlausible(bytes, size));
  if (layout === undefined) throw new Error(`utmp: ${bytes.length} bytes are no whole number of records`);
  const sessions: Session[] = [];
  for (let at = 0; at < bytes.length; at += layout.size) {
    const record = bytes.subarray(at, at + layout.size);
    if (record.readInt16LE(0) !== userProcess) continue;
    const seconds = layout.wide ? Number(record.readBigInt64LE(layout.since)) : record.readUInt32LE(layout.since);
    const micros = layout.wide
      ? Number(record.readBigInt64LE(layout.since + 8))
      : record.readUInt32LE(layout.since + 4);
    sessions.push({
      pid: record.readInt32LE(4),
      terminal: text(record, 8, 32),
      user: text(record, 44, 32),
      remoteHost: text(record, 76, 256),
      sinceMs: seconds * 1000 + Math.trunc(micros / 1000),
    });
  }
  return sessions;
}

/** Every record begins with one of the ten types; read with the other size, they would soon not. */
function isPlausible(bytes: Buffer, size: number): boolean {
  for (let at = 0; at < bytes.length; at += size) {
    const type = bytes.readInt16LE(at);
    if (type < 0 || type > 9) return false;
  }
  return true;
}

function text(record: Buffer, start: number, size: number): string {
  const end = record.indexOf(0, start);
  return record.toString("utf8", start, end < 0 || end > start + size ? start + size : end);
}
