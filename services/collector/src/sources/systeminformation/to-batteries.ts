import { z } from "zod";
import type { Reading } from "../../modules/module.js";
import { present } from "../../modules/present.js";
import { int64, shareE4 } from "../../modules/proc-text.js";
import { parseAnswer } from "./parse-answer.js";

const schema = z.object({
  hasBattery: z.boolean(),
  isCharging: z.boolean(),
  acConnected: z.boolean(),
  percent: z.number().nonnegative(),
  cycleCount: z.number().nonnegative().nullish(),
  voltage: z.number().nonnegative().nullish(),
  timeRemaining: z.number().nullish(),
  manufacturer: z.string().nullish(),
  model: z.string().nullish(),
});

/**
 * The one battery that the library looks at, whose name it does not tell; undefined without one. Its designed capacity
 * is no good (a bitwise "or" of two capacities, seen in 5.33), so there is no health.
 */
export function toBatteries(answer: unknown, wanted: (name: string) => boolean): Reading<"batteries"> | undefined {
  const battery = parseAnswer("batteries", schema, answer);
  if (!battery.hasBattery) return undefined;
  const minutes = battery.timeRemaining ?? 0;
  // The time is what there is over what flows, whichever way; while nothing flows there is none.
  const discharges = !battery.isCharging && !battery.acConnected && minutes > 0;
  const item = {
    name: "battery",
    status: battery.isCharging ? "charging" : discharges ? "discharging" : "unknown",
    chargeE4: shareE4(battery.percent, 100),
    ...present("voltsE3", battery.voltage || undefined, (volts) => Math.round(volts * 1000)),
    ...present("cycles", battery.cycleCount || undefined, int64),
    ...present("timeLeftMs", discharges ? minutes * 60_000 : undefined, int64),
    model: [battery.manufacturer, battery.model].filter(Boolean).join(" "),
  };
  return {
    items: wanted(item.name) ? [item] : [],
    // Adapters of some names it does not find, so that "not connected" says nothing.
    ...(battery.acConnected ? { mainsOnline: true } : {}),
  };
}
