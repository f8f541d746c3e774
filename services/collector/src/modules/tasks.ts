import { readFileSync, readlinkSync } from "node:fs";
import { itemsMax, type ModuleContext, type ModuleReader } from "./module.js";
import { readCrontabs } from "./tasks/read-crontabs.js";
import { readTimers } from "./tasks/read-timers.js";
import { bySoonest, type Task } from "./tasks/task.js";

/** Files are read again when they are older than this; until then, a next run is only computed when one has passed. */
const readEveryMs = 50_000;

/** What crontabs and systemd's timers will run, and when. Absent on a host that has neither. */
export function openTasks(context: ModuleContext): ModuleReader<"tasks"> {
  let known: { atMs: number; settings: string; tasks: Scheduled[] | undefined } | undefined;
  return {
    sample(monotonicMs) {
      const settings = JSON.stringify(context.tasks());
      if (known === undefined || known.settings !== settings || monotonicMs - known.atMs >= readEveryMs) {
        known = undefined;
        known = { atMs: monotonicMs, settings, tasks: readTasks(context)?.map((task) => ({ task, next: undefined })) };
      }
      const nowMs = context.nowMs();
      return known.tasks && { items: report(known.tasks, nowMs) };
    },
  };
}

interface Scheduled {
  task: Task;
  /** Undefined before it was computed. */
  next: { afterMs: number; atMs: number | undefined } | undefined;
}

function readTasks({ host, files, tasks, nowMs, timezone }: ModuleContext): Task[] | undefined {
  const { fileRoot } = host;
  const zone = hostTimezone(fileRoot) ?? timezone;
  const settings = tasks();
  const uptimeMs = (Number.parseFloat(files.wholeText(`${host.procRoot}/uptime`) ?? "") || 0) * 1000;
  const timers = readTimers({ fileRoot, timezone: zone, bootMs: nowMs() - uptimeMs });
  const crontabs = settings.cron ? readCrontabs({ fileRoot, timezone: zone, settings }) : undefined;
  if (timers === undefined && crontabs === undefined) return undefined;
  return [...(crontabs ?? []), ...(timers ?? [])];
}

function report(scheduled: readonly Scheduled[], nowMs: number) {
  const items = scheduled.map((entry) => {
    entry.next = stillNext(entry, nowMs);
    const { next: _, lastRunAtMs, ...said } = entry.task;
    return { ...said, nextRunAtMs: entry.next?.atMs, lastRunAtMs };
  });
  return items
    .sort(bySoonest)
    .slice(0, itemsMax)
    .map(({ nextRunAtMs, lastRunAtMs, ...said }) => ({
      ...said,
      nextRunAtMs: optionalInt64(nextRunAtMs),
      lastRunAtMs: optionalInt64(lastRunAtMs),
    }));
}

/** What was computed holds until it has passed, unless the clock was set back. */
function stillNext({ task, next }: Scheduled, nowMs: number): Scheduled["next"] {
  const holds = next !== undefined && nowMs >= next.afterMs && (next.atMs === undefined || next.atMs > nowMs);
  return holds ? next : { afterMs: nowMs, atMs: task.next(nowMs) };
}

/** Undefined where the host does not tell, or means a file of its own. */
function hostTimezone(fileRoot: string): string | undefined {
  if (fileRoot === "/") return undefined;
  try {
    return /zoneinfo\/(.+)$/.exec(readlinkSync(`${fileRoot}/etc/localtime`))?.[1];
  } catch {
    // Not a link in some images; Debian names the zone here, too.
  }
  try {
    return readFileSync(`${fileRoot}/etc/timezone`, "utf8").trim() || undefined;
  } catch {
    return undefined;
  }
}

function optionalInt64(value: number | undefined): bigint | undefined {
  return value === undefined ? undefined : BigInt(Math.round(value));
}
