import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Absolute path of the repository's root, with a trailing slash. */
export const repositoryRoot = fileURLToPath(new URL("../../../../", import.meta.url));

/** Text of a file named from the root. */
export function readText(path: string): string {
  return readFileSync(repositoryRoot + path, "utf8");
}

/** Bytes of a file named from the root. */
export function readBytes(path: string): Uint8Array {
  return readFileSync(repositoryRoot + path);
}

/** Every file that git tracks or would track, named from the root. */
export function repositoryFiles(): string[] {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: repositoryRoot,
    encoding: "utf8",
  });
  return listed.split("\n").filter((path) => path !== "");
}
