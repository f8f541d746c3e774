import { loadavg } from "node:os";
import { type Product, runStatwire } from "@statwire/running-product";
import { cpuSecondsOf } from "../load/cpu-seconds.js";
import { pidOf } from "../pressure/observer.js";

/** One command of an operator that was timed. */
export interface Step {
  name: string;
  seconds: number;
  /** Of the processor, that ClickHouse took meanwhile, for whatever. */
  historyCpuSeconds: number;
  /** Of one minute, when it ended. */
  load: number;
  /** What it found, in words. */
  found: string;
  /** What is not as it should be. */
  problems: string[];
}

export interface Ran {
  code: number | null;
  /** Standard output; with `--json` an object, otherwise undefined. */
  json: Record<string, unknown> | undefined;
  text: string;
}

/** Says what a command found, and what of it is not as expected. */
export type Judge = (ran: Ran) => Pick<Step, "found" | "problems">;

/** A command that must succeed, whatever it prints. */
export const succeeds: Judge = ({ code, text }) => ({
  found: "",
  problems: code === 0 ? [] : [`exit code ${code}: ${text.trim().split("\n").at(-1) ?? ""}`],
});

/** Runs `statwire` beside the product and times it. */
export async function runStep(
  product: Product,
  { name, words, judge, tell }: { name: string; words: readonly string[]; judge: Judge; tell(text: string): void },
): Promise<Step> {
  tell(`${name} …`);
  const beginMs = Date.now();
  const history = pidOf(product, "clickhouse");
  const cpuBefore = cpuSecondsOf(history);
  const ran = await run(product, words);
  const seconds = (Date.now() - beginMs) / 1e3;
  const historyCpuSeconds = cpuSecondsOf(history) - cpuBefore;
  const judged = judge(ran);
  tell(`${name}: ${seconds.toFixed(1)} s ${judged.found} ${judged.problems.join("; ")}`.trimEnd());
  return { name, seconds, historyCpuSeconds, load: loadavg()[0] ?? 0, ...judged };
}

async function run(product: Product, words: readonly string[]): Promise<Ran> {
  const { code, printed, told } = await runStatwire(product, words);
  return { code, json: words.includes("--json") ? parsed(printed) : undefined, text: `${printed}\n${told}` };
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
