import { parseCommandLine } from "./command-line.js";
import { isSound, toJson, toTable } from "./report.js";
import { runFaults } from "./run-faults.js";
import { findScenario, scenarios } from "./scenarios/scenario.js";

const usage = `usage: npm run faults -- [OPTIONS]

Starts the product with data and ports of its own, puts it under load, kills and disturbs its processes at random, and
compares what it has stored with the log: at quiet points of the run and at its end. Linux; ends by itself.

  --kills N          processes killed with kill -9                                  [60]
  --seed S           the same seed makes the same plan                              [1]
  --minutes M        no fault is begun after so long                                [kills / 10 + 10]
  --check-seconds C  faults go on for so long between two checks                    [45]
  --scenario NAME    what goes on beside the kills (below)                          [kills]
  --keep             keeps the data folder, which otherwise only a failure does
  --json             prints one line of JSON instead of a table

Scenarios:
${scenarios.map(({ name, summary }) => `  ${name.padEnd(17)}  ${summary}`).join("\n")}

Progress goes to standard error, the report to standard output. Exit codes: 0 nothing was lost, counted twice or wrong;
1 something was, or the product did not recover; 2 called wrongly.`;

const line = parseCommandLine(process.argv.slice(2));
const scenario = "options" in line ? findScenario(line.options.scenario) : undefined;
if ("help" in line) {
  console.log(usage);
} else if ("problem" in line) {
  console.error(`${line.problem}\n\n${usage}`);
  process.exitCode = 2;
} else if (scenario === undefined) {
  console.error(`there is no scenario "${line.options.scenario}"\n\n${usage}`);
  process.exitCode = 2;
} else {
  const stop = new AbortController();
  // Each time: a second one, which npm passes on, must not end what cleans up.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stop.abort());
  const tell = (text: string) => console.error(`${new Date().toISOString().slice(11, 19)} ${text}`);
  try {
    const report = await runFaults(line.options, scenario, { tell, now: Date.now, signal: stop.signal });
    console.log(line.options.json ? toJson(report) : toTable(report));
    process.exitCode = isSound(report) ? 0 : 1;
  } catch (error) {
    console.error(`cannot start: ${(error as Error).message}`);
    process.exitCode = 1;
  }
  // An interrupted run leaves waits behind.
  process.exit();
}
