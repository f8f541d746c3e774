import type { InventoryState, LoadState } from "@statwire/snapshot-store";
import type { NodeInfo } from "./dto.js";
import { utcTimestamp } from "./units.js";

/** What a node is, from its inventory; before the first inventory arrived only its name and uptime are known. */
export function toNode(
  reading: { node: string; load: LoadState; observedAtMs: number },
  inventory: InventoryState | undefined,
): NodeInfo {
  const bootedAtMs = inventory?.bootedAtMs ?? reading.observedAtMs - reading.load.uptimeSeconds * 1_000;
  return {
    hostname: inventory?.hostname ?? reading.node,
    platform: platformOf(inventory),
    architecture: inventory?.architecture ?? "unknown",
    python_version: inventory?.runtime || "unknown",
    boot_time_utc: utcTimestamp(Math.floor(bootedAtMs / 1_000) * 1_000),
    uptime_seconds: Math.floor(reading.load.uptimeSeconds),
    node_role: inventory?.nodeRole || "raspi-telemetry",
    network_name: "V6Direct",
    asn: inventory?.nodeAsn || "AS213413",
  };
}

/** As Python's `platform.system()` and `release()`: `Linux 6.1.0`. */
function platformOf(inventory: InventoryState | undefined): string {
  if (inventory === undefined) return "Linux";
  const { osType, kernelRelease } = inventory;
  return `${osType.charAt(0).toUpperCase()}${osType.slice(1)} ${kernelRelease}`.trim();
}
