import { type EventLog, openCutRecord } from "@statwire/event-log";
import { streams } from "@statwire/events";
import {
  type ClosedRollup,
  comparableRollups,
  type EventFinding,
  type History,
  monthOf,
  type NodeDifference,
  runsOfHours,
  suspectRollups,
  verifyDay,
  verifyEvents,
  verifyHours,
  verifyMonth,
} from "@statwire/history-store";
import { type Command, CommandError, type Outside, parseOptions, UsageError } from "../command.js";
import { countOf, momentOf } from "../operating/moments.js";
import { withEventLog, withHistory, withProgress } from "../operating/open.js";
import { jsonText, plainText, toTable } from "../operating/readable.js";
import { findServers, serverOptions, serverUsage } from "../operating/servers.js";

const hourMs = 3_600_000;
const dayMs = 86_400_000;
/** Compared with one statement a table. */
const hoursAtOnce = 6;
const shownMax = 20;
const keptMax = 1_000;
const pollMs = 1_000;
const repairDefaultSeconds = 180;

/** Compares closed hours, days and months with what they were made of. */
export const verify: Command = {
  purpose:
    "compares closed hours with the raw data, days with their hours, months with their days, and readings with their events",
  usage: `statwire verify [--from TIME] [--to TIME] [--node NODE] [--repair] [--timeout SECONDS] [--data-dir DIR] [--json]

Computes each closed hour again with the query that closed it, and compares counts, sums, bounds and bucket counts of
every series; each closed day likewise with its hours, and each closed month with its days. Hours that late events are waiting for, and hours whose raw data
has left with its retention, are not compared. Also: events stored twice, readings stored twice, events without rows, rows
without an event. Exit code 1 when something differs. The ingester does the same all the time, some hours at once.

  --from, --to  hours, days and months that begin in between: 6h (ago; s, m, h, d) or 2026-01-31T12:00:00Z [14d, now]
  --node NODE   one node alone
  --repair      has the ingester close again what differs, and waits for it; raw data is not touched
  --timeout     how long to wait for that [${repairDefaultSeconds}]
${serverUsage}`,

  async run(args, outside) {
    const options = parseOptions(args, {
      ...serverOptions,
      from: { type: "string", default: "14d" },
      to: { type: "string", default: "now" },
      node: { type: "string" },
      repair: { type: "boolean", default: false },
      timeout: { type: "string", default: String(repairDefaultSeconds) },
    });
    const nowMs = outside.now();
    const fromMs = momentOf(options.from, "--from", nowMs);
    const toMs = momentOf(options.to, "--to", nowMs);
    if (fromMs >= toMs) throw new UsageError("--from: expected a time before --to");
    const timeoutMs = 1e3 * countOf(options.timeout, "--timeout", { min: 1, max: 86_400 });
    const servers = findServers(options, outside.environment);
    const verified = await withEventLog(servers, outside, (log) =>
      withHistory(servers, (history) => {
        const verifier = new Verifier({ history, log, outside, node: options.node });
        const range = { fromMs, toMs };
        return options.repair ? verifier.repair(range, timeoutMs) : verifier.verify(range);
      }),
    );
    outside.print(options.json ? jsonText(verified) : toText(verified));
    if (!isWell(verified)) throw new CommandError("the history differs from what it was made of");
  },
};

/** What was found. */
export interface Verified {
  hours: number;
  hoursWithoutRaw: number;
  hoursWaiting: number;
  days: number;
  months: number;
  series: number;
  events: number;
  seconds: number;
  hourDifferences: NodeDifference[];
  dayDifferences: NodeDifference[];
  monthDifferences: NodeDifference[];
  eventFindings: EventFinding[];
  /** Nodes and hours (or days, or months) that a repair made right. */
  repaired: number;
}

interface Deps {
  history: History;
  log: EventLog;
  outside: Outside;
  node: string | undefined;
}

class Verifier {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** @param only starts of the hours, days and months that are looked at; absent: all of the range */
  async verify(range: { fromMs: number; toMs: number }, only?: ReadonlySet<number>): Promise<Verified> {
    const { history, outside } = this.#deps;
    const startedAtMs = outside.now();
    const wanted = { ...range, withUnrecorded: true };
    const comparable = await comparableRollups(history, wanted, startedAtMs);
    const ofThese = (rollups: ClosedRollup[]) => rollups.filter(({ startMs }) => only?.has(startMs) ?? true);
    const hours = ofThese(comparable.hours);
    const days = ofThese(comparable.days);
    const months = ofThese(comparable.months);
    const { hoursWithoutRaw } = comparable;
    const found = { ...nothing(), hours: hours.length, hoursWithoutRaw, days: days.length, months: months.length };
    let done = 0;
    const progress = () => `${done} of ${hours.length} hours compared, ${found.series} series`;
    await withProgress(outside, progress, async () => {
      for (const run of runsOfHours(hours, hoursAtOnce)) {
        outside.signal.throwIfAborted();
        await this.#hours(run, found);
        done += run.length;
      }
      for (const day of days) {
        outside.signal.throwIfAborted();
        const { series, differences } = await verifyDay(history, day, { node: this.#deps.node });
        found.series += series;
        keep(found.dayDifferences, differences);
      }
      for (const month of months) {
        outside.signal.throwIfAborted();
        const { series, differences } = await verifyMonth(history, month, { node: this.#deps.node });
        found.series += series;
        keep(found.monthDifferences, differences);
      }
    });
    return { ...found, seconds: (outside.now() - startedAtMs) / 1e3 };
  }

  /** Has what differs closed again and compares until nothing does. */
  async repair(range: { fromMs: number; toMs: number }, timeoutMs: number): Promise<Verified> {
    const { history, outside } = this.#deps;
    const first = await this.verify(range);
    const all = ({ hourDifferences, dayDifferences, monthDifferences }: Verified) => [
      ...hourDifferences,
      ...dayDifferences,
      ...monthDifferences,
    ];
    const count = (verified: Verified) => all(verified).length;
    if (count(first) === 0) return first;
    await suspectRollups(history, [
      ...starts(first.hourDifferences).map((startMs) => ({ level: "1h" as const, startMs })),
      ...starts(first.dayDifferences).map((startMs) => ({ level: "1d" as const, startMs })),
      ...starts(first.monthDifferences).map((startMs) => ({ level: "1mo" as const, startMs })),
    ]);
    const deadlineMs = outside.now() + timeoutMs;
    const only = new Set(
      starts(all(first)).flatMap((startMs) => [startMs, Math.floor(startMs / dayMs) * dayMs, monthOf(startMs)]),
    );
    let last = first;
    await withProgress(
      outside,
      () => `${count(last)} differences left for the ingester`,
      async () => {
        while (count(last) > 0 && outside.now() < deadlineMs) {
          await outside.sleep(pollMs);
          last = await this.verify(range, only);
        }
      },
    );
    const { hourDifferences, dayDifferences, monthDifferences } = last;
    return {
      ...first,
      hourDifferences,
      dayDifferences,
      monthDifferences,
      repaired: Math.max(0, count(first) - count(last)),
    };
  }

  async #hours(run: readonly ClosedRollup[], found: Verified): Promise<void> {
    const { history, node } = this.#deps;
    const settled = () => this.#settled();
    const { series, differences, waiting } = await verifyHours(history, run, { node, settled });
    found.series += series;
    found.hoursWaiting += waiting;
    keep(found.hourDifferences, differences);
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined) return;
    const range = { fromMs: first.startMs, toMs: last.startMs + hourMs, node };
    let verdict = await verifyEvents(history, range);
    if (verdict.findings.length > 0) {
      await settled();
      verdict = await verifyEvents(history, range);
    }
    found.events += verdict.events;
    keep(found.eventFindings, verdict.findings);
  }

  /** Every range that is being inserted now has become visible. */
  async #settled(): Promise<void> {
    const { log, outside } = this.#deps;
    const record = openCutRecord(log, streams.TELEMETRY.name);
    const { cuts, generation } = (await record.load()).record;
    const last = cuts.at(-1)?.last ?? 0;
    for (let now = { committed: 0, generation }; last > now.committed && now.generation === generation; ) {
      await outside.sleep(pollMs);
      now = (await record.load()).record;
    }
  }
}

function nothing(): Verified {
  const counts = {
    hours: 0,
    hoursWithoutRaw: 0,
    hoursWaiting: 0,
    days: 0,
    months: 0,
    series: 0,
    events: 0,
    seconds: 0,
  };
  return { ...counts, hourDifferences: [], dayDifferences: [], monthDifferences: [], eventFindings: [], repaired: 0 };
}

function keep<Found>(found: Found[], more: readonly Found[]): void {
  found.push(...more.slice(0, keptMax - found.length));
}

function starts(differences: readonly NodeDifference[]): number[] {
  return [...new Set(differences.map(({ startMs }) => startMs))];
}

function isWell({ hourDifferences, dayDifferences, monthDifferences, eventFindings }: Verified): boolean {
  const proven = eventFindings.filter(({ fault }) => fault !== "reading missing, perhaps");
  return hourDifferences.length + dayDifferences.length + monthDifferences.length + proven.length === 0;
}

function toText(verified: Verified): string {
  const { hourDifferences, dayDifferences, monthDifferences, eventFindings, ...counts } = verified;
  const words = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const lines = [
    ...differenceLines("hour", hourDifferences),
    ...differenceLines("day", dayDifferences),
    ...differenceLines("month", monthDifferences),
    ...eventFindings.map(({ fault, table, count, examples: [first] }) => {
      const example = first && `, as of ${plainText(first.node)} at ${new Date(first.timeMs).toISOString()}`;
      return `${fault}: ${count} (${table}${example ?? ""})`;
    }),
  ];
  const shown = lines.slice(0, shownMax);
  if (lines.length > shownMax)
    shown.push(`… and ${lines.length - shownMax} more: --json has up to ${keptMax} of a kind`);
  const table = toTable([
    ...Object.entries(counts).map(([name, count]) => [words(name), String(count)]),
    ["hours that differ", String(starts(hourDifferences).length)],
    ["days that differ", String(starts(dayDifferences).length)],
    ["months that differ", String(starts(monthDifferences).length)],
  ]);
  return [table, ...shown].join("\n");
}

function differenceLines(level: string, differences: readonly NodeDifference[]): string[] {
  return differences.map(({ startMs, node, series, examples: [first] }) => {
    const numbers = (side: { n: number; total: number } | undefined) =>
      side === undefined ? "nothing" : `n ${side.n}, total ${side.total}`;
    const name = first && [first.metric, first.attribute].filter((text) => text !== "").join(" ");
    const example = first && `; ${name}: ${numbers(first.stored)} instead of ${numbers(first.computed)}`;
    return `${level} ${new Date(startMs).toISOString()} ${plainText(node)}: ${series} series differ${plainText(example ?? "")}`;
  });
}
