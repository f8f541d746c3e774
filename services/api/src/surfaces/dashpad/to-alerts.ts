import type { AlertState } from "@statwire/snapshot-store";
import type { AlertSummary, ListStatus, NetdataAlert, NetdataAlerts } from "./dto.js";
import { type NodeView, nextUpdateOf, toIdentity } from "./node-view.js";

/** What Netdata complains of on a node; nothing where there is no Netdata. */
export function toNetdataAlerts(view: NodeView): NetdataAlerts {
  const alerts = activeAlerts(view);
  const warnings = alerts.filter(({ status }) => status === "WARNING").length;
  return {
    ...toIdentity(view),
    alerts,
    alerts_stats: { total: alerts.length, by_status: { WARNING: warnings, CRITICAL: alerts.length - warnings } },
    source: "netdata",
    status: worstOf(alerts),
    hostname: view.snapshot.modules.alerts?.state.hostname || view.identity,
    next_update_sec: nextUpdateOf(view, "alerts"),
  };
}

/** The part of the alerts that `/metrics` holds. */
export function toAlertSummary(view: NodeView): AlertSummary {
  const alerts = activeAlerts(view);
  return { alerts, status: worstOf(alerts) };
}

function activeAlerts({ snapshot, settings }: NodeView): NetdataAlert[] {
  return settings.alertsEnabled ? (snapshot.modules.alerts?.state.items ?? []).flatMap(toNetdataAlert) : [];
}

/** Netdata's further words (`clear`, `undefined`) are no complaint. */
function toNetdataAlert(alert: AlertState): NetdataAlert[] {
  const status = alert.status.toUpperCase();
  if (status !== "WARNING" && status !== "CRITICAL") return [];
  const { id, name, value = null, units, info, lastStatusChangeAtMs } = alert;
  return [{ id, name, status, value, units, info, last_status_change: Math.floor(lastStatusChangeAtMs / 1_000) }];
}

function worstOf(alerts: readonly NetdataAlert[]): ListStatus {
  if (alerts.some(({ status }) => status === "CRITICAL")) return "critical";
  return alerts.length > 0 ? "warning" : "normal";
}
