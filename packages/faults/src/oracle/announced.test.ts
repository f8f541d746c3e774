import { expect, it } from "vitest";
import { sortByAnnouncement } from "./announced.js";

it("tells what a node has given up from what was found missing and what nobody speaks of", () => {
  const announced = {
    dropped: [{ run: "n host 5", first: 3n, last: 4n }],
    gaps: [
      { run: "n host 5", first: 4n, last: 6n },
      { run: "n host 6", first: 1n, last: 9n },
    ],
  };
  const missing = ["n host 5 2", "n host 5 3", "n host 5 4", "n host 5 6", "n host.filesystems 5 4"];
  expect(sortByAnnouncement(missing, announced)).toEqual({
    dropped: ["n host 5 3", "n host 5 4"],
    gaps: ["n host 5 6"],
    unannounced: ["n host 5 2", "n host.filesystems 5 4"],
  });
});
