import { type CuttableNetwork, openNetwork } from "@statwire/running-product";

/** A way to each server of one kind, all of them good or bad at once. */
export interface Ways extends Pick<CuttableNetwork, "cut" | "slowDown" | "heal" | "close"> {
  ports: readonly number[];
}

/** Opens the ways. */
export async function openWays(targetPorts: readonly number[]): Promise<Ways> {
  const ways = await Promise.all(targetPorts.map((port) => openNetwork(port)));
  const each = (change: (way: CuttableNetwork) => void) => {
    for (const way of ways) change(way);
  };
  return {
    ports: ways.map(({ port }) => port),
    cut: () => each((way) => way.cut()),
    slowDown: (slowness) => each((way) => way.slowDown(slowness)),
    heal: () => each((way) => way.heal()),
    async close() {
      await Promise.all(ways.map((way) => way.close()));
    },
  };
}
