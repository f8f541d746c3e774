import type { Module } from "@statwire/events";
import { openModule } from "../modules/index.js";
import type { ModuleContext, ModuleReader } from "../modules/module.js";
import type { Source } from "./source.js";

/** Modules that the host itself tells about. */
export const directModules: ReadonlySet<Module> = new Set(Object.keys(openModule) as Module[]);

/** Modules that compare a reading with an earlier one: without it a utilization is that since the host's start. */
export const comparingModules: ReadonlySet<Module> = new Set([
  "cpu",
  "disks",
  "network",
  "processes",
  "gpus",
  "containers",
]);

/** Between two looks at counters that move in steps of 10 ms. */
const betweenLooksMs = 250;

export interface DirectOptions {
  context: ModuleContext;
  monotonicMs(): number;
  /** Look twice at first, too, as after `forget`: for whoever wants one good reading rather than a row of them. */
  looksTwice?: boolean;
}

/**
 * The host's own files and sockets. Modules are opened when they are first read. After `forget` the next reading takes
 * two looks, so that it says what is going on rather than what went on since the host started.
 */
export function openDirect({ context, monotonicMs, looksTwice = false }: DirectOptions): Source {
  const readers = new Map<Module, ModuleReader<Module>>();
  const twice = new Set<Module>(looksTwice ? comparingModules : []);
  const forget = (module: Module) => {
    readers.get(module)?.close?.();
    if (readers.delete(module) && comparingModules.has(module)) twice.add(module);
  };
  const read = (module: Module, nowMs: number) => {
    let reader = readers.get(module);
    if (reader === undefined) {
      reader = open(module, context);
      readers.set(module, reader);
    }
    return twice.has(module) ? lookTwice(module, reader, nowMs) : reader.sample(nowMs);
  };
  const lookTwice = async (module: Module, reader: ModuleReader<Module>, nowMs: number) => {
    await reader.sample(nowMs);
    await new Promise((resolve) => setTimeout(resolve, betweenLooksMs));
    context.files.beginTick();
    const reading = await reader.sample(monotonicMs());
    twice.delete(module);
    return reading;
  };
  return {
    name: "direct",
    modules: directModules,
    read: read as Source["read"],
    forget,
    close() {
      for (const module of readers.keys()) forget(module);
      context.files.close();
    },
  };
}

function open(module: Module, context: ModuleContext): ModuleReader<Module> {
  const openOne = (openModule as Partial<Record<Module, (context: ModuleContext) => unknown>>)[module];
  if (openOne === undefined) throw new Error(`${module} is not read direct`);
  return openOne(context) as ModuleReader<Module>;
}
