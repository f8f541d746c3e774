import { type CuttableNetwork, openNetwork } from "@statwire/running-product";

/** The network of one node: a way to each server of the bus, all of them good or bad at once. */
export interface WaysToBus extends Pick<CuttableNetwork, "cut" | "slowDown" | "heal" | "close"> {
  ports: readonly number[];
}

/** Opens the ways. */
export async function openWays(targetPorts: readonly number[]): Promise<WaysToBus> {
  const ways = await Promise.all(targetPorts.map((port) => openNetwork(port)));
  return {
    ports: ways.map(({ port }) => port),
    cut: () => ways.forEach((way) => way.cut()),
    slowDown: (slowness) => ways.forEach((way) => way.slowDown(slowness)),
    heal: () => ways.forEach((way) => way.heal()),
    close: async () => void (await Promise.all(ways.map((way) => way.close()))),
  };
}
