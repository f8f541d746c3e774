import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { scanSpoolSegment } from "@statwire/events";
import type { PendingReading } from "./pending.js";
import { openQuarantine, type Quarantine } from "./quarantine.js";
import { Segment, segmentNumber } from "./segment.js";

export interface Recovered {
  segments: Segment[];
  /** Readings that no acknowledgement was found for, oldest first. */
  waiting: PendingReading[];
  /** The others, as far as they are still there. */
  acknowledged: PendingReading[];
  /** The kernel's run in which the newest segment was written. */
  kernelBootId: string | undefined;
  damagedPlaces: number;
  quarantine: Quarantine;
}

/**
 * Reads a spool folder as a crash may have left it: an unfinished record at the end of a segment is cut off, damaged
 * places are put into quarantine and passed over.
 */
export function recover(folder: string): Recovered {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const quarantine = openQuarantine(join(folder, "quarantine"));
  const recovered: Recovered = {
    ...{ segments: [], waiting: [], acknowledged: [] },
    ...{ kernelBootId: undefined, damagedPlaces: 0, quarantine },
  };
  const readings = new Map<string, PendingReading>();
  const numbers = readdirSync(folder).map(segmentNumber);
  for (const number of numbers.filter((number) => number !== undefined).sort((one, other) => one - other)) {
    const segment = new Segment(folder, number);
    recovered.segments.push(segment);
    recoverSegment(segment, recovered, readings);
  }
  recovered.waiting = [...readings.values()];
  for (const segment of recovered.segments) {
    segment.waiting = recovered.waiting.filter((reading) => reading.segment === segment.number).length;
  }
  return recovered;
}

/** Acknowledgements stand behind what they acknowledge, so one pass in the order of writing is enough. */
function recoverSegment(segment: Segment, recovered: Recovered, readings: Map<string, PendingReading>): void {
  const bytes = segment.read();
  const scan = scanSpoolSegment(bytes);
  for (const { offset, length, entry } of scan.entries) {
    if (entry.type === "header") recovered.kernelBootId = entry.kernelBootId;
    if (entry.type === "acknowledged") {
      for (const place of entry.places) {
        const reading = readings.get(`${place.segment}:${place.offset}`);
        if (reading === undefined) continue;
        readings.delete(`${place.segment}:${place.offset}`);
        recovered.acknowledged.push(reading);
      }
    }
    if (entry.type === "reading") {
      const { family, bootId, sequence, observedAtMs } = entry.reading;
      const place = { segment: segment.number, offset, length };
      readings.set(`${segment.number}:${offset}`, { ...place, family, bootId, sequence, observedAtMs, settled: false });
    }
  }
  for (const { start, end } of scan.damaged) {
    if (recovered.quarantine.put(`${segment.number}-${start}`, bytes.subarray(start, end)))
      recovered.damagedPlaces += 1;
  }
  if (scan.end < segment.bytes) segment.truncate(scan.end);
}
