import type { SamplingAction, SamplingReply, SamplingRequest } from "@statwire/events";
import type { NodeSnapshot } from "@statwire/snapshot-store";

/** What became of a `sampling` command: what the collector really did, or why nothing is known of it. */
export type SamplingOutcome = { ok: true; running: boolean; changed: boolean } | { ok: false; reason: string };

export interface SamplingDeps {
  /** Asks the node's collector; throws when nobody answers in time. */
  send(node: string, request: SamplingRequest): Promise<SamplingReply>;
  read(node: string): Promise<NodeSnapshot | undefined>;
  now(): number;
  sleep(ms: number): Promise<void>;
}

/** How long the collector's new configuration may take from the log to the snapshot store. */
const visibleWithinMs = 2_000;
const pollMs = 20;

/**
 * Stops or starts a node's sampling, and waits a moment until what was done can be read, so that who asks next is not
 * told the state before.
 */
export async function controlSampling(
  deps: SamplingDeps,
  node: string,
  action: SamplingAction,
): Promise<SamplingOutcome> {
  let reply: SamplingReply;
  try {
    reply = await deps.send(node, { action });
  } catch (error) {
    return { ok: false, reason: `The collector of node '${node}' does not answer: ${(error as Error).message}.` };
  }
  if (!reply.ok) return { ok: false, reason: `The collector of node '${node}' could not ${action}: ${reply.error}.` };
  const { running, changed } = reply;
  await waitUntilVisible(deps, node, running);
  return { ok: true, running, changed };
}

async function waitUntilVisible(deps: SamplingDeps, node: string, running: boolean): Promise<void> {
  const deadlineMs = deps.now() + visibleWithinMs;
  while ((await deps.read(node))?.configuration?.state.sampling !== running) {
    if (deps.now() >= deadlineMs) return;
    await deps.sleep(pollMs);
  }
}
