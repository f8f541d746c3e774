import { expect, it } from "vitest";
import { Announcement } from "./announcement.js";

it("is due at first, when it changes, and when it is an hour old", () => {
  const announcement = new Announcement<string>((one, other) => one !== other);
  const hourMs = 3_600_000;
  const due = (fact: string, atMs: number) => announcement.isDue(fact, atMs);
  expect([due("a", 0), due("a", 60_000), due("b", 120_000)]).toEqual([true, false, true]);
  expect([due("b", 119_999 + hourMs), due("b", 120_000 + hourMs), due("b", 180_000 + hourMs)]).toEqual([
    false,
    true,
    false,
  ]);
  expect(due("a", 180_001 + hourMs)).toBe(true);
});
