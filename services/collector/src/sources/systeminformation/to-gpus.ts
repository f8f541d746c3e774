import { z } from "zod";
import { itemsMax, type Reading } from "../../modules/module.js";
import { present } from "../../modules/present.js";
import { int64, shareE4 } from "../../modules/proc-text.js";
import { parseAnswer } from "./parse-answer.js";

const told = z.number().nonnegative().nullish();

const schema = z.array(
  z.object({
    vendor: z.string().nullish(),
    model: z.string().nullish(),
    name: z.string().nullish(),
    busAddress: z.string().nullish(),
    driverVersion: z.string().nullish(),
    memoryTotal: told,
    memoryUsed: told,
    utilizationGpu: told,
    temperatureGpu: z.number().nullish(),
    powerDraw: told,
    powerLimit: told,
    fanSpeed: told,
    clockCore: told,
    clockMemory: told,
  }),
);

type Controller = z.infer<typeof schema>[number];

/**
 * Graphics processors of `lspci` and, of NVIDIA's, what `nvidia-smi` tells: mebibytes, per cent, degrees, watts and
 * megahertz. Undefined where there are none.
 */
export function toGpus(answer: unknown, wanted: (id: string) => boolean): Reading<"gpus"> | undefined {
  const controllers = parseAnswer("gpus", schema, answer);
  if (controllers.length === 0) return undefined;
  const items = controllers
    .map(toGpu)
    .filter(({ id }) => wanted(id))
    .slice(0, itemsMax);
  return { items };
}

function toGpu(controller: Controller, index: number): Reading<"gpus">["items"][number] {
  const { vendor, model, name, busAddress } = controller;
  return {
    // lspci leaves out the domain where there is one only.
    id: busAddress ? busAddress.replace(/^(?=[0-9a-f]{2}:)/, "0000:") : `gpu${index}`,
    name: name || [vendor, model].filter(Boolean).join(" "),
    // Told by nvidia-smi alone.
    driver: controller.driverVersion ? "nvidia" : "",
    ...present("utilizationE4", utilizationOf(controller), (percent) => shareE4(percent, 100)),
    ...present("memoryTotalBytes", controller.memoryTotal ?? undefined, toBytes),
    ...present("memoryUsedBytes", controller.memoryUsed ?? undefined, toBytes),
    ...present("celsiusE3", controller.temperatureGpu ?? undefined, toThousandths),
    ...present("wattsE3", controller.powerDraw ?? undefined, toThousandths),
    ...present("limitWattsE3", controller.powerLimit ?? undefined, toThousandths),
    ...present("fanUtilizationE4", controller.fanSpeed ?? undefined, (percent) => shareE4(percent, 100)),
    ...present("clockHz", controller.clockCore ?? undefined, toHertz),
    ...present("memoryClockHz", controller.clockMemory ?? undefined, toHertz),
  };
}

/** The library leaves out what is zero: a card whose memory was told and whose utilization was not does nothing. */
function utilizationOf({ utilizationGpu, memoryTotal }: Controller): number | undefined {
  return utilizationGpu ?? (memoryTotal ? 0 : undefined);
}

function toBytes(mebibytes: number): bigint {
  return int64(mebibytes * 1024 ** 2);
}

function toHertz(megahertz: number): bigint {
  return int64(megahertz * 1e6);
}

function toThousandths(value: number): number {
  return Math.round(value * 1000);
}
