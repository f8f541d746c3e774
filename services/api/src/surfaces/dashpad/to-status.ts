import type { DashPadHealth, DashPadStatus } from "./dto-node.js";
import { localTimeWithOffset, type Zone } from "./local-time.js";
import { intervalSeconds, type NodeView, toIdentity } from "./node-view.js";

/** Who answers, and what time it is there. */
export function toHealth(place: { identity: string; zone: Zone; nowMs: number }): DashPadHealth {
  return {
    status: "ok",
    server_identity: place.identity,
    timezone: place.zone.name,
    server_time: localTimeWithOffset(place.nowMs, place.zone),
  };
}

/** What a node is and how it is set up. */
export function toStatus(view: NodeView, allowedOrigins: readonly string[]): DashPadStatus {
  const inventory = view.snapshot.inventory?.state;
  const { intervalsMs, netdata } = view.settings;
  return {
    ...toIdentity(view),
    timezone: view.zone.name,
    server_info: {
      hostname: view.identity,
      platform: inventory?.osType.toLowerCase() || "linux",
      python_version: `n/a (${inventory?.runtime || "Node.js"})`,
    },
    api_config: { authentication_enabled: true, cors_origins: [...allowedOrigins] },
    scheduler_config: {
      metrics_interval: intervalSeconds(intervalsMs.metrics),
      logs_interval: intervalSeconds(intervalsMs.logs),
    },
    integrations: { netdata: { ...netdata } },
  };
}
