import { Cron } from "croner";
import { z } from "zod";
import { isLocalDateTime, isTimeZone } from "./wall-clock.js";

const timezone = z.string().max(64).refine(isTimeZone, "expected an IANA time zone, such as Europe/Zurich");

/** As a wall clock in the schedule's time zone shows it. */
const localDateTime = z
  .string()
  .max(16)
  .refine(isLocalDateTime, "expected a date and a time that exist, such as 2026-01-31T22:00");

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "expected a time of day between 00:00 and 23:59");

/** Windows exist only inside of it, and are cut to it. */
const season = { timezone, from: localDateTime.optional(), until: localDateTime.optional() };

/** The window of one day. It ends the next day when its end is not after its start. */
const daily = { ...season, startTime: timeOfDay, endTime: timeOfDay };

const manual = z.strictObject({ strategy: z.literal("manual") });
const single = z.strictObject({
  strategy: z.literal("single"),
  timezone,
  from: localDateTime,
  /** Absent: until it is ended by hand. */
  until: localDateTime.optional(),
});
const interval = z.strictObject({
  strategy: z.literal("interval"),
  ...daily,
  /** Days are counted from the date of this one, which has a window itself. */
  from: localDateTime,
  everyDays: z.int().min(1).max(366),
});
const weekday = z.strictObject({
  strategy: z.literal("weekday"),
  ...daily,
  /** 0 is Sunday. */
  weekdays: z.array(z.int().min(0).max(6)).min(1).max(7),
});
const dayOfMonth = z.strictObject({
  strategy: z.literal("day-of-month"),
  ...daily,
  /** A day that a month does not have is left out in it. */
  daysOfMonth: z
    .array(z.union([z.int().min(1).max(31), z.literal("last")]))
    .min(1)
    .max(32),
});
const cron = z.strictObject({
  strategy: z.literal("cron"),
  ...season,
  /** Five fields. */
  cron: z.string().max(200).refine(isCron, "expected the five fields of a cron expression that comes due some day"),
  durationMinutes: z
    .int()
    .min(1)
    .max(7 * 24 * 60),
});

/**
 * When a maintenance takes place. Times are those of a wall clock in the schedule's time zone, so that a window at 22:00 stays
 * at 22:00 over the year. A schedule whose `until` is not after its `from` is refused.
 */
export const maintenanceSchedule = z
  .discriminatedUnion("strategy", [manual, single, interval, weekday, dayOfMonth, cron])
  .superRefine((schedule, context) => {
    if (schedule.strategy === "manual") return;
    const { from, until } = schedule;
    if (from === undefined || until === undefined || until > from) return;
    context.addIssue({ code: "custom", path: ["until"], message: "expected a time after from" });
  });

export type MaintenanceSchedule = z.infer<typeof maintenanceSchedule>;
export type CronSchedule = z.infer<typeof cron>;
export type DailySchedule = z.infer<typeof interval> | z.infer<typeof weekday> | z.infer<typeof dayOfMonth>;

function isCron(expression: string): boolean {
  try {
    return new Cron(expression, { mode: "5-part", timezone: "UTC", paused: true }).nextRun(anyTime) !== null;
  } catch {
    return false;
  }
}

/** Whether an expression ever comes due does not depend on when one looks, within the years that croner looks ahead. */
const anyTime = new Date(Date.UTC(2026, 0, 1));
