import { writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import type { Row, RowContext } from "./row.js";
import { rows } from "./rows.js";
import { type Judged, judge, renderTable } from "./table.js";

interface Options {
  only: string[];
  quick: boolean;
  json: string | undefined;
}

/** `npm run bench`: every row of the table, or those of `--only`. Resolves to the exit code: 1 when a row could not be measured. */
export async function measurePerformance(words: readonly string[], signal: AbortSignal): Promise<number> {
  const parsed = parseOptions(words);
  if (typeof parsed === "string") {
    (words.includes("--help") ? console.log : console.error)(parsed);
    return words.includes("--help") ? 0 : 2;
  }
  const chosen = rows.filter(({ name }) => parsed.only.length === 0 || parsed.only.includes(name));
  const context = { quick: parsed.quick, signal, tell };
  const outcome = { judged: [] as Judged[], notes: [] as string[], failures: [] as string[] };
  for (const row of chosen) {
    if (signal.aborted) break;
    await runRow(row, context, outcome);
  }
  console.log(`${machine()}${parsed.quick ? "; quick: to see that it works, not to judge by" : ""}\n`);
  console.log(renderTable(outcome.judged));
  for (const note of outcome.notes) console.log(`- ${note}`);
  for (const failure of outcome.failures) console.log(`not measured: ${failure}`);
  if (parsed.json !== undefined) {
    writeFileSync(parsed.json, `${JSON.stringify({ machine: machine(), quick: parsed.quick, ...outcome }, null, 2)}\n`);
  }
  return outcome.failures.length > 0 || signal.aborted ? 1 : 0;
}

async function runRow(
  row: Row,
  context: RowContext,
  outcome: { judged: Judged[]; notes: string[]; failures: string[] },
): Promise<void> {
  const started = Date.now();
  tell(`${row.name}: ${row.summary} …`);
  try {
    const { comparisons, notes } = await row.run(context);
    const judged = comparisons.map((comparison) => judge(row.name, comparison));
    outcome.judged.push(...judged);
    outcome.notes.push(...notes.map((note) => `${row.name}: ${note}`));
    tell(`${renderTable(judged)}\n${notes.join("\n")}`);
  } catch (error) {
    outcome.failures.push(`${row.name}: ${(error as Error).message}`);
    tell(`${row.name} failed: ${(error as Error).stack}`);
  }
  tell(`${row.name} took ${Math.round((Date.now() - started) / 1000)} s`);
}

function parseOptions(words: readonly string[]): Options | string {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        only: { type: "string", default: "" },
        quick: { type: "boolean", default: false },
        json: { type: "string" },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    if (values.help) return performanceUsage();
    const only = values.only.split(",").filter((name) => name !== "");
    const unknown = only.find((name) => !rows.some((row) => row.name === name));
    if (unknown !== undefined) throw new Error(`--only: there is no row ${unknown}`);
    return { only, quick: values.quick, json: values.json };
  } catch (error) {
    return `${(error as Error).message}\n\n${performanceUsage()}`;
  }
}

function performanceUsage(): string {
  const lines = rows.map(({ name, summary }) => `  ${name.padEnd(18)} ${summary}`);
  return `usage: npm run bench [-- --only ROW[,ROW…]] [--quick] [--json FILE]

Measures each row of docs/performance.md on this machine, alone on it if the figures are to mean anything: both sides of a row in turn, medians
of their rounds, the noise beside them. A target missed is printed, it does not fail.

  --only ROW,…  these rows alone
  --quick       fewer and shorter rounds, to see that it works
  --json FILE   figures as JSON, too

rows:
${lines.join("\n")}`;
}

function machine(): string {
  const [one] = cpus();
  const load = loadavg().map((value) => value.toFixed(1));
  return `${cpus().length} × ${one?.model.trim()}, Node ${process.version}, load ${load.join(" ")} at the end`;
}

function tell(line: string): void {
  console.error(`${new Date().toISOString().slice(11, 19)} ${line}`);
}
