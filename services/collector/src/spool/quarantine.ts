import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Bytes that damaged records may take; further ones are counted and not kept. */
const keptBytesMax = 4 * 1024 * 1024;

export interface Quarantine {
  /** Keeps the bytes of a damaged place for a person to look at. False when that place has been put away before. */
  put(name: string, bytes: Uint8Array): boolean;
}

export function openQuarantine(folder: string): Quarantine {
  return {
    put(name, bytes) {
      const path = join(folder, `${name}.bin`);
      if (existsSync(path)) return false;
      try {
        mkdirSync(folder, { recursive: true });
        if (keptBytes(folder) + bytes.length <= keptBytesMax) writeFileSync(path, bytes);
      } catch {
        // A full disk must not stop the reading of what is sound.
      }
      return true;
    },
  };
}

function keptBytes(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}
