import { type Family, isSurvey, type Module, moduleFamily, modules } from "@statwire/events";
import type { CollectorSettings } from "./settings-file.js";

/** One cadence: the modules that are read together and published as one family. */
export interface Cadence {
  family: Family;
  intervalMs: number;
  modules: readonly Module[];
}

/** Unix milliseconds of each family's last reading. */
export type LastReadings = ReadonlyMap<Family, number>;

export interface Due {
  cadence: Cadence;
  /** The tick that is due, a multiple of the interval: what the reading is dated, however late it is taken. */
  observedAtMs: number;
}

/** The cadences of the settings: the base interval's modules together, surveys and every other module by themselves. */
export function cadences(settings: CollectorSettings): Cadence[] {
  const enabled = modules.filter((module) => settings.modules[module].enabled);
  const isOfBase = (module: Module) =>
    !isSurvey(module) && settings.modules[module].intervalMs === settings.baseIntervalMs;
  const ofBase = enabled.filter(isOfBase);
  const others = enabled.filter((module) => !ofBase.includes(module));
  const base: Cadence = { family: "host", intervalMs: settings.baseIntervalMs, modules: ofBase };
  return [
    ...(ofBase.length > 0 ? [base] : []),
    ...others.map((module) => ({
      family: moduleFamily(module),
      intervalMs: settings.modules[module].intervalMs,
      modules: [module],
    })),
  ];
}

/**
 * What is to be read now. Ticks lie on the grid of the wall clock, so that nodes and modules line up. Only the latest
 * tick is due: a host that slept reads once, not once for every tick it missed. A family's times only ever grow; when
 * the clock was set back, nothing is due until it has passed the last reading again.
 */
export function dueAt(cadences: readonly Cadence[], last: LastReadings, nowMs: number): Due[] {
  const due: Due[] = [];
  for (const cadence of cadences) {
    const observedAtMs = tickBefore(nowMs, cadence.intervalMs);
    if (observedAtMs > (last.get(cadence.family) ?? Number.NEGATIVE_INFINITY)) due.push({ cadence, observedAtMs });
  }
  return due;
}

/** A timer looks again at least this often, and so notices within it that the clock was set. */
const delayMaxMs = 60_000;

/** Milliseconds until the next tick of any cadence; never 0, so that a timer that fires early does not spin. */
export function delayToNextTick(cadences: readonly Cadence[], nowMs: number): number {
  let delayMs = delayMaxMs;
  for (const { intervalMs } of cadences) {
    delayMs = Math.min(delayMs, tickBefore(nowMs, intervalMs) + intervalMs - nowMs);
  }
  return Math.max(1, Math.ceil(delayMs));
}

/** How far the clock is behind the newest reading, in milliseconds: what `dueAt` waits for after a step back. */
export function clockBehindMs(last: LastReadings, nowMs: number): number {
  let behindMs = 0;
  for (const atMs of last.values()) behindMs = Math.max(behindMs, atMs - nowMs);
  return behindMs;
}

function tickBefore(nowMs: number, intervalMs: number): number {
  return Math.floor(nowMs / intervalMs) * intervalMs;
}
