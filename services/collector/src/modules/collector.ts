import type { ModuleContext, ModuleReader } from "./module.js";
import { int64 } from "./proc-text.js";

/** What the collector knows of itself. Counters start at zero with the run. */
export function openCollector({ health }: ModuleContext): ModuleReader<"collector"> {
  return {
    sample() {
      const state = health();
      const { user, system } = process.cpuUsage();
      return {
        sampledEvents: int64(state.sampledEvents),
        publishedEvents: int64(state.publishedEvents),
        droppedEvents: int64(state.droppedEvents),
        publishFailures: int64(state.publishFailures),
        corruptSpoolRecords: int64(state.corruptSpoolRecords),
        spoolEvents: int64(state.spoolEvents),
        spoolBytes: int64(state.spoolBytes),
        cpuMs: int64((user + system) / 1000),
        residentBytes: int64(process.memoryUsage.rss()),
        tickDelayMs: Math.round(state.tickDelayMs),
        modules: state.modules,
      };
    },
  };
}
