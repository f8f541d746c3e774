import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root, whether this runs from sources or from `dist`. */
export const repositoryRoot = fileURLToPath(new URL("../../../", import.meta.url));

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
