import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Writes a file that only its owner may read, whole or not at all. */
export function writePrivate(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(`${path}.new`, content, { mode: 0o600 });
  chmodSync(`${path}.new`, 0o600);
  renameSync(`${path}.new`, path);
}

/** The secret kept in a file; 32 random bytes as hexadecimal at the first call. */
export function keptSecret(path: string): string {
  if (!existsSync(path)) writePrivate(path, `${randomBytes(32).toString("hex")}\n`);
  return readFileSync(path, "utf8").trim();
}
