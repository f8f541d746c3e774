import type { Family } from "@statwire/events";
import type { HeadlineEvent } from "./headlines.js";
import type { Headline, NodeEvent, NodeName } from "./snapshot.js";
import { isLater } from "./version.js";

/** What a batch of events holds for one node. */
export interface NodeShare {
  /** Unlike that of any other node. */
  key: string;
  name: NodeName;
  /** Per module, `inventory` and `configuration`: the latest event that carries it, and its JSON, made only when asked for. */
  parts: Map<string, { event: NodeEvent; json: () => string }>;
  /** Per family, its events as they came. */
  families: Map<Family, NodeEvent[]>;
  headlines: HeadlineEvent[];
}

/** The family whose events leave headline samples: it carries the modules of the base interval together. */
const headlineFamily: Family = "host";

/** Sorts a batch out by node. */
export function sharesOf(events: readonly NodeEvent[], foldHeadlines: boolean): NodeShare[] {
  const shares = new Map<string, NodeShare>();
  for (const event of events) {
    const key = nodeKey(event);
    let share = shares.get(key);
    if (share === undefined) {
      share = { key, name: event, parts: new Map(), families: new Map(), headlines: [] };
      shares.set(key, share);
    }
    add(share, event, foldHeadlines);
  }
  return [...shares.values()];
}

/** Unlike that of any other node. */
export function nodeKey({ workspace, node }: NodeName): string {
  return JSON.stringify([workspace, node]);
}

function add(share: NodeShare, event: NodeEvent, foldHeadlines: boolean): void {
  const ofFamily = share.families.get(event.family);
  if (ofFamily === undefined) share.families.set(event.family, [event]);
  else ofFamily.push(event);

  for (const [module, reading] of Object.entries(event.modules)) addPart(share, module, event, reading);
  for (const part of ["inventory", "configuration"] as const) {
    const state = event[part];
    if (state !== undefined) addPart(share, part, event, { intervalMs: 0, source: "direct", state });
  }

  if (foldHeadlines && event.family === headlineFamily) {
    const { bootId, sequence, requested, clearsHistory } = event;
    share.headlines.push({ bootId, sequence, requested, clearsHistory, headline: toHeadline(event) });
  }
}

type Read = { intervalMs: number; source: string; state: unknown };

function addPart(share: NodeShare, part: string, event: NodeEvent, { intervalMs, source, state }: Read): void {
  const present = share.parts.get(part);
  if (present !== undefined && !isLater(event, present.event)) return;
  const { bootId, sequence, observedAtMs } = event;
  share.parts.set(part, {
    event,
    json: () => JSON.stringify({ bootId, sequence, observedAtMs, intervalMs, source, state }),
  });
}

/** The sample that an event may leave. The time stands first: the script reads it there. */
export function toHeadline({ observedAtMs, modules }: NodeEvent): Headline {
  return {
    observedAtMs,
    ...(modules.cpu && { cpuUtilization: modules.cpu.state.utilization }),
    ...(modules.memory && { memoryUtilization: modules.memory.state.utilization }),
    ...(modules.swap && { swapUtilization: modules.swap.state.utilization }),
  };
}
