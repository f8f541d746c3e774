import { type LinkName, links } from "../plan.js";
import type { Reroutes } from "./rerouting/rerouted.js";
import { openWays, type Ways } from "./ways.js";

/** Ports of loopback of the servers that links lead to. */
export type ServerPorts = Record<(typeof links)[number]["to"], readonly number[]>;

/** Every link that can be cut or slow, and what leads the services of the product over theirs. */
export interface Links {
  ways: Record<LinkName, Ways>;
  /** Of `npm start`. */
  env: Record<string, string>;
  close(): Promise<void>;
}

const preload = new URL("./rerouting/preload.js", import.meta.url).href;

/** Opens them; the servers may come later. */
export async function openLinks(ports: ServerPorts): Promise<Links> {
  const opened = await Promise.all(links.map(async (link) => ({ ...link, ways: await openWays(ports[link.to]) })));
  const reroutes: Reroutes = {};
  for (const { victim, to, ways } of opened) {
    const ofService = ports[to].map((port, index) => [String(port), ways.ports[index] ?? port] as const);
    reroutes[victim] = { ...reroutes[victim], ...Object.fromEntries(ofService) };
  }
  return {
    ways: Object.fromEntries(opened.map(({ name, ways }) => [name, ways])) as Record<LinkName, Ways>,
    env: { NODE_OPTIONS: `--import=${preload}`, FAULTS_REROUTES: JSON.stringify(reroutes) },
    close: async () => void (await Promise.all(opened.map(({ ways }) => ways.close()))),
  };
}
