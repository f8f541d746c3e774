import { assert, constantFrom, nat, property, tuple } from "fast-check";
import { expect, test } from "vitest";
import { byNumber } from "./sysfs.js";

test("numbers in names are compared as numbers", () => {
  const names = ["hwmon10", "hwmon2", "card0-eDP-1", "card0", "nvme1n1", "nvme0n10", "nvme0n2", "BAT0"];
  expect([...names].sort(byNumber)).toEqual([
    ...["BAT0", "card0", "card0-eDP-1", "hwmon2", "hwmon10", "nvme0n2", "nvme0n10", "nvme1n1"],
  ]);
});

test("names of one kind are in the order that a collator puts them in", () => {
  const collator = new Intl.Collator("en", { numeric: true });
  const name = tuple(constantFrom("card", "hwmon", "nvme"), nat(200), constantFrom("", "n1", "n12")).map((parts) =>
    parts.join(""),
  );
  assert(
    property(name, name, (one, other) => {
      expect(Math.sign(byNumber(one, other))).toBe(Math.sign(collator.compare(one, other)));
    }),
  );
});
