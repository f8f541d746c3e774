import type { ScheduledTaskState } from "@statwire/snapshot-store";
import type { CronSummary, CronTask, CronTasks } from "./dto.js";
import { localTime } from "./local-time.js";
import { type NodeView, nextUpdateOf, toIdentity } from "./node-view.js";
import { relativeText, shortRelativeText } from "./wordings.js";

type ComingTask = ScheduledTaskState & { nextRunAtMs: number };

/** What will run on a node, the soonest first. What never runs again, or cannot be understood, has no place here. */
export function toCronTasks(view: NodeView): CronTasks {
  const tasks = comingTasks(view);
  const [next] = tasks;
  return {
    ...toIdentity(view),
    cron_tasks: tasks.map((task) => toCronTask(task, view)),
    cron_stats: {
      total_tasks: tasks.length,
      next_task_minutes: next === undefined ? null : Math.max(0, Math.floor((next.nextRunAtMs - view.nowMs) / 60_000)),
    },
    source: view.snapshot.modules.tasks?.source ?? "direct",
    status: "normal",
    next_update_sec: nextUpdateOf(view, "cron"),
  };
}

/** The part of the tasks that `/metrics` holds. */
export function toCronSummary(view: NodeView): CronSummary {
  return { cron_tasks: comingTasks(view).map((task) => toCronTask(task, view)), status: "normal" };
}

function comingTasks({ snapshot, settings }: NodeView): ComingTask[] {
  const tasks = settings.cronEnabled ? (snapshot.modules.tasks?.state ?? []) : [];
  const coming = tasks.filter((task): task is ComingTask => task.nextRunAtMs !== undefined);
  return coming.sort((one, other) => one.nextRunAtMs - other.nextRunAtMs);
}

function toCronTask({ name, schedule, nextRunAtMs }: ComingTask, { zone, nowMs }: NodeView): CronTask {
  return {
    name,
    schedule,
    next_run: localTime(nextRunAtMs, zone),
    relative_time: relativeText(nextRunAtMs - nowMs),
    relative_time_short: shortRelativeText(nextRunAtMs - nowMs),
  };
}
