import type { Command } from "@statwire/events";
import type { Collector } from "./collector.js";
import type { HostReader } from "./host-reader.js";
import type { Log } from "./log.js";
import { openQuery } from "./query.js";
import { openRefresh } from "./refresh.js";
import { openSampling } from "./sampling.js";

export interface CommandDeps {
  collector: Collector;
  reader: HostReader;
  /** Unix milliseconds. */
  nowMs(): number;
  monotonicMs(): number;
  log: Log;
}

/** What this node can be asked to do, and what answers. */
export type Commands = Record<Command, (payload: Uint8Array) => Promise<Uint8Array>>;

export function openCommands({ collector, reader, nowMs, monotonicMs, log }: CommandDeps): Commands {
  return {
    refresh: openRefresh({ readAll: (options) => collector.readAll(options), log }),
    query: openQuery({
      openSource: (source) => reader.openSource(source),
      settings: (module) => collector.settings.modules[module],
      nowMs,
      monotonicMs,
    }),
    sampling: openSampling({ controlSampling: (action) => collector.controlSampling(action), log }),
  };
}
