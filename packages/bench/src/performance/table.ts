import type { Comparison, Target } from "./row.js";
import { median, noise, ratios } from "./statistics.js";

/** A comparison with what is computed from its rounds, as `--json` prints it. */
export interface Judged {
  row: string;
  what: string;
  unit: string;
  ours: number;
  baseline?: { name: string; median: number };
  /** Median of the ratios of neighbouring rounds; absent without a baseline. */
  ratio?: number;
  /** The larger noise of both sides: (largest − smallest) ÷ median. */
  noise: number;
  rounds: number;
  target: string;
  /** Absent when there is no bound, or no figure to judge by it. */
  isMet?: boolean;
}

/** Computes medians, ratio and noise of one comparison and holds them against its target. */
export function judge(row: string, { what, unit, ours, baseline, target }: Comparison): Judged {
  const against =
    baseline === undefined
      ? undefined
      : {
          baseline: { name: baseline.name, median: median(baseline.rounds) },
          ratio: median(ratios(ours, baseline.rounds)),
        };
  const isMet = meets(target, against?.ratio ?? median(ours));
  return {
    row,
    what,
    unit,
    ours: median(ours),
    ...against,
    noise: Math.max(noise(ours), noise(baseline?.rounds ?? [])),
    rounds: ours.length,
    target: targetText(target, baseline?.name ?? unit, baseline !== undefined),
    ...(isMet === undefined ? {} : { isMet }),
  };
}

function meets(target: Target, value: number): boolean | undefined {
  if ("stated" in target || Number.isNaN(value)) return undefined;
  return "atLeast" in target ? value >= target.atLeast : value <= target.atMost;
}

function targetText(target: Target, of: string, isRatio: boolean): string {
  if ("stated" in target) return "stated";
  const bound = "atLeast" in target ? `≥ ${target.atLeast}` : `≤ ${target.atMost}`;
  return isRatio ? `${bound} × ${of}` : `${bound} ${of}`;
}

const header = ["row", "what", "ours", "baseline", "ratio", "noise", "rounds", "target", "met"];

/** The table in Markdown. */
export function renderTable(judged: readonly Judged[]): string {
  const rows = judged.map((one) => [
    one.row,
    one.what,
    `${figure(one.ours)} ${one.unit}`,
    one.baseline === undefined ? "" : `${one.baseline.name} ${figure(one.baseline.median)} ${one.unit}`,
    one.ratio === undefined ? "" : `${figure(one.ratio)} ×`,
    `${Math.round(one.noise * 100)} %`,
    String(one.rounds),
    one.target,
    one.isMet === undefined ? "" : one.isMet ? "yes" : "**no**",
  ]);
  return [header, header.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** Three figures that mean something, whatever the size. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return "–";
  if (value === 0 || Math.abs(value) >= 1000) return Math.round(value).toLocaleString("en").replaceAll(",", " ");
  return String(Number(value.toPrecision(3)));
}
