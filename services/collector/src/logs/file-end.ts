import { fingerprint, windowLength } from "./fingerprint.js";
import { openLogFile } from "./open-log-file.js";
import { nothingRead, type Progress } from "./position.js";
import { readAt } from "./segment.js";

const newline = 0x0a;
const chunkBytes = 256 * 1024;

/**
 * Progress behind the last whole line of a file, of which every line counts, so that the numbers of those that follow
 * are those of the file. Nothing is read of a file that cannot be read now.
 */
export async function endOfFile(
  path: string,
  { allowedFolders, nowMs }: { allowedFolders: readonly string[]; nowMs: number },
): Promise<Progress> {
  const opened = await openLogFile(path, { allowedFolders, followLinks: true });
  if (!opened.ok) return nothingRead;
  const { handle, device, inode, size } = opened.file;
  try {
    const memory = Buffer.alloc(chunkBytes);
    let lines = 0;
    let offset = 0;
    // Up to the size that it had at the beginning: it may grow faster than it is counted.
    for (let at = 0; at < size; ) {
      const { bytesRead } = await handle.read(memory, 0, Math.min(chunkBytes, size - at), at);
      if (bytesRead === 0) break;
      const bytes = memory.subarray(0, bytesRead);
      for (let found = bytes.indexOf(newline); found !== -1; found = bytes.indexOf(newline, found + 1)) {
        lines += 1;
        offset = at + found + 1;
      }
      at += bytesRead;
    }
    const length = windowLength(offset);
    const head = await readAt(handle, 0, length);
    const tail = await readAt(handle, offset - length, length);
    const position = { kind: "file" as const, device, inode, offset, fingerprint: fingerprint({ head, tail }) };
    return { ...nothingRead, nextLine: lines + 1, position, observedAtMs: nowMs };
  } catch {
    return nothingRead;
  } finally {
    await handle.close();
  }
}
