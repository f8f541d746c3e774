import type { PoisonRow } from "./oracle/compare-letters.js";
import type { Findings } from "./oracle/findings.js";
import type { Acknowledgements } from "./oracle/quiet-point.js";
import type { Looks } from "./oracle/watch.js";
import { ingesterPoints, type LinkName, links } from "./plan.js";

/** What a run has to show. */
export interface Report {
  scenario: string;
  seed: number;
  kills: number;
  /** Of the kills, those where the ingester ended at one of its own awaits. */
  killsAtPoints: number;
  /** How often it ended at each (`before insert`), those on the way to another among them. */
  diedAt: Record<string, number>;
  stops: number;
  /** How often each link was cut, and slow. */
  network: Record<LinkName, { cut: number; slow: number }>;
  checks: number;
  /** Looks at what must hold at every moment, in the middle of faults. */
  looks: Looks;
  seconds: number;
  /** Events and lines that the log holds, what of them senders were told, and rows of them in the history. */
  sent: { events: number; lines: number };
  acknowledged: Acknowledgements;
  stored: { events: number; lines: number };
  rollupsCompared: number;
  snapshotsCompared: number;
  deadLettered: number;
  expectedDeadLetters: number;
  /** What became of each kind of poison; none in most scenarios. */
  poisons: readonly PoisonRow[];
  /** Events of an impossible time or number, stored apart. */
  quarantined: number;
  /** Numbers that a node could not keep, by who has said so: the node itself, or the history that found them missing. */
  givenUp: { dropped: number; gaps: number };
  /** What the scenario has done. */
  notes: readonly string[];
  /** From a kill until the process answered again; and from the last fault before a check until all was stored. */
  back: number[];
  whole: number[];
  findings: Findings;
  /** Why the run could not go on. */
  failure?: string;
}

/** Whether nothing was lost, counted twice or otherwise than it should be, and all of it was looked at. */
export function isSound(report: Report): boolean {
  const { findings, failure, deadLettered, expectedDeadLetters, looks, acknowledged } = report;
  const { lost, doubled, rollup, snapshot } = findings;
  return (
    failure === undefined &&
    lost.length + doubled.length + rollup.length + snapshot.length === 0 &&
    Object.values(looks).every((count) => count > 0) &&
    acknowledged.events > 0 &&
    deadLettered === expectedDeadLetters
  );
}

export function noNetworkFaults(): Report["network"] {
  return Object.fromEntries(links.map(({ name }) => [name, { cut: 0, slow: 0 }])) as Report["network"];
}

const findingsShown = 20;

/** The report as a table for people. */
export function toTable(report: Report): string {
  const { findings, sent, stored, acknowledged, looks } = report;
  const rows: [string, string | number][] = [
    ["scenario, seed", `${report.scenario}, ${report.seed}`],
    ["kills", `${report.kills} (${report.killsAtPoints} at an await of the ingester)`],
    ["ended at", pointsText(report.diedAt)],
    ["stops", report.stops],
    ["network cut + slow", links.map(({ name }) => `${name} ${textOfLink(report.network[name])}`).join(", ")],
    ["checks", report.checks],
    [
      "looks between",
      Object.entries(looks)
        .map(([what, count]) => `${what} ${count}`)
        .join(", "),
    ],
    ["took", `${report.seconds.toFixed(0)} s`],
    ["sent", `${sent.events} events, ${sent.lines} lines`],
    ["acknowledged", `${acknowledged.events} events; ${acknowledged.untold} more are in the log, their answers lost`],
    ["stored", `${stored.events} events, ${stored.lines} lines`],
    ["acknowledged and lost", acknowledged.lost],
    ["acknowledged, doubled", acknowledged.doubled],
    ["lost", findings.lost.length],
    ["doubled", findings.doubled.length],
    ["rollup mismatch", `${findings.rollup.length} of ${report.rollupsCompared}`],
    ["snapshot mismatch", `${findings.snapshot.length} of ${report.snapshotsCompared}`],
    ["dead-lettered", `${report.deadLettered} (expected ${report.expectedDeadLetters})`],
    ["stored apart", report.quarantined],
    ...report.poisons.map(({ kind, attempts, refused, deadLettered, apart, stored: kept }): [string, string] => [
      `poison: ${kind}`,
      `${attempts} tried: ${refused} refused, ${deadLettered} dead letters, ${apart} stored apart, ${kept} stored`,
    ]),
    ["given up, announced", `${report.givenUp.dropped} by the node, ${report.givenUp.gaps} as gaps`],
    ["process back", secondsText(report.back)],
    ["all stored again", secondsText(report.whole)],
    ...report.notes.map((note): [string, string] => ["scenario", note]),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const all = [...findings.lost, ...findings.doubled, ...findings.rollup, ...findings.snapshot];
  return [
    ...rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`),
    ...(report.failure === undefined ? [] : ["", `failed: ${report.failure}`]),
    ...(all.length === 0 ? [] : ["", ...all.slice(0, findingsShown)]),
    ...(all.length > findingsShown ? [`… and ${all.length - findingsShown} more`] : []),
  ].join("\n");
}

/** The report for machines, with figures for the lists of seconds. */
export function toJson(report: Report): string {
  const { back, whole, ...rest } = report;
  return JSON.stringify({ ...rest, sound: isSound(report), back: figuresOf(back), whole: figuresOf(whole) });
}

function textOfLink({ cut, slow }: { cut: number; slow: number }): string {
  return `${cut} + ${slow}`;
}

/** `insert 3 + 2` for three times before and two after it, in the plan's order. */
function pointsText(diedAt: Readonly<Record<string, number>>): string {
  const texts = ingesterPoints.flatMap(({ name }) => {
    const [before, after] = [diedAt[`before ${name}`] ?? 0, diedAt[`after ${name}`] ?? 0];
    return before + after === 0 ? [] : [`${name} ${before} + ${after}`];
  });
  return texts.length === 0 ? "none" : `${texts.join(", ")} (before + after)`;
}

function secondsText(seconds: readonly number[]): string {
  const { median, worst } = figuresOf(seconds);
  return `median ${median.toFixed(1)} s, worst ${worst.toFixed(1)} s`;
}

/** Median and worst; 0 of nothing. */
export function figuresOf(seconds: readonly number[]): { median: number; worst: number } {
  const sorted = [...seconds].sort((one, other) => one - other);
  return { median: sorted[Math.floor((sorted.length - 1) / 2)] ?? 0, worst: sorted.at(-1) ?? 0 };
}
