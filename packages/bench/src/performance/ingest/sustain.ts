import { type ProcessorTime, plus, total } from "./processor-time.js";

export interface Length {
  windows: number;
  windowSeconds: number;
}

/** A stretch of the time for which a side was kept busy. */
export interface Window {
  seconds: number;
  samples: number;
  time: ProcessorTime;
}

export interface Sustained<Of extends Window = Window> {
  windows: readonly Of[];
  /** After the last window, until nothing was left to be done: processor time, and samples that were stored only then. */
  rest: Omit<Window, "seconds">;
}

/** Also how many messages the log took from the publisher meanwhile. */
export interface OurWindow extends Window {
  received: number;
}

export interface OursSustained extends Sustained<OurWindow> {
  /** What the log takes for a message that is published, CPU-seconds. */
  receivingSeconds: number;
  closedHours: number;
  /** At the end of each window: whole hours that were stored and not closed. */
  hoursBehind: readonly number[];
  /** At the end of each window: active parts, and resident MiB of each process. */
  parts: readonly number[];
  memory: readonly string[];
}

/**
 * Samples a CPU-second of each window, what was left to be done afterwards, and stored, shared out over them by their samples: as
 * many samples and seconds in all as there were.
 */
export function windowRates({ windows, rest }: Sustained): number[] {
  const all = windows.reduce((sum, { samples }) => sum + samples, 0);
  return windows.map(({ samples, time }) => {
    const share = samples / all;
    return (samples + rest.samples * share) / (total(time) + total(rest.time) * share);
  });
}

/** The same from the log on: without what it takes for receiving. */
export function fromLog({ windows, rest, receivingSeconds }: OursSustained): Sustained {
  const without = ({ time, received }: OurWindow) => ({
    ...time,
    "nats-server": (time["nats-server"] ?? 0) - received * receivingSeconds,
  });
  return { windows: windows.map((window) => ({ ...window, time: without(window) })), rest };
}

/**
 * Two halves of one side, one before the other side's whole time and one after it: each window is one of the first half and the one
 * in its place of the second. The middle of both lies within the other side's time, and that of the middle window in its middle: a
 * machine that becomes steadily faster or slower meanwhile does not move the median of the ratios.
 * @throws when the halves have not as many windows
 */
export function joinHalves(first: Sustained, second: Sustained): Sustained {
  if (first.windows.length !== second.windows.length) throw new Error("halves of different lengths");
  const windows = first.windows.flatMap((one, place) => {
    const other = second.windows[place];
    return other === undefined ? [] : [{ seconds: one.seconds + other.seconds, ...added(one, other) }];
  });
  return { windows, rest: added(first.rest, second.rest) };
}

function added(one: Omit<Window, "seconds">, other: Omit<Window, "seconds">): Omit<Window, "seconds"> {
  return { samples: one.samples + other.samples, time: plus(one.time, other.time) };
}
