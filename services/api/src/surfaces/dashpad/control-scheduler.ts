import { type SamplingAction, samplingActions } from "@statwire/events";
import type { SamplingOutcome } from "../../nodes/control-sampling.js";
import type { SchedulerControlled } from "./dto-node.js";
import { dashPadUnavailable, invalidAction } from "./errors.js";
import { readView, type ViewSources } from "./read-view.js";
import { toSchedulerControlled } from "./to-scheduler.js";

export interface ControlSources extends ViewSources {
  control(node: string, action: SamplingAction): Promise<SamplingOutcome>;
}

/**
 * Stops or starts a node's sampling and tells what its collector really did. Errors: 400 for another action, before the
 * node is looked for; 404 unknown node; 503 when the collector does not answer or could not do it.
 */
export async function controlScheduler(
  sources: ControlSources,
  action: string,
  asked: string | undefined,
): Promise<SchedulerControlled> {
  if (!isSamplingAction(action)) throw invalidAction(action, samplingActions);
  const { snapshot, identity } = await readView(sources, asked);
  const outcome = await sources.control(snapshot.node, action);
  if (!outcome.ok) throw dashPadUnavailable(outcome.reason);
  return toSchedulerControlled(identity, action, outcome);
}

function isSamplingAction(text: string): text is SamplingAction {
  return (samplingActions as readonly string[]).includes(text);
}
