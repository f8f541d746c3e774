import { expect, it } from "vitest";
import { relativeText, shortRelativeText, uptimeText } from "./wordings.js";

it.each([
  [86_400, "1 day, 0 hrs, 0 mins, 0 secs"],
  [0, "0 days, 0 hrs, 0 mins, 0 secs"],
  [90_061.9, "1 day, 1 hr, 1 min, 1 sec"],
  [2 * 86_400 + 2 * 3_600 + 120 + 2, "2 days, 2 hrs, 2 mins, 2 secs"],
])("an uptime of %d seconds", (seconds, text) => {
  expect(uptimeText(seconds)).toBe(text);
});

it.each([
  ["7 hours 43 minutes", "7h43m", 7 * 3_600 + 43 * 60],
  ["1 hour 1 minute", "1h1m", 3_600 + 60 + 59.9],
  ["2 days 3 hours", "2d3h", 2 * 86_400 + 3 * 3_600],
  ["1 day 5 minutes", "1d5m", 86_400 + 300],
  ["0 minutes", "0m", 59],
  ["0 minutes", "0m", -10],
])("%s", (text, short, seconds) => {
  expect(relativeText(seconds * 1_000)).toBe(text);
  expect(shortRelativeText(seconds * 1_000)).toBe(short);
});
