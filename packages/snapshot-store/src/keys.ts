import { escapeToken } from "@statwire/events";
import type { LogName } from "./log-event.js";
import type { NodeName } from "./snapshot.js";

/** Every key of the store. Names are escaped as in subjects, so that no name can reach into another's key. */
export interface Keys {
  /** Present while what is stored is whole; its absence tells a flush. See `readiness.ts`. */
  ready: string;
  /** Sorted set of a workspace's nodes by when they were last seen. */
  nodes(workspace: string): string;
  /** Hash of what readers want: one JSON `Reading` per module, `inventory`, `configuration`, `version`, … */
  node(name: NodeName): string;
  /** Hash of what guards the above: the position of each part and of the last headline. */
  positions(name: NodeName): string;
  /** List of JSON `Headline`, oldest first. */
  headlines(name: NodeName): string;
  /** A copy of the node hash that is served for a while. See `pin.ts`. */
  pin(name: NodeName): string;
  /** As `ready`, of what is below: logs are filled by themselves. */
  logsReady: string;
  /** Hash of a node's logs: `<boot id> <sequence> <total lines> <last at> <stored bytes>` by name. See `log-lines.ts`. */
  logs(name: NodeName): string;
  /** List of a log's last lines as JSON, oldest first. */
  logLines(name: LogName): string;
}

/**
 * The form of what is stored. A change of it gets a new number: the projector then fills new keys from the log, and
 * readers, who trust stored JSON because only this package writes it, never meet the old form.
 */
const formVersion = "v2";

/** The keys under a prefix such as `statwire:`. */
export function snapshotKeys(prefix: string): Keys {
  const key = (kind: string, ...names: string[]) =>
    [`${prefix}${formVersion}`, kind, ...names.map(escapeToken)].join(":");
  return {
    ready: key("ready"),
    nodes: (workspace) => key("nodes", workspace),
    node: ({ workspace, node }) => key("node", workspace, node),
    positions: ({ workspace, node }) => key("positions", workspace, node),
    headlines: ({ workspace, node }) => key("headlines", workspace, node),
    pin: ({ workspace, node }) => key("pin", workspace, node),
    logsReady: key("logs-ready"),
    logs: ({ workspace, node }) => key("logs", workspace, node),
    logLines: ({ workspace, node, log }) => key("log", workspace, node, log),
  };
}
