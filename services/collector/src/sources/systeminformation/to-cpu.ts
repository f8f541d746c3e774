import { z } from "zod";
import type { Reading } from "../../modules/module.js";
import { present } from "../../modules/present.js";
import { int64, shareE4 } from "../../modules/proc-text.js";
import { parseAnswer } from "./parse-answer.js";

/** Milliseconds, but for `steal`, which the library leaves in the kernel's hundredths of a second. */
const times = {
  user: z.number(),
  nice: z.number(),
  system: z.number(),
  idle: z.number(),
  irq: z.number(),
  steal: z.number(),
};

type Times = Record<keyof typeof times, number>;

const schema = z.object({
  load: z.object({
    currentLoad: z.number(),
    rawCurrentLoadUser: times.user,
    rawCurrentLoadNice: times.nice,
    rawCurrentLoadSystem: times.system,
    rawCurrentLoadIdle: times.idle,
    rawCurrentLoadIrq: times.irq,
    rawCurrentLoadSteal: times.steal,
    cpus: z.array(z.object({ load: z.number() })),
  }),
  speed: z.object({ avg: z.number().nullish() }).nullish(),
});

/** What has been added up of the times that the library gives between two questions. */
export interface CpuTotals {
  run: number;
  times: Times;
}

/**
 * Utilization as the library reckons it. Its times are those between two questions; they are added up to counters that
 * begin with the process that holds the library, `run`. Switches and interrupts it does not tell: zero.
 */
export function toCpu(
  answer: unknown,
  run: number,
  before: CpuTotals | undefined,
): { reading: Reading<"cpu">; totals: CpuTotals } {
  const { load, speed } = parseAnswer("cpu", schema, answer);
  const spent: Times = {
    user: load.rawCurrentLoadUser,
    nice: load.rawCurrentLoadNice,
    system: load.rawCurrentLoadSystem,
    idle: load.rawCurrentLoadIdle,
    irq: load.rawCurrentLoadIrq,
    steal: load.rawCurrentLoadSteal * 10,
  };
  const total = before?.run === run ? add(before.times, spent) : add(spent, undefined);
  const reading = {
    utilizationE4: shareE4(load.currentLoad, 100),
    userMs: int64(total.user),
    niceMs: int64(total.nice),
    systemMs: int64(total.system),
    idleMs: int64(total.idle),
    iowaitMs: 0n,
    interruptMs: int64(total.irq),
    softirqMs: 0n,
    stealMs: int64(total.steal),
    contextSwitches: 0n,
    interrupts: 0n,
    ...present("frequencyHz", speed?.avg || undefined, (gigahertz) => int64(gigahertz * 1e9)),
    cores: load.cpus.map(({ load: percent }, number) => ({ number, utilizationE4: shareE4(percent, 100) })),
  };
  return { reading, totals: { run, times: total } };
}

/** The kernel's idle time can go back a little, which a counter must not. */
function add(one: Times, other: Times | undefined): Times {
  const entries = Object.entries(one) as [keyof Times, number][];
  return Object.fromEntries(
    entries.map(([mode, time]) => [mode, Math.max(0, time) + Math.max(0, other?.[mode] ?? 0)]),
  ) as Times;
}
