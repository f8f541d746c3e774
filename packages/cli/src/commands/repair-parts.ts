import { whileHeld } from "@statwire/event-log";
import { attachAll, type BrokenPart, brokenParts } from "@statwire/history-store";
import { type Command, CommandError, type Outside, parseOptions } from "../command.js";
import { asCommandError, withEventLog, withHistory, withProgress } from "../operating/open.js";
import { jsonText, toTable } from "../operating/readable.js";
import { heldStreams, type RepairedPart, repairParts } from "../operating/repair-parts.js";
import { findServers, type Servers, serverOptions, serverUsage } from "../operating/servers.js";

/** Repairs what a full disk has left of tables. */
export const repairPartsCommand: Command = {
  purpose: "finds parts of tables that the disk has not as they should be, and puts their rows back out of the log",
  usage: `statwire repair parts [--dry-run] [--data-dir DIR] [--json]

ClickHouse compares every part with the sums of its bytes, which reads all of them. Broken ones are set aside, so that reads
go on; what they were merged of is taken back where it is still there (eight minutes). Otherwise every message that the log
holds of their time is compared with their tables, and rows that are missing are stored again; hours and days are closed
again by the ingester. It holds back meanwhile: what comes waits in the log. Killed at any time, the next run does the rest.

What the log does not hold any more (readings and lines 72 hours, sign-ins 30 days, of each document of the configuration the
last 64 revisions) stays missing; those parts stay set aside, and the exit code is 1.

  --dry-run  finds and changes nothing; exit code 1 when something is broken
${serverUsage}`,

  async run(args, outside) {
    const options = parseOptions(args, { ...serverOptions, "dry-run": { type: "boolean", default: false } });
    const servers = findServers(options, outside.environment);
    // Somebody may have been interrupted while a table was away.
    if (!options["dry-run"]) await withHistory(servers, attachAll);
    const found = await findBroken(servers, outside);
    if (options["dry-run"] || found.length === 0) {
      outside.print(options.json ? jsonText(found) : brokenText(found));
      if (found.length > 0) throw new CommandError(`${found.length} parts are broken`);
      return;
    }
    const repaired = await repair(servers, outside, found);
    outside.print(options.json ? jsonText(repaired) : repairedText(repaired));
    const left = repaired.filter(({ state }) => state === "in part" || state === "not in the log");
    if (left.length > 0) throw new CommandError(leftText(left));
  },
};

function findBroken(servers: Servers, outside: Outside): Promise<BrokenPart[]> {
  let progress = "looking for parts";
  const onCompared = (done: number, all: number) => {
    progress = `${done} of ${all} parts compared`;
    outside.signal.throwIfAborted();
  };
  return withProgress(
    outside,
    () => progress,
    () => withHistory(servers, (history) => brokenParts(history, { onCompared })),
  );
}

async function repair(servers: Servers, outside: Outside, found: readonly BrokenPart[]): Promise<RepairedPart[]> {
  const { now, sleep, signal } = outside;
  let progress = "asking the ingester to hold back";
  const onProgress = (text: string) => {
    progress = text;
  };
  const hold = { streams: heldStreams, by: `repair ${now().toString(36)}`, now, sleep, signal };
  return withProgress(
    outside,
    () => progress,
    () =>
      withEventLog(servers, outside, (log) =>
        withHistory(servers, (history) =>
          whileHeld(log, hold, (records, requireHeld) =>
            repairParts({ log, history, outside, records, requireHeld, onProgress }, found),
          ),
        ).catch((error: unknown) => {
          throw asCommandError(error, outside);
        }),
      ),
  );
}

function brokenText(found: readonly BrokenPart[]): string {
  if (found.length === 0) return "no part is broken";
  return toTable([
    ["TABLE", "PART", "SET ASIDE", "REASON"],
    ...found.map(({ table, part, isSetAside, reason }) => [table, part, isSetAside ? "yes" : "no", reason]),
  ]);
}

function repairedText(repaired: readonly RepairedPart[]): string {
  return toTable([
    ["TABLE", "PART", "STATE", "MISSING", "TOO MANY"],
    ...repaired.map(({ table, part, state, missingRows, surplusRows }) => [
      ...[table, part, state, String(missingRows), String(surplusRows)],
    ]),
  ]);
}

function leftText(left: readonly RepairedPart[]): string {
  const drop = left.map(({ table, part }) => `ALTER TABLE ${table} DROP DETACHED PART '${part}'`);
  return (
    "rows are missing that the log does not hold any more. A backup may have them; when you have done what can be done: " +
    `${drop.join("; ")} (SETTINGS allow_drop_detached = 1)`
  );
}
