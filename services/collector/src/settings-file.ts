import { readFile } from "node:fs/promises";
import { type Module, modules } from "@statwire/events";
import { z } from "zod";
import { type LogsSettings, logsShape, toLogSettings } from "./logs/log-settings.js";

/** What is read how often. */
export interface CollectorSettings {
  baseIntervalMs: number;
  modules: Record<Module, ModuleSettings>;
  topProcesses: number;
  logs: LogsSettings;
}

export interface ModuleSettings {
  enabled: boolean;
  intervalMs: number;
  /** Names that are wanted; none means all that the module itself chooses. */
  include: readonly RegExp[];
  /** Names that are not, whatever else says they are. */
  exclude: readonly RegExp[];
}

export type LoadedSettings = { ok: true; settings: CollectorSettings } | { ok: false; problem: string };

/** Modules that are slower than the base interval unless the file says otherwise. */
const slowIntervalsMs: Partial<Record<Module, number>> = {
  sensors: 10_000,
  processes: 10_000,
  collector: 10_000,
  filesystems: 30_000,
};

/** Devices that hold nothing of their own, or take removable media. */
const excludedByDefault: Partial<Record<Module, readonly RegExp[]>> = {
  disks: [/^(?:loop|ram|zram|fd|sr)\d+$/],
};

const intervalMs = z.number().int().min(100).max(3_600_000);

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

const moduleShape = {
  enabled: z.boolean().optional(),
  interval_ms: intervalMs.optional(),
  include: z.array(pattern).max(100).optional(),
  exclude: z.array(pattern).max(100).optional(),
};

const moduleSchema = z.strictObject(moduleShape);

const fileSchema = z.strictObject({
  base_interval_ms: intervalMs.default(4000),
  modules: z
    .strictObject({
      ...(Object.fromEntries(modules.map((module) => [module, moduleSchema.optional()])) as Record<
        Module,
        z.ZodOptional<typeof moduleSchema>
      >),
      processes: z
        .strictObject({ ...moduleShape, top_processes: z.number().int().min(0).max(100).optional() })
        .optional(),
    })
    .default({}),
  ...logsShape,
});

/** Settings where there is no file, or an empty object in it. */
export const defaultSettings: CollectorSettings = toSettings(fileSchema.parse({}));

/** Reads `settings.json`. A missing file means the defaults; of a wrong one the problem names the path and the field. */
export async function loadSettings(path: string): Promise<LoadedSettings> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    return missing ? { ok: true, settings: defaultSettings } : { ok: false, problem: `${path}: ${error}` };
  }
  return parseSettingsFile(path, text);
}

export function parseSettingsFile(path: string, text: string): LoadedSettings {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { ok: false, problem: `${path}: not JSON: ${error instanceof Error ? error.message : error}` };
  }
  const parsed = fileSchema.safeParse(json);
  if (parsed.success) return { ok: true, settings: toSettings(parsed.data) };
  const problems = parsed.error.issues.map((issue) => `${fieldName(issue.path)}: ${issue.message}`);
  return { ok: false, problem: `${path}: ${problems.join("; ")}` };
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

function toSettings(file: z.infer<typeof fileSchema>): CollectorSettings {
  const toModule = (module: Module): ModuleSettings => {
    const given = file.modules[module];
    return {
      enabled: given?.enabled ?? true,
      intervalMs: given?.interval_ms ?? Math.max(slowIntervalsMs[module] ?? 0, file.base_interval_ms),
      include: given?.include ?? [],
      exclude: given?.exclude ?? excludedByDefault[module] ?? [],
    };
  };
  return {
    baseIntervalMs: file.base_interval_ms,
    modules: Object.fromEntries(modules.map((module) => [module, toModule(module)])) as CollectorSettings["modules"],
    topProcesses: file.modules.processes?.top_processes ?? 10,
    logs: toLogSettings(file),
  };
}

function fieldName(path: readonly PropertyKey[]): string {
  return path.length === 0 ? "the whole file" : path.map(String).join(".");
}
