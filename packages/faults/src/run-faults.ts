import { waitFor } from "@statwire/running-product";
import { sleep } from "@statwire/runtime";
import type { Options } from "./command-line.js";
import { type Inflicted, inflict } from "./inflict/inflict.js";
import { answers } from "./inflict/processes.js";
import { nodes, startWorkload, type Workload } from "./load/workload.js";
import { readAnnounced, sortByAnnouncement } from "./oracle/announced.js";
import { missingInLog } from "./oracle/compare-acknowledged.js";
import { compareLetters, comparePoisons, readLetters } from "./oracle/compare-letters.js";
import { compareSenders } from "./oracle/compare-senders.js";
import { addFindings, countOf, noFindings } from "./oracle/findings.js";
import { goneFromLog } from "./oracle/gone-from-log.js";
import { checkAtQuietPoint } from "./oracle/quiet-point.js";
import { endOf, readOn } from "./oracle/read-truth.js";
import { Truth } from "./oracle/truth.js";
import { startWatch, type Watch } from "./oracle/watch.js";
import { type Fault, planFaults } from "./plan.js";
import { seededRandom } from "./random.js";
import { noNetworkFaults, type Report } from "./report.js";
import type { Disturbance, Scenario } from "./scenarios/scenario.js";

export interface RunDeps {
  /** Progress, a line at a time. */
  tell(line: string): void;
  now(): number;
  signal: AbortSignal;
}

const drainMs = 300_000;
const drainAgainMs = 500;
/** Of a short plan on a busy machine, a look may not have succeeded yet. */
const seenMs = 60_000;
/** A gap is reported within a minute of the events after it. */
const announcedMs = 120_000;
/** A victim that was killed is back before a fault that waits for it is begun. */
const victimMs = 180_000;

/**
 * Runs the product under load and faults, checks it at quiet points and at the end, and reports. When the signal aborts it
 * stops the product, undoes what the scenario has prepared, and reports that.
 * @throws when the product, or what the scenario needs, cannot be started.
 */
export async function runFaults(options: Options, scenario: Scenario, deps: RunDeps): Promise<Report> {
  const startedAtMs = deps.now();
  const report = emptyReport(options, scenario);
  deps.tell("starting the product, a second node and the load …");
  const random = seededRandom(options.seed ^ 0x5eed);
  const prepare = (dataDir: string) => scenario.prepare?.(dataDir, deps.tell);
  const workload = await startWorkload({ random, nowMs: startedAtMs, prepare });
  const truth = new Truth();
  const watch = startWatch(workload, truth);
  let disturbance: Disturbance | undefined;
  try {
    disturbance = await scenario.begin(workload, { random, now: deps.now, tell: deps.tell });
    const run: Run = { options, scenario, report, deps, workload, truth, watch, disturbance };
    await Promise.race([disturbAndCheck(run), interrupted(deps.signal)]);
  } catch (error) {
    report.failure = (error as Error).message;
  }
  await watch.end();
  report.looks = watch.looks();
  report.findings.lost.push(...watch.findings());
  await disturbance?.end();
  report.seconds = (deps.now() - startedAtMs) / 1000;
  report.sent = { events: truth.eventCount, lines: truth.lineCount };
  const isClean = report.failure === undefined && countOf(report.findings) === 0;
  await workload.end({ keep: options.keep || !isClean });
  if (options.keep || !isClean) deps.tell(`kept: ${workload.product.dataDir}`);
  return report;
}

async function disturbAndCheck(run: Run): Promise<void> {
  await check(run, run.deps.now());
  await inflictAll(run);
  if (run.report.failure === undefined) await run.disturbance.enough?.();
  await finish(run);
}

/** What was under way goes on until the process ends, and nobody waits for it. */
function interrupted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const reason = () => reject(new Error("interrupted"));
    if (signal.aborted) reason();
    signal.addEventListener("abort", reason);
  });
}

interface Run {
  options: Options;
  scenario: Scenario;
  report: Report;
  deps: RunDeps;
  workload: Workload;
  truth: Truth;
  watch: Watch;
  disturbance: Disturbance;
}

/** Every fault of the plan, in turn; one that finds its victim still down waits, and those after it go ahead. */
async function inflictAll(run: Run): Promise<void> {
  const { options, scenario, report, deps } = run;
  const waiting = planFaults({ ...options, weights: scenario.weights ?? {}, points: scenario.points ?? {} });
  const endMs = deps.now() + options.minutes * 60_000;
  const busy = new Map<string, Promise<void>>();
  let checkAtMs = deps.now() + options.checkSeconds * 1_000;
  const isOver = () =>
    waiting.length === 0 || deps.now() > endMs || deps.signal.aborted || report.failure !== undefined;
  while (!isOver()) {
    const index = waiting.findIndex(({ victim }) => !busy.has(victim));
    const [fault] = index < 0 ? [] : waiting.splice(index, 1);
    if (fault === undefined) {
      await sleep(100);
      continue;
    }
    await sleep(fault.gapMs, deps.signal);
    busy.set(
      fault.victim,
      carryOut(fault, run)
        .catch((error: Error) => {
          report.failure ??= `${fault.kind} of ${fault.victim}: ${error.message}`;
        })
        .finally(() => busy.delete(fault.victim)),
    );
    if (deps.now() < checkAtMs) continue;
    await Promise.all(busy.values());
    if (!(await check(run, deps.now()))) return;
    checkAtMs = deps.now() + options.checkSeconds * 1_000;
  }
  await Promise.all(busy.values());
}

async function carryOut(fault: Fault, { options, report, deps, workload }: Run): Promise<void> {
  const isUp = () => answers(workload, fault.victim);
  await waitFor(isUp, victimMs).catch(() => undefined);
  const result = await inflict(workload, fault);
  record(report, result);
  if (result.backSeconds === undefined) report.failure = `${fault.victim} did not come back after ${fault.kind}`;
  const what = textOf(fault);
  const number = fault.kind.startsWith("kill") ? `${report.kills}/${options.kills} ` : "";
  deps.tell(`${number}${what}: ${fault.victim} back after ${result.backSeconds?.toFixed(1) ?? "…"} s`);
}

function textOf(fault: Fault): string {
  if (fault.kind === "kill-at") return `kill ${fault.orders.join(", ")}`;
  return "link" in fault ? `${fault.kind} ${fault.link}` : fault.kind;
}

function record(report: Report, { fault, backSeconds, diedAt }: Inflicted): void {
  if (fault.kind === "stop") report.stops += 1;
  else if (fault.kind === "cut" || fault.kind === "slow") report.network[fault.link][fault.kind] += 1;
  else {
    report.kills += 1;
    if (fault.kind === "kill-at" && diedAt.length === fault.orders.length) report.killsAtPoints += 1;
    for (const point of diedAt) report.diedAt[point] = (report.diedAt[point] ?? 0) + 1;
    if (backSeconds !== undefined) report.back.push(backSeconds);
  }
}

/** Checks and adds to the report; false when something was found, after which nothing new is to be learnt. */
async function check(
  { workload, truth, watch, report, deps, disturbance }: Run,
  sinceMs: number,
  { isLast = false } = {},
): Promise<boolean> {
  await Promise.all([disturbance.hold(), watch.pause()]);
  const checked = await checkAtQuietPoint(workload, truth, { sinceMs, now: deps.now, isLast });
  if (!isLast) {
    disturbance.letGo();
    watch.resume();
  }
  const { findings, wholeSeconds, stored, acknowledged, rollupsCompared, snapshotsCompared } = checked;
  addFindings(report.findings, findings);
  report.checks += 1;
  report.whole.push(wholeSeconds);
  report.rollupsCompared = rollupsCompared;
  report.snapshotsCompared += snapshotsCompared;
  report.stored = stored;
  report.acknowledged = acknowledged;
  const { lost, doubled, rollup, snapshot } = findings;
  deps.tell(
    `check ${report.checks}: ${stored.events} events, ${stored.lines} lines, ${acknowledged.events} acknowledged, ` +
      `${rollupsCompared} closed hours of series; ` +
      `lost ${lost.length}, doubled ${doubled.length}, rollup mismatch ${rollup.length}, snapshot mismatch ${snapshot.length}; ` +
      `all stored after ${wholeSeconds.toFixed(1)} s`,
  );
  return countOf(findings) === 0 && watch.findings().length === 0;
}

/** No fault any more: everything that was read and written has to arrive, once. */
async function finish(run: Run): Promise<void> {
  const { workload, truth, watch, report, deps, disturbance } = run;
  const { past, configurer, writers, acknowledged } = workload;
  const sinceMs = deps.now();
  const isSeen = () => Object.values(watch.looks()).every((looks) => looks > 0);
  await waitFor(isSeen, seenMs).catch(() => undefined);
  await watch.pause();
  for (const writer of Object.values(writers)) writer.stop();
  await Promise.all([past.stop(), configurer.stop()]);
  const sent = () => ({
    written: new Map([
      [`${nodes.near} work`, writers.near.written()],
      [`${nodes.far} work`, writers.far.written()],
    ]),
    incomplete: disturbance.outcome().incomplete,
    nodes: [...Object.values(nodes), ...(disturbance.outcome().nodes ?? [])],
  });
  deps.tell("no more faults: waiting until every spool and file has drained");
  const isDrained = async () => {
    const [sentBefore, acknowledgedBefore] = [sent(), acknowledged.now()];
    await readOn(workload, truth, await endOf(workload)).catch(() => undefined);
    const missing = [...compareSenders(truth, sentBefore).lost, ...missingInLog(acknowledgedBefore, truth)];
    if (missing.length === 0) return true;
    await sleep(drainAgainMs);
    return false;
  };
  await waitFor(isDrained, drainMs).catch(() => undefined);
  await check(run, sinceMs, { isLast: true });
  const { lost, doubled, givenUp } = compareSenders(truth, sent());
  addFindings(report.findings, { ...noFindings(), lost, doubled });
  await compareWithAnnounced(run, givenUp);
  report.findings.lost.push(...disturbance.outcome().findings);
  await compareWithWholeLog(workload, truth, report);
  await compareWithLetters(run);
  report.quarantined = truth.quarantined.size;
  report.notes = disturbance.outcome().notes ?? [];
}

/** What a node had to give up is lost unless somebody has said so. */
async function compareWithAnnounced({ workload, report }: Run, givenUp: readonly string[]): Promise<void> {
  let sorted = sortByAnnouncement(givenUp, { dropped: [], gaps: [] });
  const isAnnounced = async () => {
    sorted = sortByAnnouncement(givenUp, await readAnnounced(workload.product));
    return sorted.unannounced.length === 0;
  };
  if (givenUp.length > 0) await waitFor(isAnnounced, announcedMs).catch(() => undefined);
  report.givenUp = { dropped: sorted.dropped.length, gaps: sorted.gaps.length };
  report.findings.lost.push(...sorted.unannounced.map((number) => `number ${number} is missing, and nobody says so`));
}

/** What nobody can read is set aside, and each poison ends where it has to. */
async function compareWithLetters({ workload, truth, report, disturbance }: Run): Promise<void> {
  const letters = await readLetters(workload.log);
  const { lost, doubled, expected } = compareLetters(truth, letters);
  const { rows, findings } = comparePoisons(truth, letters, disturbance.outcome().poisons ?? []);
  addFindings(report.findings, { ...noFindings(), lost: [...lost, ...findings], doubled });
  report.deadLettered = letters.length;
  report.expectedDeadLetters = expected;
  report.poisons = rows;
}

/** What was once in the log is still there: it is read again from its beginning. */
async function compareWithWholeLog(workload: Workload, truth: Truth, report: Report): Promise<void> {
  const again = new Truth();
  await readOn(workload, again, await endOf(workload));
  report.findings.lost.push(...goneFromLog(truth, again));
}

function emptyReport({ seed }: Options, scenario: Scenario): Report {
  return {
    scenario: scenario.name,
    seed,
    ...{ kills: 0, killsAtPoints: 0, diedAt: {}, stops: 0, network: noNetworkFaults(), checks: 0, seconds: 0 },
    looks: { acknowledged: 0, streams: 0, hours: 0, snapshots: 0 },
    sent: { events: 0, lines: 0 },
    acknowledged: { events: 0, lost: 0, doubled: 0, untold: 0 },
    stored: { events: 0, lines: 0 },
    ...{ rollupsCompared: 0, snapshotsCompared: 0, deadLettered: 0, expectedDeadLetters: 0 },
    quarantined: 0,
    ...{ poisons: [], givenUp: { dropped: 0, gaps: 0 }, notes: [] },
    back: [],
    whole: [],
    findings: noFindings(),
  };
}
