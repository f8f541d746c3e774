import type { Principal } from "@statwire/control-plane";
import type { Sources } from "../../controllers.js";
import type { NodeReader } from "../../nodes/node-reader.js";
import { createDashPad, type DashPad } from "../../surfaces/dashpad/dashpad.js";
import { serversOf } from "../../surfaces/nezha/read-servers.js";
import type { Server } from "../../surfaces/nezha/servers.js";
import { toServer, toServerDetails } from "../../surfaces/nezha/to-server.js";
import type { V6DirectReadings } from "../../surfaces/v6direct/readings.js";
import { toHistory } from "../../surfaces/v6direct/to-history.js";
import { v6DirectReadings } from "../../surfaces/v6direct/v6direct-readings.js";
import type { Caller } from "../authentication.js";
import type { RateLimitPolicyName } from "../rate-limits.js";
import type { Asked, HotPath } from "./asked.js";
import {
  ageText,
  type Rendered,
  renderCpu,
  renderInterfaces,
  renderMemory,
  renderNode,
  renderNodeInfo,
  renderStats,
  statusText,
} from "./rendered.js";
import { oncePerServers } from "./rendered-servers.js";

/** What hot reads read: as somebody who may know of every node. */
export interface HotReadSources {
  nodes: Pick<NodeReader, "read">;
  readings: Pick<V6DirectReadings, "pinned" | "resolveNode" | "headlines" | "uptimeSeconds">;
  dashPad: Pick<DashPad, "status" | "metric" | "cronTasks">;
  /** The servers that somebody may know of, by id. */
  servers(principal: Principal): Promise<Server[]>;
  now(): number;
}

export interface HotRead {
  policy: RateLimitPolicyName;
  /** The JSON text of the answer in UTF-8, the same for all who ask for it in one turn with one credential. Undefined, or a throw: Express says what is wrong. */
  read(sources: HotReadSources, asked: Asked, caller: Caller | undefined): Promise<Buffer | undefined>;
}

/** Out of everything that the surfaces read. */
export function hotReadSources(sources: Sources, workspace: string): HotReadSources {
  return {
    nodes: sources.nodes,
    readings: v6DirectReadings(sources),
    dashPad: createDashPad(sources),
    servers: async (principal) => serversOf(sources, await sources.numbered.list(), { principal, workspace }),
    now: sources.now,
  };
}

const v6DirectStats = (render: (pinned: Awaited<ReturnType<V6DirectReadings["pinned"]>>) => Buffer): HotRead => ({
  policy: "v6direct-stats",
  read: async ({ readings }, { node }) => render(await readings.pinned(node)),
});

const dashPad = (read: (dashPad: HotReadSources["dashPad"], asked: Asked) => Promise<object>): HotRead => ({
  policy: "dashpad",
  read: async (sources, asked) => toJson(await read(sources.dashPad, asked)),
});

const nezhaServers = (toResult: (server: Server) => object): HotRead => {
  const render = oncePerServers((servers) => toJson({ code: 0, message: "success", result: servers.map(toResult) }));
  return {
    policy: "nezha",
    read: async ({ servers }, _asked, caller) => caller && render(await servers(caller.principal)),
  };
};

/** Of V6Direct's history, when a request does not say how many. */
const historySamples = 60;

export const hotReadsByPath: Record<HotPath, HotRead> = {
  "/health": {
    policy: "v6direct-meta",
    read: async ({ readings }) => toJson({ status: "ok", uptime_seconds: await readings.uptimeSeconds() }),
  },
  "/stats": v6DirectStats(({ snapshot, ageSeconds }) => spliced(renderStats(snapshot), ageText(ageSeconds))),
  "/stats/cpu": v6DirectStats(({ snapshot }) => spliced(renderCpu(snapshot), "")),
  "/stats/memory": v6DirectStats(({ snapshot }) => spliced(renderMemory(snapshot), "")),
  "/stats/network": v6DirectStats(({ snapshot }) => spliced(renderInterfaces(snapshot), "")),
  "/stats/node": v6DirectStats(({ snapshot }) => spliced(renderNodeInfo(snapshot), "")),
  "/stats/history": {
    policy: "v6direct-stats",
    async read({ readings }, { node }) {
      return toJson(toHistory(await readings.headlines(await readings.resolveNode(node)), historySamples));
    },
  },
  "/status": dashPad(({ status }, { node }) => status(node)),
  "/cron_tasks": dashPad(({ cronTasks }, { node }) => cronTasks(node)),
  "/metrics/{metric_name}": dashPad(({ metric }, asked) => metric(asked.metric ?? "", asked.node)),
  "/api/v1/server/list": nezhaServers(toServer),
  "/api/v1/server/details": nezhaServers(toServerDetails),
  "/api/v2/nodes/{node}": {
    policy: "native",
    async read({ nodes, now }, { node = "" }) {
      const snapshot = await nodes.read(node);
      return snapshot && spliced(renderNode(snapshot), statusText(snapshot, now()));
    },
  },
};

function toJson(value: object): Buffer {
  return Buffer.from(JSON.stringify(value));
}

function spliced({ head, tail }: Rendered, value: string): Buffer {
  return Buffer.concat([head, Buffer.from(value), tail]);
}
