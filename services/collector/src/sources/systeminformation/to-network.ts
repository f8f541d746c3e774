import { z } from "zod";
import { itemsMax, type Reading } from "../../modules/module.js";
import { present } from "../../modules/present.js";
import { int64 } from "../../modules/proc-text.js";
import { parseAnswer } from "./parse-answer.js";

const counter = z.number().nonnegative();

const schema = z.array(
  z.object({
    iface: z.string(),
    rx_bytes: counter,
    rx_dropped: counter,
    rx_errors: counter,
    tx_bytes: counter,
    tx_dropped: counter,
    tx_errors: counter,
    rx_sec: z.number().nullish(),
    tx_sec: z.number().nullish(),
  }),
);

/** Packets are not told: zero. Rates are the library's own, since it was asked last. */
export function toNetwork(answer: unknown, wanted: (name: string) => boolean): Reading<"network"> | undefined {
  const interfaces = parseAnswer("network", schema, answer);
  if (interfaces.length === 0) return undefined;
  const items = interfaces
    .filter(({ iface }) => wanted(iface))
    .slice(0, itemsMax)
    .map((one) => ({
      name: one.iface,
      receiveBytes: int64(one.rx_bytes),
      transmitBytes: int64(one.tx_bytes),
      receivePackets: 0n,
      transmitPackets: 0n,
      receiveErrors: int64(one.rx_errors),
      transmitErrors: int64(one.tx_errors),
      receiveDropped: int64(one.rx_dropped),
      transmitDropped: int64(one.tx_dropped),
      ...present("receiveBytesPerSecond", toRate(one.rx_sec), int64),
      ...present("transmitBytesPerSecond", toRate(one.tx_sec), int64),
    }));
  return { items };
}

/** After a reset of the counter the library gives a negative rate or none. */
function toRate(perSecond: number | null | undefined): number | undefined {
  return perSecond === null || perSecond === undefined || perSecond < 0 ? undefined : Math.round(perSecond);
}
