import type { DashmonDevice, DashmonDeviceCounts } from "./dto.js";

/** How many devices are how, and what that makes of their project. */
export function summarize(devices: readonly (DashmonDevice & { maintenanceActive: boolean })[]): DashmonDeviceCounts {
  const counts = { up: 0, down: 0, warning: 0, maintenance: 0, unknown: 0 };
  for (const { status, maintenanceActive } of devices) counts[maintenanceActive ? "maintenance" : status] += 1;
  return {
    totalDevices: devices.length,
    upDevices: counts.up,
    downDevices: counts.down,
    warningDevices: counts.warning,
    maintenanceDevices: counts.maintenance,
    status: statusOf(counts, devices.length),
  };
}

function statusOf(
  { down, warning, maintenance }: { down: number; warning: number; maintenance: number },
  total: number,
): DashmonDeviceCounts["status"] {
  if (down > 0) return "down";
  if (warning > 0) return "warning";
  if (maintenance > 0) return maintenance === total ? "maintenance" : "partial_maintenance";
  return "up";
}
