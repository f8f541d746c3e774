import { setImmediate } from "node:timers/promises";
import { expect, it } from "vitest";
import { StoreDisk } from "./store-disk.js";

const hourMs = 3_600_000;
const startMs = 30 * 24 * hourMs;

/** A store whose disk has refused writes; notes since when broken parts were looked for, and what was compared. */
function storeOf() {
  const store = { refused: 3, nowMs: startMs, isAway: false };
  const asked: string[] = [];
  const disk = new StoreDisk({
    refusedWrites: async () => store.refused,
    setBrokenAside: async (sinceMs) => {
      asked.push(`since ${(store.nowMs - sinceMs) / hourMs} h`);
      await setImmediate();
      if (store.isAway) throw new Error("away");
    },
    now: () => store.nowMs,
  });
  const compare = (name: string, setAsideAfter = disk.setAsides) =>
    disk.compare(
      async () => {
        asked.push(`${name} begins`);
        await setImmediate();
        asked.push(`${name} ends`);
      },
      { setAsideAfter },
    );
  return { store, disk, asked, compare };
}

it("sets broken parts aside once for all that waited, and compares one after the other", async () => {
  const { asked, compare } = storeOf();
  await Promise.all([compare("a"), compare("b")]);
  expect(asked).toEqual(["since 25 h", "a begins", "a ends", "b begins", "b ends"]);
});

it("sets broken parts aside again for what was doubted after that had begun", async () => {
  const { asked, compare } = storeOf();
  const comparing = compare("a");
  await expect.poll(() => asked).toContain("since 25 h");
  await Promise.all([comparing, compare("b")]);
  expect(asked).toEqual(["since 25 h", "a begins", "a ends", "since 1 h", "b begins", "b ends"]);
});

it("compares without it what the disk has not refused", async () => {
  const { asked, disk } = storeOf();
  await disk.compare(async () => asked.push("compared"));
  expect(asked).toEqual(["compared"]);
});

it("looks for broken parts since nothing was refused any more, and a merge's time before", async () => {
  const { store, disk, asked, compare } = storeOf();
  await disk.look();
  await compare("a");
  store.nowMs += 100 * hourMs;
  await disk.look();
  store.refused = 4;
  store.nowMs += 2 * hourMs;
  await disk.look();
  await compare("b");
  expect(asked.filter((line) => line.startsWith("since"))).toEqual(["since 25 h", "since 3 h"]);
});

it("compares nothing when broken parts could not be set aside, and others do not count that as done", async () => {
  const { store, asked, compare } = storeOf();
  store.isAway = true;
  const [one, other] = [compare("a"), compare("b")];
  await expect(one).rejects.toThrow("away");
  await expect(other).rejects.toThrow("away");
  store.isAway = false;
  await compare("c");
  expect(asked).toEqual(["since 25 h", "since 25 h", "since 25 h", "c begins", "c ends"]);
});
