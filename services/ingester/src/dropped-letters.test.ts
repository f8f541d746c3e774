import { expect, it } from "vitest";
import { droppedForRoom } from "./dropped-letters.js";

const bytesMax = 1_000_000;
const before = { lastSequence: 100, messages: 60, bytes: 950_000, bytesMax };

it.each([
  ["ten came and ten went", { lastSequence: 110, messages: 60, bytes: 990_000 }, 10],
  ["ten came and all are there", { lastSequence: 110, messages: 70, bytes: 999_000 }, 0],
  ["an operator made room", { lastSequence: 100, messages: 5, bytes: 80_000 }, 0],
  ["the stream was made anew", { lastSequence: 3, messages: 3, bytes: 950_000 }, 0],
  ["the stream has no limit", { lastSequence: 110, messages: 60, bytes: 990_000, bytesMax: -1 }, 0],
])("when %s", (_, now, dropped) => {
  expect(droppedForRoom(before, { bytesMax, ...now })).toBe(dropped);
});
