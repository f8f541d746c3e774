import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { scanSpoolSegment } from "@statwire/events";
import type { Sought, SpoolPlace } from "./trace.js";

/**
 * Looks for a reading in the spool below a collector's data folder; without a run, for the newest with the number.
 * Changes nothing, also while the collector writes.
 * @throws Error when the folder cannot be read.
 */
export function lookIntoSpool(folder: string, { family, number, bootId }: Sought): SpoolPlace {
  const spool = join(folder, "spool");
  if (!existsSync(spool)) return { state: "unknown", reason: `${spool} is not there` };
  let found: Exclude<SpoolPlace, { state: "absent" | "unknown" }> | undefined;
  for (const name of readdirSync(spool)
    .filter((file) => file.endsWith(".segment"))
    .sort()) {
    const segment = Number.parseInt(name, 10);
    for (const { offset, length, entry } of scanSpoolSegment(readFileSync(join(spool, name))).entries) {
      if (entry.type === "reading") {
        const { reading } = entry;
        const isSought = reading.family === family && reading.sequence === number;
        if (!isSought || (bootId !== undefined && reading.bootId !== bootId)) continue;
        if (found !== undefined && found.bootId > reading.bootId) continue;
        found = { state: "waiting", segment, offset, bytes: length, bootId: reading.bootId };
      }
      // Acknowledgements stand behind what they acknowledge.
      if (entry.type !== "acknowledged" || found === undefined) continue;
      const { segment: at, offset: where } = found;
      if (entry.places.some((place) => place.segment === at && place.offset === where)) {
        found = { ...found, state: "acknowledged" };
      }
    }
  }
  return found ?? { state: "absent" };
}
