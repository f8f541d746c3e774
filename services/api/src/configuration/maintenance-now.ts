import { type ControlPlane, type Document, idsIn, type StoredRevision, scheduleOf } from "@statwire/control-plane";
import { type MaintenanceSchedule, windowAt } from "@statwire/monitoring";

/** What is expected to be down at a moment. */
export interface MaintenanceNow {
  /** Whether a device is, by itself or with its project. */
  hasDevice(device: StoredRevision): boolean;
  /** Whether all devices of a project are. */
  hasProject(projectId: string): boolean;
}

/** Devices and projects that are in maintenance at a moment, whoever may know of the maintenances. */
export function maintenanceNow(control: Pick<ControlPlane, "list">, workspace: string, atMs: number): MaintenanceNow {
  const devices = new Set<string>();
  const projects = new Set<string>();
  for (const { document } of control.list(workspace, "maintenance")) {
    if (document.active !== true || windowAt(parsedSchedule(document), atMs) === undefined) continue;
    for (const id of idsIn(document, "device_ids")) devices.add(id);
    for (const id of idsIn(document, "project_ids")) projects.add(id);
  }
  return {
    hasDevice: ({ id, document }) => devices.has(id) || projects.has(document.project_id as string),
    hasProject: (projectId) => projects.has(projectId),
  };
}

/** Schedules are asked for far more often than they change. */
const parsed = new WeakMap<object, MaintenanceSchedule>();

/** The schedule of a maintenance document. */
export function parsedSchedule(document: Document): MaintenanceSchedule {
  const key = document.schedule as object;
  const known = parsed.get(key) ?? scheduleOf(document);
  parsed.set(key, known);
  return known;
}
