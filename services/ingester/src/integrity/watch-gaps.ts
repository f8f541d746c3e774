import { type EventLog, type IdentifiedMessage, publishOnce } from "@statwire/event-log";
import { SubjectError } from "@statwire/events";
import { countOf, type History, type IntegrityEvent } from "@statwire/history-store";
import { type Logger, retryForever, type Service, sleep } from "@statwire/runtime";
import { Counter, Gauge } from "prom-client";
import type { IngestRun } from "../ingest-run.js";
import type { ingesterSettings } from "../settings.js";
import { GapWatch } from "./gap-watch.js";
import { openOfNodeMax } from "./open-gaps.js";
import { toFinding } from "./to-finding.js";

/**
 * A watch takes a tenth of the time, however much there is to look at, as long as it does not pause so long that what is
 * missing would not be told within a minute: half of it is waited for a backlog.
 */
const pauseShare = 9;
const pauseMaxMs = 15_000;
const reportsWaitMs = 1_000;

/**
 * Watches for events that are missing from the history until the service stops. What it has reported is read from the
 * history, so it begins when all reports are there. A pass that fails is repeated.
 */
export async function watchGaps(
  service: Service<typeof ingesterSettings>,
  deps: { eventLog: EventLog; history: History; telemetry: IngestRun; logs: IngestRun; integrity: IngestRun },
): Promise<void> {
  const { settings, signal, log } = service;
  const watch = new GapWatch({
    history: deps.history,
    now: Date.now,
    report: (event) => {
      const finding = findingOf(event, log);
      if (finding === undefined) return Promise.resolve();
      return retryForever(() => publishOnce(deps.eventLog, finding), {
        signal,
        onFailure: (error) => log.warn({ err: error }, "finding not stored yet"),
      });
    },
  });
  const counted = gapMetrics(service, watch);
  const areReportsStored = () => deps.integrity.isStored().catch(() => false);
  while (!signal.aborted && !(await areReportsStored())) await sleep(reportsWaitMs, signal);
  while (!signal.aborted) {
    const startedAtMs = Date.now();
    try {
      const storedUpToMs = await deps.telemetry.storedUpToMs();
      const linesStoredUpToMs = await deps.logs.storedUpToMs();
      for (const { event, gap } of storedUpToMs === 0 ? [] : await watch.pass(storedUpToMs, linesStoredUpToMs)) {
        const { visibleAtMs: _, isAcknowledged: __, ...fields } = gap;
        counted.inc({ event }, gap.last - gap.first + 1);
        if (event === "GapDetected") log.error(fields, "events are missing from the history");
        else log.info(fields, "events that were missing are in the history");
      }
    } catch (error) {
      if (!signal.aborted) log.warn({ err: error }, "looking for gaps failed, trying again later");
    }
    const tookMs = Date.now() - startedAtMs;
    const pauseMs = Math.min(tookMs * pauseShare, pauseMaxMs);
    await sleep(Math.max(settings.GAP_WATCH_INTERVAL_SECONDS * 1000 - tookMs, pauseMs), signal);
  }
}

/** The message of an event. Undefined, and logged, when a node has made up a line that no message can name. */
function findingOf({ event, gap }: IntegrityEvent, log: Logger): IdentifiedMessage | undefined {
  try {
    return toFinding({ event, gap }, Date.now());
  } catch (error) {
    if (!(error instanceof SubjectError)) throw error;
    const { workspace, node, bootId, first, last } = gap;
    log.error({ err: error, workspace, node, bootId, first, last }, "a finding cannot be told");
    return undefined;
  }
}

/** What is shown of the open gaps; the counter is of events, by what was reported of them. */
function gapMetrics(service: Service<typeof ingesterSettings>, watch: GapWatch): Counter<"event"> {
  const registers = [service.metrics];
  new Gauge({
    name: "statwire_integrity_open_gaps",
    help: "Gaps in the numbers of events that were reported and have not healed",
    registers,
    collect() {
      this.set(watch.openGaps.length);
    },
  });
  new Gauge({
    name: "statwire_integrity_missing_events",
    help: "Events in those gaps",
    registers,
    collect() {
      this.set(countOf(watch.openGaps));
    },
  });
  new Gauge({
    name: "statwire_integrity_full_nodes",
    help: `Nodes with ${openOfNodeMax} open gaps or more, of which no more are reported`,
    registers,
    collect() {
      this.set(watch.fullNodes);
    },
  });
  service.addDegradation("completeness", () => {
    const [gap, ...others] = watch.openGaps;
    if (gap === undefined) return undefined;
    const more = others.length === 0 ? "" : ` and ${others.length} more gaps`;
    return `${gap.node}: ${gap.family} ${gap.first}-${gap.last} of run ${gap.bootId} missing from the history${more}`;
  });
  return new Counter({
    name: "statwire_integrity_events_total",
    help: "Events reported missing (GapDetected), and those of them that came after all (GapHealed)",
    labelNames: ["event"],
    registers,
  });
}
