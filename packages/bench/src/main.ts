import { findMeasurement, measurements, usage } from "./measurements.js";

const [name, ...words] = process.argv.slice(2);
const measurement = findMeasurement(measurements, name);
if (name === "--help" || name === "-h") {
  console.log(usage(measurements));
} else if (measurement === undefined) {
  console.error(usage(measurements));
  process.exitCode = 2;
} else {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  process.exitCode = await measurement.run(words, stop.signal);
}
