import { type MaintenanceSchedule, maintenanceSchedule } from "@statwire/monitoring";
import { z } from "zod";
import { note, reference, references, title } from "./fields.js";
import { anyPlan, type Document, idsIn, type Kind, uniqueText } from "./kind.js";

const wallClock = z.string().max(16).optional();

/** Flat, as forms have it; which of the members a strategy has is checked with the schedule itself. */
const schedule = z
  .strictObject({
    strategy: z
      .enum(["manual", "single", "interval", "weekday", "day-of-month", "cron"])
      .describe("How often it takes place"),
    timezone: z.string().max(64).optional().describe("An IANA time zone; not with `manual`"),
    from: wallClock.describe("Wall clock, such as 2026-01-31T22:00"),
    until: wallClock.describe("Wall clock; absent: until it is ended by hand, or for ever"),
    start_time: wallClock.describe("With interval, weekday and day-of-month: 22:00"),
    end_time: wallClock.describe("Not after the start: on the next day"),
    every_days: z.int().min(1).max(366).optional().describe("With interval"),
    weekdays: z.array(z.int().min(0).max(6)).max(7).optional().describe("With weekday; 0 is Sunday"),
    days_of_month: z.array(z.int().min(1).max(31)).max(31).optional().describe("With day-of-month"),
    last_day_of_month: z.boolean().optional().describe("With day-of-month: its last day, too"),
    cron: z.string().max(200).optional().describe("With cron: five fields"),
    duration_minutes: z.int().min(1).max(10_080).optional().describe("With cron"),
  })
  .check((context) => {
    const parsed = maintenanceSchedule.safeParse(toMembers(context.value));
    if (parsed.success) return;
    for (const { path, message } of parsed.error.issues) {
      context.issues.push({ code: "custom", path: path.map(documentName), message, input: context.value });
    }
  });

const fields = z.strictObject({
  title: title(255).describe("As people see it"),
  description: note(10_000).describe("What is done"),
  active: z.boolean().default(true).describe("Whether it takes place"),
  schedule,
  device_ids: references(5_000).describe("Which devices are in maintenance"),
  project_ids: references(500).describe("Whose devices all are"),
});

const kept = z.strictObject({
  /** The device whose own window it is, of which a device has one at most: it goes with the device. */
  own_of_device_id: reference,
  /** The same of a project. */
  own_of_project_id: reference,
});

/** Times in which devices are expected to be down. */
export const maintenance: Kind = {
  plural: "maintenances",
  summary: "When devices are expected to be down.",
  scope: "workspace",
  fields,
  kept,
  unique: [uniqueText("own_of_device_id"), uniqueText("own_of_project_id")],
  references: [
    { field: "own_of_device_id", kind: "device", whenDeleted: "delete" },
    { field: "own_of_project_id", kind: "project", whenDeleted: "delete" },
    { field: "device_ids", kind: "device", whenDeleted: "clear" },
    { field: "project_ids", kind: "project", whenDeleted: "clear" },
  ],
  needs: { read: "viewer", create: "editor", update: "editor", delete: "editor" },
  // Devices are named by id only: who is limited to projects reaches what names nothing but projects.
  projectsOf: (document) => (idsIn(document, "device_ids").length > 0 ? [] : idsIn(document, "project_ids")),
  countMax: anyPlan(5_000),
  example: {
    title: "Nightly backup",
    schedule: {
      strategy: "weekday",
      weekdays: [1, 2, 3, 4, 5],
      start_time: "02:00",
      end_time: "03:00",
      timezone: "Europe/Zurich",
    },
  },
};

/**
 * The schedule of a maintenance document, as the monitoring package decides with it.
 * @throws Error when the document is none that was validated.
 */
export function scheduleOf(document: Document): MaintenanceSchedule {
  return maintenanceSchedule.parse(toMembers(document.schedule as z.infer<typeof schedule>));
}

function toMembers(flat: z.infer<typeof schedule>): Record<string, unknown> {
  const { days_of_month: days, last_day_of_month: last, ...others } = flat;
  const members = Object.entries(others).filter(([, value]) => value !== undefined);
  const named = Object.fromEntries(members.map(([name, value]) => [memberName(name), value]));
  if (days === undefined && last === undefined) return named;
  return { ...named, daysOfMonth: [...(days ?? []), ...(last === true ? ["last"] : [])] };
}

function memberName(name: string): string {
  return name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function documentName(part: PropertyKey): PropertyKey {
  return typeof part === "string" ? part.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) : part;
}
