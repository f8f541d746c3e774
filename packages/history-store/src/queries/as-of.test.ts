import { describe, expect, it } from "vitest";
import { asOfRefusal } from "./as-of.js";

const hour = 3_600_000;
const day = 24 * hour;
const now = Date.parse("2026-11-20T10:20:30Z");
const kept = {
  rawMs: now - 14 * day,
  hourlyMs: now - 400 * day,
  dailyMs: now - 1_826 * day,
  versionsMs: now - 90 * day,
};
const midnight = Date.parse("2026-11-20T00:00:00Z");

function refusal(source: "raw" | "hourly" | "daily", range: [number, number], asOfMs: number, closedMs: number) {
  const closed = { hoursMs: closedMs, daysMs: Math.floor(closedMs / day) * day };
  return asOfRefusal({ source, fromMs: range[0], toMs: range[1], stepMs: hour }, asOfMs, { kept, closed });
}

describe("asOfRefusal", () => {
  it("has nothing against readings: each says when it was received", () => {
    expect(refusal("raw", [now - 365 * day, now], now - 300 * day, 0)).toBeUndefined();
  });

  it("refuses a time before that which versions are kept since, to the millisecond", () => {
    const range: [number, number] = [now - 200 * day, now - 150 * day];
    expect(refusal("hourly", range, now - 90 * day, now - 91 * day)).toBeUndefined();
    expect(refusal("hourly", range, now - 90 * day - 1, now - 91 * day)).toEqual({
      lacks: "versions",
      keptSinceMs: kept.versionsMs,
    });
  });

  it("refuses hours that were open then when their readings have left, and says from where on", () => {
    const then = midnight - 20 * day + 10 * hour;
    const closed = then - 2 * hour;
    expect(refusal("hourly", [then - day, closed], then, closed)).toBeUndefined();
    expect(refusal("hourly", [then - day, closed + hour], then, closed)).toEqual({ lacks: "detail", fromMs: closed });
    expect(refusal("daily", [then - 40 * day, then], then, closed)).toEqual({ lacks: "detail", fromMs: closed });
    const recent = midnight - 10 * day;
    expect(refusal("hourly", [recent - 8 * day, recent], recent, recent - 2 * hour)).toBeUndefined();
  });

  it("asks for nothing of hours that were still to come", () => {
    const then = midnight - 20 * day;
    expect(refusal("hourly", [then + hour, then + day], then, then - 2 * hour)).toBeUndefined();
    expect(refusal("hourly", [then + 300_000, then + day], then, then - 2 * hour)).toBeUndefined();
    expect(refusal("hourly", [then + 299_999, then + day], then, then - 2 * hour)).toMatchObject({ lacks: "detail" });
  });
});
