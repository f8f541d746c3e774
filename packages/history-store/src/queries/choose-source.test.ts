import { expect, it } from "vitest";
import { defaultRetention } from "../connect.js";
import { chooseSource } from "./choose-source.js";

const hour = 3_600_000;
const day = 24 * hour;
const nowMs = 2_000 * day;

it.each([
  ["an hour by seconds", hour, 10_000, "raw"],
  ["a week in one value", 7 * day, 7 * day, "raw"],
  ["ten days by five minutes", 10 * day, 300_000, "raw"],
  ["ten days by the hour", 10 * day, hour, "1h"],
  ["thirty days by five minutes", 30 * day, 300_000, "1h"],
  ["a year by six hours", 365 * day, 6 * hour, "1h"],
  ["a year by the day", 365 * day, day, "1d"],
  ["three years by the hour", 1_095 * day, hour, "1d"],
])("%s comes from %s/%s: %s", (_, rangeMs, stepMs, source) => {
  expect(chooseSource({ fromMs: nowMs - rangeMs, toMs: nowMs, stepMs, nowMs, retention: defaultRetention })).toBe(
    source,
  );
});
