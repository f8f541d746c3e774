import type { NodeSnapshot } from "@statwire/snapshot-store";
import type { Identity } from "./dto.js";
import { localTimeWithOffset, type Zone, zoneOf } from "./local-time.js";
import { nextUpdateSeconds } from "./next-update.js";
import { type DataClass, type NodeSettings, toNodeSettings } from "./node-settings.js";

/** A node at the moment of a request: what every answer is made of. */
export interface NodeView {
  snapshot: NodeSnapshot;
  settings: NodeSettings;
  /** Host name of the node. */
  identity: string;
  zone: Zone;
  nowMs: number;
}

export function toNodeView(snapshot: NodeSnapshot, nowMs: number): NodeView {
  const inventory = snapshot.inventory?.state;
  return {
    snapshot,
    settings: toNodeSettings(snapshot),
    identity: inventory?.hostname || snapshot.node,
    zone: zoneOf(inventory?.timezone ?? ""),
    nowMs,
  };
}

export function toIdentity({ identity, zone, nowMs }: NodeView): Identity {
  return { server_identity: identity, server_time: localTimeWithOffset(nowMs, zone) };
}

/** Seconds until the next collection of a kind of data, null when sampling is stopped: lines of logs come all the same. */
export function nextUpdateOf(view: NodeView, dataClass: DataClass): number | null {
  if (!view.settings.sampling && dataClass !== "logs") return null;
  const intervalMs = view.settings.intervalsMs[dataClass];
  return nextUpdateSeconds({ intervalMs, observedAtMs: observedAt(view.snapshot, dataClass) }, view.nowMs);
}

/** Whole seconds, at least what the interval is. */
export function intervalSeconds(intervalMs: number): number {
  return Math.ceil(intervalMs / 1_000);
}

function observedAt({ modules }: NodeSnapshot, dataClass: DataClass): number | undefined {
  switch (dataClass) {
    case "metrics":
      return (modules.cpu ?? modules.memory ?? modules.load)?.observedAtMs;
    case "cron":
      return modules.tasks?.observedAtMs;
    case "alerts":
      return modules.alerts?.observedAtMs;
    case "logs":
      return undefined;
  }
}
