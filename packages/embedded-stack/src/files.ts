import { createHash, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root, whether this runs from sources or from `dist`. */
export const repositoryRoot = fileURLToPath(new URL("../../../", import.meta.url));

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

export function sha256Hex(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Fills a template of `deploy/embedded`; a name without a value is an error. */
export function fillTemplate(name: string, values: Record<string, string | number>): string {
  const template = readFileSync(join(repositoryRoot, "deploy/embedded", name), "utf8");
  return template.replace(/\{\{(\w+)\}\}/g, (_match, key: string) => {
    const value = values[key];
    if (value === undefined) throw new Error(`${name}: no value for {{${key}}}`);
    return String(value);
  });
}
