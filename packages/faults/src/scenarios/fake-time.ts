import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { requirePrograms } from "@statwire/embedded-stack";

/** Finds Debian's package `faketime`, or installs it where that is allowed. @throws with what to do. */
export async function requireFakeTime(tell: (line: string) => void): Promise<void> {
  await requirePrograms(["faketime"], { path: process.env.PATH, tell });
  library();
}

/** Environment of a process whose clock differs by a text such as `-3d`; timers go on as they do. */
export function shiftedClock(by: string): Record<string, string> {
  return { LD_PRELOAD: library(), FAKETIME: by, FAKETIME_DONT_FAKE_MONOTONIC: "1" };
}

/** The same by a text that a file holds, from each change of it on. */
export function steppedClock(file: string): Record<string, string> {
  return {
    LD_PRELOAD: library(),
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_NO_CACHE: "1",
    FAKETIME_DONT_FAKE_MONOTONIC: "1",
  };
}

/** Where the package has its library: in a folder of the machine's architecture. */
function library(): string {
  const folders = ["/usr/lib", "/usr/local/lib", ...readdirSync("/usr/lib").map((name) => join("/usr/lib", name))];
  const found = folders.map((folder) => join(folder, "faketime/libfaketimeMT.so.1")).find((path) => existsSync(path));
  if (found === undefined) throw new Error("libfaketimeMT.so.1 of the package faketime is not where Debian has it");
  return found;
}
