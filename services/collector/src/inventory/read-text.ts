import { readFileSync } from "node:fs";

/** A small file without surrounding white space, undefined when it is not there or not for us. */
export function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    return undefined;
  }
}
