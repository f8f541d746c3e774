import { sleep } from "@statwire/runtime";
import { startBusCluster } from "../cluster/bus-cluster.js";
import type { Bus } from "../load/bus.js";
import { nodes, type Workload } from "../load/workload.js";
import { wholeBetween } from "../random.js";
import type { Disturbance, Prepared, ScenarioDeps } from "./scenario.js";

/** Of the faults of the bus, these are of the server that leads the stream of readings at that moment. */
const leaderShare = 0.7;
const againMs = 500;
const stream = "TELEMETRY";

/** The bus as three servers, in place of the one that the product would start. */
export async function prepareCluster(dataDir: string, tell: (line: string) => void): Promise<Prepared> {
  const cluster = await startBusCluster(dataDir, { workspace: "default", node: nodes.near }, tell);
  let [victim] = cluster.members;
  const bus: Bus = {
    ports: cluster.members.map(({ port }) => port),
    names: cluster.members.map(({ name }) => name),
    env: {
      NATS_URL: cluster.members.map(({ port }) => `nats://127.0.0.1:${port}`).join(","),
      NATS_CREDS_DIR: cluster.credentialsDir,
      STREAM_REPLICAS: String(cluster.members.length),
    },
    aimAt: (name) => {
      victim = cluster.members.find((member) => member.name === name) ?? victim;
    },
    victim: () => ({ pid: cluster.pidOf(victim?.name ?? ""), port: victim?.port ?? 0 }),
  };
  return { undo: () => cluster.stop(), bus };
}

/** Aims the faults of the plan that are for the bus at its leader, or at any member. */
export async function beginCluster({ bus, log }: Workload, { random, tell }: ScenarioDeps): Promise<Disturbance> {
  if (bus === undefined) throw new Error("the scenario cluster has no cluster");
  const stopping = new AbortController();
  const aimed = { atLeader: 0 };
  const going = (async () => {
    let last: string | undefined;
    while (!stopping.signal.aborted) {
      await sleep(againMs, stopping.signal);
      // Down: it is the victim until it is back.
      if (bus.victim().pid === undefined) continue;
      const leader = await log.manager.streams.info(stream).then(
        ({ cluster }) => cluster?.leader,
        () => undefined,
      );
      const isLeader = leader !== undefined && random() < leaderShare;
      bus.aimAt(isLeader ? leader : (bus.names[wholeBetween(random, 0, bus.names.length - 1)] ?? ""));
      if (isLeader) aimed.atLeader += 1;
      if (leader !== undefined && leader !== last) tell(`cluster: ${leader} leads ${stream}`);
      last = leader ?? last;
    }
  })();
  return {
    hold: async () => undefined,
    letGo: () => undefined,
    outcome: () => ({
      incomplete: new Map(),
      findings: aimed.atLeader === 0 ? ["no leader was seen"] : [],
    }),
    async end() {
      stopping.abort();
      await going;
    },
  };
}
