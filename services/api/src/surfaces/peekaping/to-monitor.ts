import type { Document, StoredRevision } from "@statwire/control-plane";
import type { NodeStatus } from "../../nodes/node-status.js";
import type { BodyRules } from "./checked-body.js";
import { timesOf } from "./documents.js";
import type { PeekapingMonitor, PeekapingMonitorChange, PeekapingMonitorDetail } from "./dto-monitors.js";

/** A monitor that is changed. Members that say how it is checked are refused, so that nobody takes them for changed. */
export const changedMonitorBody: BodyRules = {
  name: "PartialUpdateDto",
  members: {
    name: { is: "text", min: 1, max: 255 },
    active: { is: "flag" },
    tag_ids: { is: "texts" },
    proxy_id: { is: "text", max: 63 },
  },
  refused: [
    ...["type", "config", "interval", "timeout", "max_retries", "retry_interval", "resend_interval"],
    ...["status", "push_token"],
  ],
};

/** Of a monitor whose node is not known, or that has none, nothing is known. */
const statuses: Readonly<Record<NodeStatus, number>> = { up: 1, stale: 0, never: 2 };

interface Device {
  name: string;
  type: string;
  active: boolean;
  check: Check | null;
  proxy_id: string | null;
  tag_ids: string[];
}

interface Check {
  kind: string;
  interval_seconds: number;
  timeout_seconds: number;
  retries_max: number;
  retry_interval_seconds: number;
  resend_every: number;
  config: object;
}

/** A device as it is listed, with what is known of its node. */
export function toMonitor(stored: StoredRevision, nodeStatus: NodeStatus): PeekapingMonitor {
  const { name, type, active, check, proxy_id: proxy } = stored.document as unknown as Device;
  return {
    ...{ id: stored.id, type: check?.kind ?? type, name },
    interval: check?.interval_seconds ?? 0,
    timeout: check?.timeout_seconds ?? 0,
    max_retries: check?.retries_max ?? 0,
    retry_interval: check?.retry_interval_seconds ?? 0,
    resend_interval: check?.resend_every ?? 0,
    active,
    status: statuses[nodeStatus],
    config: JSON.stringify(check?.config ?? {}),
    proxy_id: proxy ?? "",
    push_token: "",
    ...timesOf(stored),
  };
}

/** A device with its tags. Its times have whole seconds. */
export function toMonitorDetail(stored: StoredRevision, nodeStatus: NodeStatus): PeekapingMonitorDetail {
  const monitor = toMonitor(stored, nodeStatus);
  const seconds = (moment: string) => moment.replace(/\.\d+Z$/, "Z");
  return {
    ...monitor,
    created_at: seconds(monitor.created_at),
    updated_at: seconds(monitor.updated_at),
    notification_ids: [],
    tag_ids: [...(stored.document.tag_ids as string[])],
  };
}

/** What is changed of a device. */
export function toDevicePatch({ name, active, tag_ids: tags, proxy_id: proxy }: PeekapingMonitorChange): Document {
  return {
    ...(name === undefined ? {} : { name }),
    ...(active === undefined ? {} : { active }),
    ...(tags === undefined || tags.length === 0 ? {} : { tag_ids: tags }),
    ...(proxy === undefined ? {} : { proxy_id: proxy === "" ? null : proxy }),
  };
}
