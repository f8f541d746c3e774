import { readFile } from "node:fs/promises";
import type { Module } from "@statwire/events";
import { z } from "zod";
import { type LogsSettings, logsShape, toLogSettings } from "./logs/log-settings.js";
import { defaultContainerSockets } from "./modules/containers/sockets.js";
import { cronShape, type TaskSettings, toTaskSettings } from "./modules/tasks/task-settings.js";
import { metricsShape, toOwnSpelling } from "./settings/dashpad-spelling.js";
import {
  intervalMs,
  type ModuleSettings,
  modulesShape,
  sourceProblems,
  toModules,
} from "./settings/module-settings.js";
import { type NetdataSettings, netdataShape, toNetdataSettings } from "./settings/netdata-settings.js";
import { type Threshold, thresholdsShape, toThresholds } from "./settings/thresholds.js";

/** What is read how often, and where from. */
export interface CollectorSettings {
  baseIntervalMs: number;
  modules: Record<Module, ModuleSettings>;
  topProcesses: number;
  /** Time servers that may be asked, as `host` or `host:port`. */
  clockServers: readonly string[];
  /** Sockets of container engines. */
  containerSockets: readonly string[];
  netdata: NetdataSettings;
  thresholds: readonly Threshold[];
  logs: LogsSettings;
  tasks: TaskSettings;
}

export type LoadedSettings = { ok: true; settings: CollectorSettings } | { ok: false; problem: string };

const defaultBaseIntervalMs = 4000;

/** Our keys, and beside them those of DashPad, so that its file can be used as it is. */
const fileSchema = z.strictObject({
  base_interval_ms: intervalMs.optional(),
  modules: modulesShape.default({}),
  netdata: netdataShape.optional(),
  metrics: metricsShape.default({}),
  metrics_thresholds: thresholdsShape.optional(),
  ...logsShape,
  cron: cronShape.optional(),
  // DashPad's listener and key: the API has settings of its own.
  api: z.looseObject({}).optional(),
});

/** Settings where there is no file, or an empty object in it. */
export const defaultSettings: CollectorSettings = requireOk(toSettings(fileSchema.parse({})));

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
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${fieldName(issue.path)}: ${issue.message}`);
    return { ok: false, problem: `${path}: ${problems.join("; ")}` };
  }
  const settings = toSettings(parsed.data);
  return Array.isArray(settings) ? { ok: false, problem: `${path}: ${settings.join("; ")}` } : { ok: true, settings };
}

/** The settings, or what is wrong between the fields of the file. */
function toSettings(file: z.infer<typeof fileSchema>): CollectorSettings | string[] {
  const own = toOwnSpelling(file, file.metrics);
  const named = Object.values(own.modules).some((module) => module?.sources?.includes("netdata"));
  const netdata = toNetdataSettings(file.netdata, named);
  const problems = [...own.problems, ...sourceProblems(own.modules, netdata.enabled)];
  if (problems.length > 0) return problems;
  const baseIntervalMs = own.baseIntervalMs ?? defaultBaseIntervalMs;
  return {
    baseIntervalMs,
    modules: toModules(own.modules, { baseIntervalMs, netdata: netdata.enabled }),
    topProcesses: own.modules.processes?.top_processes ?? 10,
    clockServers: own.modules.clock?.servers ?? [],
    containerSockets: own.modules.containers?.sockets ?? defaultContainerSockets,
    netdata,
    thresholds: toThresholds(file.metrics_thresholds),
    logs: toLogSettings(file),
    tasks: toTaskSettings(file.cron),
  };
}

function requireOk(settings: CollectorSettings | string[]): CollectorSettings {
  if (Array.isArray(settings)) throw new Error(`the default settings contradict themselves: ${settings.join("; ")}`);
  return settings;
}

function fieldName(path: readonly PropertyKey[]): string {
  return path.length === 0 ? "the whole file" : path.map(String).join(".");
}
