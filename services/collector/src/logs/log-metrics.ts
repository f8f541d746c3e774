import { Counter, Gauge, type Registry } from "prom-client";
import type { LogStatus } from "./logs.js";

interface LogMetric {
  name: string;
  help: string;
  /** One value, or one for each reason. */
  values(status: LogStatus): [labels: Record<string, string>, value: number][];
}

/** What is shown of each log; `_total` are counters, which start with the run. */
const metrics: LogMetric[] = [
  {
    name: "log_lines_read_total",
    help: "Lines read from a log.",
    values: ({ linesRead }) => [[{}, linesRead]],
  },
  {
    name: "log_lines_dropped_total",
    help: "Lines given up: over the configured rate, or lost with their file (then places, not lines).",
    values: ({ droppedByRate, lost }) => [
      [{ reason: "rate" }, droppedByRate],
      [{ reason: "lost" }, lost],
    ],
  },
  {
    name: "log_bytes_behind",
    help: "Bytes of a log that are not stored yet.",
    values: ({ bytesBehind }) => [[{}, bytesBehind]],
  },
  {
    name: "log_publish_failures_total",
    help: "Publishes of a log that were not stored at once.",
    values: ({ publishFailures }) => [[{}, publishFailures]],
  },
  {
    name: "log_problem",
    help: "1 while a log cannot be read.",
    values: ({ problem }) => [[{}, problem === undefined ? 0 : 1]],
  },
];

/** Shows the logs at each scrape. */
export function exposeLogs(registry: Registry, status: () => readonly LogStatus[]): void {
  for (const { name, help, values } of metrics) {
    const isCounter = name.endsWith("_total");
    const [[labels] = [{}]] = values({} as LogStatus);
    const options = {
      name: `statwire_collector_${name}`,
      help,
      labelNames: ["log", ...Object.keys(labels)],
      registers: [registry],
    };
    const enabled = () => status().filter((log) => log.enabled);
    if (isCounter) {
      new Counter({
        ...options,
        collect() {
          this.reset();
          for (const log of enabled())
            for (const [own, value] of values(log)) this.inc({ log: log.name, ...own }, value);
        },
      });
    } else {
      new Gauge({
        ...options,
        collect() {
          this.reset();
          for (const log of enabled())
            for (const [own, value] of values(log)) this.set({ log: log.name, ...own }, value);
        },
      });
    }
  }
}
