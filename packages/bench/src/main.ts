import { findMeasurement, measurements, usage } from "./measurements.js";
import { measurePerformance } from "./performance/performance.js";

const [name, ...words] = process.argv.slice(2);
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
if (name === "--help" || name === "-h") {
  console.log(usage(measurements));
  await measurePerformance(["--help"], stop.signal);
} else if (name === undefined || name.startsWith("-")) {
  process.exitCode = await measurePerformance(process.argv.slice(2), stop.signal);
} else {
  const measurement = findMeasurement(measurements, name);
  if (measurement === undefined) console.error(usage(measurements));
  process.exitCode = (await measurement?.run(words, stop.signal)) ?? 2;
}
