import type { RefreshReply, RefreshRequest } from "@statwire/events";
import { isLater, type NodeSnapshot, type Position } from "@statwire/snapshot-store";

/** Why a node could not be read anew. */
export type RefreshFailure = { ok: false; reason: string };
export type Refreshed = { ok: true; snapshot: NodeSnapshot } | RefreshFailure;

export interface RefreshDeps {
  /** Asks the node's collector; throws when nobody answers in time. */
  send(node: string, request: RefreshRequest): Promise<RefreshReply>;
  read(node: string): Promise<NodeSnapshot | undefined>;
  now(): number;
  sleep(ms: number): Promise<void>;
}

/** How long the reading may take from the log to the snapshot store. */
const visibleWithinMs = 2_000;
const pollMs = 20;

/** Has a node read everything now, and waits until that reading can be served. */
export async function refreshNode(deps: RefreshDeps, node: string, request: RefreshRequest): Promise<Refreshed> {
  let reply: RefreshReply;
  try {
    reply = await deps.send(node, request);
  } catch (error) {
    return { ok: false, reason: `The collector of node '${node}' does not answer: ${(error as Error).message}.` };
  }
  if (!reply.ok) return { ok: false, reason: `The collector of node '${node}' could not refresh: ${reply.error}.` };
  return waitUntilVisible(deps, node, reply);
}

async function waitUntilVisible(
  deps: RefreshDeps,
  node: string,
  reply: Extract<RefreshReply, { ok: true }>,
): Promise<Refreshed> {
  const bootId = Number(reply.bootId);
  const awaited = Object.entries(reply.sequences).map(([family, sequence]) => ({ family, bootId, sequence }));
  const deadlineMs = deps.now() + visibleWithinMs;
  for (;;) {
    const snapshot = await deps.read(node);
    if (snapshot !== undefined && awaited.every((position) => hasReached(snapshot, position))) {
      return { ok: true, snapshot };
    }
    if (deps.now() >= deadlineMs) {
      return { ok: false, reason: `Node '${node}' was read, but the reading is not visible yet. Try again.` };
    }
    await deps.sleep(pollMs);
  }
}

function hasReached(snapshot: NodeSnapshot, awaited: Position & { family: string }): boolean {
  const reached = snapshot.families[awaited.family];
  return reached !== undefined && !isLater(awaited, reached);
}
