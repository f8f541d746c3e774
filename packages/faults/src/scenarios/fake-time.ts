import { existsSync } from "node:fs";

/** Where Debian's package `faketime` has its library. */
const library = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1";

/** Whether the clock of a single process can be shifted here. */
export function canShiftClocks(): boolean {
  return existsSync(library);
}

/** Environment of a process whose clock differs by a text such as `-3d`; timers go on as they do. */
export function shiftedClock(by: string): Record<string, string> {
  return { LD_PRELOAD: library, FAKETIME: by, FAKETIME_DONT_FAKE_MONOTONIC: "1" };
}

/** The same by a text that a file holds, from each change of it on. */
export function steppedClock(file: string): Record<string, string> {
  return {
    LD_PRELOAD: library,
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_NO_CACHE: "1",
    FAKETIME_DONT_FAKE_MONOTONIC: "1",
  };
}
