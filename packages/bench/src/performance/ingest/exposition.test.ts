import { expect, it } from "vitest";
import { sumOf } from "./exposition.js";

const text = `vm_rows{type="storage/big"} 40
vm_rows{type="storage/small"} 2
vm_rows{type="indexdb/file"} 7
vm_rows_total 9
up 1`;

it("adds the series of one name, with certain labels", () => {
  expect([sumOf(text, "vm_rows"), sumOf(text, "vm_rows", 'type="storage/'), sumOf(text, "up")]).toEqual([49, 42, 1]);
});

it("does not take what is missing for nothing", () => {
  expect([sumOf(text, "vm"), sumOf(text, "vm_rows", "none")]).toEqual([Number.NaN, Number.NaN]);
});
