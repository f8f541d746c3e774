import type { ModuleContext, ModuleReader } from "./module.js";
import { int64, words } from "./proc-text.js";

export interface LoadAverages {
  oneMinute: number;
  fiveMinutes: number;
  fifteenMinutes: number;
}

/** Run queue averages and uptime from /proc/loadavg and /proc/uptime. */
export function openLoad({ host, files }: ModuleContext): ModuleReader<"load"> {
  return {
    sample() {
      const loadavg = files.wholeText(`${host.procRoot}/loadavg`);
      const uptime = files.wholeText(`${host.procRoot}/uptime`);
      if (loadavg === undefined || uptime === undefined) return undefined;
      return reportLoad(parseLoad(loadavg), parseUptimeMs(uptime));
    },
  };
}

export function reportLoad({ oneMinute, fiveMinutes, fifteenMinutes }: LoadAverages, uptimeMs: number) {
  return {
    oneMinuteE2: Math.round(oneMinute * 100),
    fiveMinutesE2: Math.round(fiveMinutes * 100),
    fifteenMinutesE2: Math.round(fifteenMinutes * 100),
    uptimeMs: int64(uptimeMs),
  };
}

/** @throws Error when the text does not start with three numbers. */
export function parseLoad(text: string): LoadAverages {
  const fields = words(text);
  const oneMinute = Number(fields[0]);
  const fiveMinutes = Number(fields[1]);
  const fifteenMinutes = Number(fields[2]);
  if (Number.isNaN(oneMinute + fiveMinutes + fifteenMinutes)) {
    throw new Error(`loadavg: expected three numbers, got "${text.trim()}"`);
  }
  return { oneMinute, fiveMinutes, fifteenMinutes };
}

/** @throws Error when the text does not start with a number. */
export function parseUptimeMs(text: string): number {
  const seconds = Number.parseFloat(text);
  if (Number.isNaN(seconds)) throw new Error(`uptime: expected seconds, got "${text.trim()}"`);
  return Math.round(seconds * 1000);
}
