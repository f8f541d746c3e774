import type { SamplingAction } from "@statwire/events";
import type { NextUpdates, SchedulerControlled, SchedulerStatus, UpdateIntervals } from "./dto-node.js";
import type { DataClass } from "./node-settings.js";
import { intervalSeconds, type NodeView, nextUpdateOf, toIdentity } from "./node-view.js";

/** Whether a node is sampled, how often, and when next. */
export function toSchedulerStatus(view: NodeView): SchedulerStatus {
  const { sampling, intervalsMs } = view.settings;
  const next = byClass((name) => nextUpdateOf(view, name) ?? intervalSeconds(intervalsMs[name]));
  return {
    ...toIdentity(view),
    running: sampling,
    update_intervals: byClass((name) => intervalSeconds(intervalsMs[name])),
    next_updates: next,
    next_update_sec: sampling ? Math.min(...Object.values(next)) : null,
  };
}

/** What was done, in DashPad's words where they fit. */
export function toSchedulerControlled(
  identity: string,
  action: SamplingAction,
  { running, changed }: { running: boolean; changed: boolean },
): SchedulerControlled {
  return { status: "ok", message: messages[action](changed), running, server_identity: identity };
}

const messages: Record<SamplingAction, (changed: boolean) => string> = {
  start: (changed) => (changed ? "Scheduler started" : "Scheduler already running"),
  stop: (changed) => (changed ? "Scheduler stopped" : "Scheduler already stopped"),
  restart: () => "Scheduler restarted",
};

function byClass(of: (name: DataClass) => number): UpdateIntervals & NextUpdates {
  return { metrics: of("metrics"), logs: of("logs"), cron: of("cron"), alerts: of("alerts") };
}
