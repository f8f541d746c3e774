import type { Document, StoredRevision } from "@statwire/control-plane";
import type { BodyRules } from "./checked-body.js";
import { timesOf } from "./documents.js";
import type {
  PeekapingMaintenance,
  PeekapingMaintenanceChange,
  PeekapingMaintenanceDetail,
  PeekapingStrategy,
} from "./dto-maintenances.js";

/** Our names of the strategies, by theirs. */
const strategies = {
  manual: "manual",
  single: "single",
  "recurring-interval": "interval",
  "recurring-weekday": "weekday",
  "recurring-day-of-month": "day-of-month",
  cron: "cron",
} as const satisfies Record<PeekapingStrategy, string>;

/** Our names of the members of a schedule, by theirs. */
const scheduleNames = {
  timezone: "timezone",
  start_date_time: "from",
  end_date_time: "until",
  start_time: "start_time",
  end_time: "end_time",
  interval_day: "every_days",
  weekdays: "weekdays",
  days_of_month: "days_of_month",
  cron: "cron",
  duration: "duration_minutes",
} as const;

type ScheduleMember = keyof typeof scheduleNames;

const season = ["timezone", "start_date_time", "end_date_time"] as const;
const daily = [...season, "start_time", "end_time"] as const;

/** Clients send their whole form, whatever the strategy is: what it has no use for is passed over. */
const usedBy: Readonly<Record<PeekapingStrategy, readonly ScheduleMember[]>> = {
  manual: [],
  single: season,
  "recurring-interval": [...daily, "interval_day"],
  "recurring-weekday": [...daily, "weekdays"],
  "recurring-day-of-month": [...daily, "days_of_month"],
  cron: [...season, "cron", "duration"],
};

const text = { is: "text", max: 200 } as const;
const members = {
  title: { is: "text", max: 255 },
  strategy: { is: "text", oneOf: Object.keys(strategies) },
  description: { is: "text", max: 10_000 },
  active: { is: "flag" },
  ...{ start_date_time: text, end_date_time: text, start_time: text, end_time: text, cron: text, timezone: text },
  weekdays: { is: "integers" },
  days_of_month: { is: "integers" },
  interval_day: { is: "integer" },
  duration: { is: "integer" },
  monitor_ids: { is: "texts" },
} as const;

/** A maintenance as a whole. */
export const maintenanceBody: BodyRules = {
  name: "CreateUpdateDto",
  members: {
    ...members,
    title: { ...members.title, required: true },
    strategy: { ...members.strategy, required: true },
  },
  across: ({ strategy, duration }) =>
    strategy === "cron" && duration !== undefined && Number(duration) < 1
      ? { member: "duration", tag: "min" }
      : undefined,
};

/** A maintenance that is changed. */
export const changedMaintenanceBody: BodyRules = { name: "PartialUpdateDto", members };

/** What a new maintenance is. @param zone of whoever says none, or that of the server */
export function toMaintenanceDocument(body: PeekapingMaintenanceChange, zone: string): Document {
  return { description: null, ...namedOf(body), schedule: toSchedule(body, zone) };
}

/** What a maintenance becomes as a whole. What this surface does not know of it stays. */
export function toMaintenanceReplacement(
  body: PeekapingMaintenanceChange,
  current: StoredRevision,
  zone: string,
): Document {
  return { description: null, ...namedOf(body), schedule: inPlaceOf(scheduleOf(current), toSchedule(body, zone)) };
}

/** What is changed of a maintenance: its schedule as a whole, when anything of it is. */
export function toMaintenancePatch(body: PeekapingMaintenanceChange, current: StoredRevision, zone: string): Document {
  const isScheduled = body.strategy !== undefined || scheduleMembers.some((member) => body[member] !== undefined);
  if (!isScheduled) return namedOf(body);
  const schedule = toSchedule({ ...toMaintenance(current), ...body }, zone);
  const before = scheduleOf(current);
  const isLastDay = before.last_day_of_month === true && schedule.strategy === before.strategy;
  const kept = isLastDay && body.days_of_month === undefined ? { last_day_of_month: true } : {};
  return { ...namedOf(body), schedule: inPlaceOf(before, { ...schedule, ...kept }) };
}

/** What a member of a maintenance's document is called here. */
export function maintenanceMember(path: string): string {
  const [first = "", ...rest] = path.replace(/^schedule\./, "").split(".");
  const theirs = scheduleMembers.find((member) => scheduleNames[member] === first);
  return [first === "device_ids" ? "monitor_ids" : (theirs ?? first), ...rest].join(".");
}

/** A maintenance as it is listed. */
export function toMaintenance(stored: StoredRevision): PeekapingMaintenance {
  const { title, description, active } = stored.document as {
    title: string;
    description: string | null;
    active: boolean;
  };
  const schedule = scheduleOf(stored);
  const when = Object.fromEntries(
    scheduleMembers.flatMap((member) => {
      const value = schedule[scheduleNames[member]];
      return value === undefined ? [] : [[member, value]];
    }),
  );
  return {
    ...{ id: stored.id, title, description: description ?? "", active, strategy: theirStrategy(schedule.strategy) },
    ...derivedOf(schedule),
    ...when,
    ...timesOf(stored),
  };
}

/** A maintenance with the devices that are in it. */
export function toMaintenanceDetail(stored: StoredRevision): PeekapingMaintenanceDetail {
  return { ...toMaintenance(stored), monitor_ids: [...(stored.document.device_ids as string[])] };
}

const scheduleMembers = Object.keys(scheduleNames) as ScheduleMember[];

type Schedule = Document & { strategy: string };

function scheduleOf({ document }: StoredRevision): Schedule {
  return document.schedule as Schedule;
}

function theirStrategy(strategy: string): PeekapingStrategy {
  const found = Object.entries(strategies).find(([, ours]) => ours === strategy);
  if (found === undefined) throw new Error(`a maintenance has the strategy ${strategy}`);
  return found[0] as PeekapingStrategy;
}

function namedOf({ title, description, active, monitor_ids: ids }: PeekapingMaintenanceChange): Document {
  return {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(active === undefined ? {} : { active }),
    ...(ids === undefined ? {} : { device_ids: ids }),
  };
}

function toSchedule(body: PeekapingMaintenanceChange, zone: string): Schedule {
  const { strategy = "manual" } = body;
  const used = usedBy[strategy].flatMap((member) => {
    const value = member === "timezone" ? zoneOf(body, zone) : body[member];
    // Forms send what is not filled in as an empty text.
    return value === undefined || value === "" ? [] : [[scheduleNames[member], value]];
  });
  return { strategy: strategies[strategy], ...Object.fromEntries(used) };
}

/** As a patch: members that it does not name would stay. */
function inPlaceOf(before: Schedule, schedule: Schedule): Document {
  return { ...Object.fromEntries(Object.keys(before).map((member) => [member, null])), ...schedule };
}

function zoneOf({ timezone }: PeekapingMaintenanceChange, zone: string): string {
  return timezone === undefined || timezone === "" || timezone === "SAME_AS_SERVER" ? zone : timezone;
}

/** Clients show windows of certain days by a cron expression and a length, which those have in the original. */
function derivedOf(schedule: Schedule): { cron?: string; duration?: number } {
  const {
    weekdays,
    days_of_month: days,
    start_time: start,
    end_time: end,
  } = schedule as {
    weekdays?: number[];
    days_of_month?: number[];
    start_time?: string;
    end_time?: string;
  };
  if (start === undefined || end === undefined || (weekdays ?? days) === undefined) return {};
  const [from, until] = [minutesOf(start), minutesOf(end)];
  const due = weekdays === undefined ? `${days?.join(",")} * *` : `* * ${weekdays.join(",")}`;
  const duration = until > from ? until - from : until - from + 24 * 60;
  return { cron: `${from % 60} ${Math.floor(from / 60)} ${due}`, duration };
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}
