import { readdirSync } from "node:fs";
import type { Host } from "./host.js";
import type { ProcFiles } from "./proc-files.js";

/** Asking a core for its frequency can wake it, so it is done no more often than this. */
const freshMs = 10_000;

/** A function that tells the mean current frequency of the cores in hertz, undefined where the kernel does not. */
export function openFrequency(host: Host, files: ProcFiles): (nowMs: number) => number | undefined {
  const paths = cpufreqPaths(host.sysRoot);
  let readAtMs = Number.NEGATIVE_INFINITY;
  let frequencyHz: number | undefined;
  return (nowMs) => {
    if (nowMs - readAtMs >= freshMs) {
      frequencyHz = readFrequency(host, files, paths);
      readAtMs = nowMs;
    }
    return frequencyHz;
  };
}

/** The mean of the `cpu MHz` lines, in hertz; undefined on architectures that have none. */
export function parseCpuinfoFrequency(text: string): number | undefined {
  return mean(Array.from(text.matchAll(/^cpu MHz\s*: *([\d.]+)/gm), (match) => Number(match[1]) * 1e6));
}

/** The mean of cpufreq's values, which are in kilohertz, in hertz. */
export function parseCpufreq(texts: readonly string[]): number | undefined {
  return mean(texts.map((text) => Number.parseInt(text, 10) * 1000).filter(Number.isFinite));
}

function readFrequency(host: Host, files: ProcFiles, paths: readonly string[]): number | undefined {
  const texts = paths.map((path) => files.text(path)).filter((text) => text !== undefined);
  return parseCpufreq(texts) ?? parseCpuinfoFrequency(files.text(`${host.procRoot}/cpuinfo`) ?? "");
}

function cpufreqPaths(sysRoot: string): string[] {
  const folder = `${sysRoot}/devices/system/cpu`;
  try {
    return readdirSync(folder)
      .filter((name) => /^cpu\d+$/.test(name))
      .map((name) => `${folder}/${name}/cpufreq/scaling_cur_freq`);
  } catch {
    return [];
  }
}

function mean(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  return Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);
}
