import { expect, it } from "vitest";
import { Readings } from "./readings.js";
import { liveShape, requestBodies } from "./remote-writer.js";
import { ReadingFleet, toSnapshot } from "./snapshot.js";
import { readWriteRequest } from "./testing/read-write-request.js";

const place = { nodes: 3, ticks: 5, firstAtMs: 1_700_000_000_000, intervalMs: 10_000 };

function keptReadings(): Readings {
  const fleet = new ReadingFleet({ nodes: place.nodes, seed: 5, intervalMs: place.intervalMs, shape: toSnapshot });
  let readings: Readings | undefined;
  for (let tick = 0; tick < place.ticks; tick += 1) {
    for (const reading of fleet.read(place.firstAtMs + tick * place.intervalMs)) {
      readings ??= new Readings(reading, place);
      readings.keep(reading);
    }
  }
  if (readings === undefined) throw new Error("nothing was read");
  return readings;
}

/** Each sample as a line, in any order. */
function sent(readings: Readings, shape: { ticks: number; nodes: number }): string[] {
  return [...requestBodies(readings, shape)]
    .flatMap((body) => readWriteRequest(body))
    .flatMap(({ labels, samples }) => samples.map((sample) => JSON.stringify([labels, sample])))
    .sort();
}

it("keeps every number of every reading", () => {
  const readings = keptReadings();
  expect([readings.events, readings.ticks, readings.samples]).toEqual([15, 5, 15 * 59]);
  const column = readings.series.findIndex(
    ({ metric }) => metric.column === "total_bytes" && metric.table === "host_memory",
  );
  expect(readings.value(4, 2, column)).toBe(16 * 1024 ** 3);
});

it("refuses a reading of another shape", () => {
  const fleet = new ReadingFleet({ nodes: 1, seed: 5, intervalMs: 10_000, shape: (reading) => reading });
  const [whole = {}] = fleet.read(place.firstAtMs);
  const snapshots = new ReadingFleet({ ...fleet.options, shape: toSnapshot });
  const [snapshot = {}] = snapshots.read(place.firstAtMs);
  expect(() => new Readings(snapshot, { ...place, ticks: 50 }).keep(whole)).toThrow("another shape");
});

it("sends the same samples in whatever shape, each once", () => {
  const readings = keptReadings();
  const live = sent(readings, liveShape);
  expect([...requestBodies(readings, liveShape)]).toHaveLength(15);
  expect(new Set(live).size).toBe(15 * 59);
  // Neither the nodes nor the readings divide evenly.
  expect(sent(readings, { ticks: 2, nodes: 2 })).toEqual(live);
  const bodies = [...requestBodies(readings, { ticks: 10, nodes: 20 })].map((body) => readWriteRequest(body));
  expect(bodies.map((series) => series.length)).toEqual([3 * 59]);
  expect(bodies[0]?.[0]?.samples).toHaveLength(5);
});
