import { expect, it } from "vitest";
import { isTokenFormat, isTokenText } from "./formats.js";

it.each([
  [`sw_${"a".repeat(43)}`, true],
  [`sw_${"a".repeat(42)}`, false],
  // The token of Peekaping's own documentation.
  ["pk_eyJpZCI6IjU1MGU4NDAwLWUyOWItNDFkNC1hNzE2LTQ0NjY1NTQ0MDAwMCIsImtleSI6ImFiYyJ9", true],
  ["pk_", false],
  ["0f".repeat(32), true],
  ["0g".repeat(32), false],
  ["a1B2".repeat(8), true],
  ["a1B2".repeat(9), false],
  ["a.b.c", false],
  ["", false],
])("%s is written like a token: %s", (text, is) => expect(isTokenText(text)).toBe(is));

it("knows its formats", () => {
  expect([isTokenFormat("hex64"), isTokenFormat("toString"), isTokenFormat(undefined)]).toEqual([true, false, false]);
});
