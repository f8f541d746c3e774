import type { PhaseFigures, Recovery } from "./figures.js";

export interface PressureReport {
  phases: PhaseFigures[];
  recovery: Recovery;
  burstRecovery: Recovery;
  /** Seconds behind as `statwire lag` told them: normally, and in the middle of the outage. */
  lagCommand: { normalSeconds: number; outageSeconds: number; outageMessages: number };
  nodes: { asked: number; inHistory: number; inApi: number; apiSeconds: number };
  /** After it was killed with all nodes reporting: until every latest state was there, and every short history. */
  projector: { latestSeconds: number | undefined; wholeSeconds: number | undefined };
  events: { sent: number; stored: number; lost: number; doubled: number; refused: number; unknown: number };
  /** After the last reading: whether everything was stored within the time for it, and how long that took. */
  settling: { isComplete: boolean; seconds: number };
  /** Events that collectors gave up, and what the history has of their announcements. */
  dropped: { counted: number; announced: number };
}

const mebibyte = 1024 ** 2;
/** Of each process: services, servers and the launcher. */
const rssMaxMebibytes = 512;
const recoveredWithinSeconds = 10;
const projectedWithinSeconds = 10;
const historiesWithinSeconds = 60;

/** Which targets were missed, in words. */
export function missedTargets(report: PressureReport): string[] {
  const { phases, recovery, lagCommand, events, settling, dropped, nodes, projector } = report;
  const missed: string[] = [];
  for (const { phase, rss } of phases) {
    for (const [name, { max: bytes }] of Object.entries(rss)) {
      const max = bytes / mebibyte;
      if (max > rssMaxMebibytes) missed.push(`${name} took ${max.toFixed(0)} MiB in phase ${phase}`);
    }
  }
  // That it falls is what is asked for: how long what came meanwhile takes is a matter of how much it is.
  const { readySeconds, fallingSeconds } = recovery;
  for (const [what, seconds] of Object.entries({ readySeconds, fallingSeconds })) {
    if (seconds === undefined || seconds > recoveredWithinSeconds) missed.push(`${what}: ${seconds ?? "never"}`);
  }
  const outage = phases.find(({ phase }) => phase.startsWith("history stopped"));
  if ((outage?.lagMax.seconds ?? 0) < 1) missed.push("/metrics showed no lag");
  if (!/lag/.test(outage?.readiness ?? "")) missed.push("/readyz showed no lag");
  if (lagCommand.outageSeconds < 1) missed.push("statwire lag showed no lag");
  if (!settling.isComplete) missed.push(`not everything stored ${settling.seconds.toFixed(0)} s after the end`);
  if (events.lost !== 0) missed.push(`${events.lost} events lost`);
  if (events.doubled !== 0) missed.push(`${events.doubled} events doubled`);
  if (dropped.counted !== dropped.announced) missed.push(`${dropped.counted} dropped, ${dropped.announced} announced`);
  if (nodes.inHistory !== nodes.asked) missed.push(`${nodes.inHistory} of ${nodes.asked} nodes in the history`);
  if (nodes.inApi !== nodes.asked) missed.push(`${nodes.inApi} of ${nodes.asked} nodes in the API`);
  const { latestSeconds, wholeSeconds } = projector;
  if (latestSeconds === undefined || latestSeconds > projectedWithinSeconds) {
    missed.push(`latest states back: ${latestSeconds ?? "never"}`);
  }
  if (wholeSeconds === undefined || wholeSeconds > historiesWithinSeconds) {
    missed.push(`short histories back: ${wholeSeconds ?? "never"}`);
  }
  return missed;
}

/** The report as a page of text. */
export function toText(report: PressureReport): string {
  const { phases, recovery, burstRecovery, lagCommand, nodes, projector, events, settling, dropped } = report;
  const names = [...new Set(phases.flatMap(({ rss }) => Object.keys(rss)))].sort();
  const header = ["phase", "seconds", "lag messages", "lag s", ...names.map((name) => `${name} MiB`)];
  const rows = phases.map(({ phase, seconds, lagMax, rss }) => [
    phase,
    seconds.toFixed(0),
    String(lagMax.messages),
    lagMax.seconds.toFixed(0),
    ...names.map((name) => ((rss[name]?.max ?? 0) / mebibyte).toFixed(0)),
  ]);
  const missed = missedTargets(report);
  return [
    toTable([header, ...rows]),
    "",
    ...phases
      .filter(({ readiness }) => readiness !== "")
      .map(({ phase, readiness }) => `/readyz, ${phase}: ${readiness}`),
    `recovery of the history: ${toSeconds(recovery)}`,
    `after the burst: ${toSeconds(burstRecovery)}`,
    `statwire lag: ${lagCommand.normalSeconds.toFixed(1)} s normally, ${lagCommand.outageSeconds.toFixed(1)} s and ` +
      `${lagCommand.outageMessages} messages with the history stopped`,
    `nodes: ${nodes.asked} reported, ${nodes.inHistory} in the history, ${nodes.inApi} in the API ` +
      `(listed in ${nodes.apiSeconds.toFixed(2)} s)`,
    `projector, killed with all of them: latest states after ${seconds(projector.latestSeconds)}, ` +
      `short histories after ${seconds(projector.wholeSeconds)}`,
    `events: ${events.sent} sent, ${events.stored} stored, ${events.lost} lost, ${events.doubled} doubled; ` +
      `publishes refused ${events.refused}, unknown ${events.unknown}`,
    settling.isComplete
      ? `everything stored ${settling.seconds.toFixed(1)} s after the last reading`
      : `gave up ${settling.seconds.toFixed(0)} s after the last reading: not everything is stored`,
    `dropped: ${dropped.counted} counted, ${dropped.announced} announced`,
    missed.length === 0 ? "every target met" : `missed: ${missed.join("; ")}`,
  ].join("\n");
}

function toSeconds({ readySeconds, fallingSeconds, emptySeconds }: Recovery): string {
  return `ready after ${seconds(readySeconds)}, falling after ${seconds(fallingSeconds)}, nothing behind after ${seconds(emptySeconds)}`;
}

function seconds(value: number | undefined): string {
  return value === undefined ? "never" : `${value.toFixed(1)} s`;
}

function toTable(rows: readonly string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join("  "),
    )
    .join("\n");
}
