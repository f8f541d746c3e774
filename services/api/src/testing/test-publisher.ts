import { type EventLog, respondToCommands } from "@statwire/event-log";
import { commandSubject, moduleFamily, type RefreshReply, type RefreshRequest, surveyModules } from "@statwire/events";
import {
  applyEvents,
  markWhole,
  type NodeEvent,
  type SnapshotStore,
  toConfigurationEvent,
  toHostEvent,
  toInventoryEvent,
} from "@statwire/snapshot-store";
import { sampleHost, sampleInventory } from "./sample-events.js";
import { type Survey, sampleConfiguration, sampleSurvey } from "./sample-surveys.js";

/** What a node says of itself, put into the snapshot store as its projector would. */
export interface Publisher {
  /** A tick of a node; answers the event's number. */
  report(
    node: string,
    more?: { cpuUtilization?: number; requested?: boolean; clearsHistory?: boolean },
  ): Promise<number>;
  /** Every survey of a node and the configuration of its collector, or only what is named. */
  reportSurveys(node: string, surveys?: readonly Survey[]): Promise<void>;
  bootId: number;
  lastObservedAtMs: number;
}

export function createPublisher(store: SnapshotStore, workspace: string): Publisher {
  const sequences = new Map<string, number>();
  let surveySequence = 0;
  const apply = async (events: readonly NodeEvent[]) => {
    await store.connected(AbortSignal.timeout(30_000));
    await markWhole(store);
    await applyEvents(store, events, { foldHeadlines: true });
  };
  const publisher: Publisher = {
    bootId: Date.now(),
    lastObservedAtMs: 0,
    async report(node, more = {}) {
      const sequence = (sequences.get(node) ?? 0) + 1;
      sequences.set(node, sequence);
      // A requested sample may share its slot; two ticks in one millisecond may not share their time.
      const observedAtMs = Math.max(Date.now(), publisher.lastObservedAtMs + 1);
      publisher.lastObservedAtMs = observedAtMs;
      const place = { bootId: publisher.bootId, sequence, observedAtMs, ...more };
      const name = { workspace, node };
      const events: NodeEvent[] = [toHostEvent(name, "host", sampleHost(place, more.cpuUtilization))];
      if (sequence === 1) events.push(toInventoryEvent(name, "inventory", sampleInventory(place, node)));
      await apply(events);
      return sequence;
    },
    async reportSurveys(node, surveys = surveyModules) {
      surveySequence += 1;
      const place = { bootId: publisher.bootId, sequence: surveySequence, observedAtMs: Date.now() };
      const name = { workspace, node };
      await apply([
        ...surveys.map((survey) => toHostEvent(name, moduleFamily(survey), sampleSurvey(survey, place))),
        toConfigurationEvent(name, "configuration", sampleConfiguration(place)),
      ]);
    },
  };
  return publisher;
}

/** Has a collector answer this node's refresh commands with a new reading; what ends that. */
export function collect(
  eventLog: EventLog,
  { workspace, node }: { workspace: string; node: string },
  publisher: Publisher,
) {
  const subject = commandSubject({ workspace, node, command: "refresh" });
  return respondToCommands(eventLog, subject, async (payload) => {
    const request = JSON.parse(new TextDecoder().decode(payload)) as RefreshRequest;
    const sequence = await publisher.report(node, {
      requested: true,
      clearsHistory: request.clearHistory ?? false,
      cpuUtilization: 0.75,
    });
    const reply: RefreshReply = {
      ok: true,
      bootId: String(publisher.bootId),
      sequences: { host: sequence },
      observedAtMs: publisher.lastObservedAtMs,
    };
    return new TextEncoder().encode(JSON.stringify(reply));
  });
}
