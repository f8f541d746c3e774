import { type Module, modules } from "@statwire/events";
import { z } from "zod";
import { servedBy } from "../sources/served-by.js";
import { type SourceName, sourceNames } from "../sources/source.js";

export interface ModuleSettings {
  enabled: boolean;
  intervalMs: number;
  /** In the order in which they are tried. */
  sources: readonly SourceName[];
  /** Names that are wanted; none means all that the module itself chooses. */
  include: readonly RegExp[];
  /** Names that are not, whatever else says they are. */
  exclude: readonly RegExp[];
}

/** Modules that are slower than the base interval unless the file says otherwise. */
const slowIntervalsMs: Partial<Record<Module, number>> = {
  sensors: 10_000,
  processes: 10_000,
  collector: 10_000,
  filesystems: 30_000,
  gpus: 10_000,
  batteries: 60_000,
  raids: 60_000,
  physicalDisks: 600_000,
  power: 10_000,
  kernel: 30_000,
  connections: 30_000,
  clock: 60_000,
  users: 60_000,
  updates: 3_600_000,
  containers: 10_000,
  units: 30_000,
  tasks: 60_000,
  alerts: 30_000,
};

/** Devices that hold nothing of their own, or take removable media. */
const excludedByDefault: Partial<Record<Module, readonly RegExp[]>> = {
  disks: [/^(?:loop|ram|zram|fd|sr)\d+$/],
};

export const intervalMs = z.number().int().min(100).max(3_600_000);

const pattern = z
  .string()
  .min(1)
  .max(500)
  .transform((text, context) => {
    try {
      return new RegExp(text);
    } catch (error) {
      context.addIssue(`is no regular expression (${error instanceof Error ? error.message : error})`);
      return z.NEVER;
    }
  });

export const sourceList = z
  .array(z.enum(sourceNames))
  .min(1)
  .refine((sources) => new Set(sources).size === sources.length, "names a source twice");

const moduleShape = {
  enabled: z.boolean().optional(),
  interval_ms: intervalMs.optional(),
  sources: sourceList.optional(),
  include: z.array(pattern).max(100).optional(),
  exclude: z.array(pattern).max(100).optional(),
};

const anyModule = z.strictObject(moduleShape).optional();

export const modulesShape = z.strictObject({
  ...(Object.fromEntries(modules.map((module) => [module, anyModule])) as Record<Module, typeof anyModule>),
  processes: z.strictObject({ ...moduleShape, top_processes: z.number().int().min(0).max(100).optional() }).optional(),
  clock: z.strictObject({ ...moduleShape, servers: z.array(z.string().min(1).max(255)).max(10).optional() }).optional(),
  containers: z
    .strictObject({
      ...moduleShape,
      sockets: z.array(z.string().startsWith("/", "expected an absolute path").max(100)).max(10).optional(),
    })
    .optional(),
});

export type GivenModules = z.infer<typeof modulesShape>;

/** Settings of all modules; what the file does not say follows the base interval and what the sources can serve. */
export function toModules(
  given: GivenModules,
  { baseIntervalMs, netdata }: { baseIntervalMs: number; netdata: boolean },
): Record<Module, ModuleSettings> {
  const toModule = (module: Module): ModuleSettings => {
    const own = given[module];
    const sources = (own?.sources ?? defaultOrder(module)).filter((source) => source !== "netdata" || netdata);
    return {
      // Without a source there is nothing to be read: alerts where Netdata is off.
      enabled: (own?.enabled ?? true) && sources.length > 0,
      intervalMs: own?.interval_ms ?? Math.max(slowIntervalsMs[module] ?? 0, baseIntervalMs),
      sources,
      include: own?.include ?? [],
      exclude: own?.exclude ?? excludedByDefault[module] ?? [],
    };
  };
  return Object.fromEntries(modules.map((module) => [module, toModule(module)])) as Record<Module, ModuleSettings>;
}

/** What is wrong with the orders of sources: one that cannot serve a module, or none that is on. */
export function sourceProblems(given: GivenModules, netdata: boolean): string[] {
  return modules.flatMap((module) => {
    const sources = given[module]?.sources ?? [];
    const field = `modules.${module}.sources`;
    const unable = sources.filter((source) => !servedBy[source].has(module));
    if (unable.length > 0) return [`${field}: ${module} cannot be read from ${unable.join(", ")}`];
    const off = sources.length === 1 && sources[0] === "netdata" && !netdata;
    return off ? [`${field}: names only netdata, which netdata.enabled switches off`] : [];
  });
}

/** True when the settings want an item of a module by its name. */
export function accepts({ include, exclude }: ModuleSettings, name: string): boolean {
  if (include.length > 0 && !include.some((wanted) => wanted.test(name))) return false;
  return !exclude.some((unwanted) => unwanted.test(name));
}

/** True when an include pattern names the item, and no exclude pattern does. */
export function includes(settings: ModuleSettings, name: string): boolean {
  return settings.include.length > 0 && accepts(settings, name);
}

/** Every source that serves a module, the host itself first. Netdata counts only where it is on. */
function defaultOrder(module: Module): SourceName[] {
  return sourceNames.filter((source) => servedBy[source].has(module));
}
