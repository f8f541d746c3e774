import type { Measurement } from "../measurement.js";
import { parsePressureOptions } from "./options.js";
import { missedTargets, toText } from "./report.js";
import { runPressure } from "./run-pressure.js";

/** The product under more than it can store at once. */
export const pressure: Measurement = {
  name: "pressure",
  summary: "memory, lag, recovery and losses while the history is stopped, in a burst, with 10 000 nodes",
  async run(words, signal) {
    const parsed = parsePressureOptions(words);
    if (!parsed.ok) {
      console[parsed.isHelp ? "log" : "error"](parsed.text);
      return parsed.isHelp ? 0 : 2;
    }
    const tell = (text: string) => console.error(`${new Date().toISOString().slice(11, 19)} ${text}`);
    const report = await runPressure(parsed.options, { tell, signal });
    console.log(parsed.options.json ? JSON.stringify(report, null, 2) : toText(report));
    return missedTargets(report).length === 0 ? 0 : 1;
  },
};
