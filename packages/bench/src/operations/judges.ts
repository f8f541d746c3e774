import type { Judge, Ran } from "./step.js";

/** As `statwire rebuild history --json` tells of a day. */
interface RebuiltDay {
  day: string;
  state: string;
  rowsBefore: number;
  rowsInLog: number;
  missingRows: number;
  surplusRows: number;
  tables: string[];
}

/** Nothing differs, and every event is there. */
export function isWell(events: number): Judge {
  return (ran) => {
    const { text, differences, faults, verified } = readVerified(ran);
    return {
      found: text,
      problems: [
        ...(ran.code === 0 ? [] : [`exit code ${ran.code}: ${lastLine(ran)}`]),
        ...(differences === 0 ? [] : [`${differences} rollups differ`]),
        ...(faults.length === 0 ? [] : [faults.join(", ")]),
        ...(verified >= events ? [] : [`${verified} of ${events} events verified`]),
      ],
    };
  };
}

/** The deleted rows are noticed. Closed hours need not differ: the ingester may have closed them again meanwhile. */
export const showsDamage: Judge = (ran) => {
  const { text, faults } = readVerified(ran);
  const isSeen = ran.code === 1 && faults.some((fault) => fault.startsWith("rows without event"));
  return { found: `${text}; ${faults.join(", ")}`, problems: isSeen ? [] : [`not seen: exit code ${ran.code}`] };
};

/** The damaged day is swapped for one with the rows that are missing, every other day is equal. */
export function repairsDay(damaged: string, deletedRows: number, days: readonly string[]): Judge {
  return (ran) => {
    const rebuilt = (ran.json?.days ?? []) as RebuiltDay[];
    const compared = rebuilt.reduce((sum, { rowsInLog }) => sum + rowsInLog, 0);
    const different = rebuilt.reduce((sum, { missingRows, surplusRows }) => sum + missingRows + surplusRows, 0);
    const swapped = rebuilt.filter(({ state }) => state === "swapped").map(({ day }) => day);
    const others = rebuilt.filter(({ day, state }) => day !== damaged && state !== "equal");
    return {
      found: `${compared} rows of ${rebuilt.length} days compared, ${different} different, swapped: ${swapped.join(" ") || "none"}`,
      problems: [
        ...(ran.code === 0 ? [] : [`exit code ${ran.code}: ${lastLine(ran)}`]),
        ...(rebuilt.map(({ day }) => day).join() === days.join() ? [] : ["not all days were compared"]),
        ...(swapped.join() === damaged ? [] : [`${damaged} should have been swapped alone`]),
        ...(different === deletedRows ? [] : [`${deletedRows} rows were deleted`]),
        ...others.map(({ day, state }) => `${day} is ${state}`),
      ],
    };
  };
}

/** Every part of every node is there again, and not older. */
export function fillsSnapshots(nodes: number): Judge {
  return (ran) => {
    const { nodesAfter, latestAfterSeconds, wholeAfterSeconds } = (ran.json ?? {}) as Record<string, number>;
    return {
      found: `${nodesAfter} nodes; latest states after ${latestAfterSeconds} s, short histories after ${wholeAfterSeconds} s`,
      problems: [
        ...(ran.code === 0 ? [] : [`exit code ${ran.code}: ${lastLine(ran)}`]),
        ...((nodesAfter ?? 0) >= nodes ? [] : [`${nodesAfter} of ${nodes} nodes`]),
      ],
    };
  };
}

function readVerified({ json = {} }: Ran) {
  const count = (name: string) => (json[name] as unknown[] | undefined)?.length ?? 0;
  const { hours = 0, days = 0, months = 0, series = 0, events = 0, repaired = 0 } = json as Record<string, number>;
  const findings = (json.eventFindings ?? []) as { fault: string; count: number; table: string }[];
  const differing = [count("hourDifferences"), count("dayDifferences"), count("monthDifferences")] as const;
  const [ofHours, ofDays, ofMonths] = differing;
  return {
    text:
      `${hours} hours, ${days} days, ${months} months, ${series} series, ${events} events; ` +
      `differ: ${ofHours} of hours, ${ofDays} of days, ${ofMonths} of months${repaired > 0 ? `; repaired ${repaired}` : ""}`,
    verified: events,
    differences: ofHours + ofDays + ofMonths,
    faults: findings.map(({ fault, count: times, table }) => `${fault}: ${times} (${table})`),
  };
}

function lastLine({ text }: Ran): string {
  return text.trim().split("\n").at(-1) ?? "";
}
