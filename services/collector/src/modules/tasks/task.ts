/** What is scheduled on a host. */
export interface Task {
  name: string;
  kind: "cron" | "timer";
  /** The file or the unit that says so. */
  origin: string;
  /** As written. */
  schedule: string;
  user: string;
  timezone: string;
  /** Why the schedule cannot be understood; empty when it can. */
  error: string;
  /** Unix milliseconds; undefined when not known or never. */
  lastRunAtMs: number | undefined;
  /** The next run strictly after a time; undefined for one that has none, or whose next run nobody can tell. */
  next(afterMs: number): number | undefined;
}

/** Sooner ones first, those without a next run last, and equal ones by name. */
export function bySoonest<T extends { nextRunAtMs: number | undefined; name: string }>(one: T, other: T): number {
  const difference = (one.nextRunAtMs ?? Number.MAX_VALUE) - (other.nextRunAtMs ?? Number.MAX_VALUE);
  return difference || (one.name < other.name ? -1 : Number(one.name > other.name));
}
