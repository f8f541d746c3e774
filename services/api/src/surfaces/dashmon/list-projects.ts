import type { StoredRevision } from "@statwire/control-plane";
import { maintenanceNow } from "../../configuration/maintenance-now.js";
import type { NodeReader } from "../../nodes/node-reader.js";
import type { Account } from "./account.js";
import { readDeviceView, toDevice } from "./devices.js";
import type { DashmonProjectSummary } from "./dto.js";
import { newestFirst, toProject } from "./projects.js";
import { summarize } from "./summarize.js";

/** The caller's projects with their devices, the newest first. */
export async function listProjects(
  account: Account,
  nodes: Pick<NodeReader, "readEach">,
): Promise<DashmonProjectSummary[]> {
  const projects = newestFirst(account.list("project"));
  const devices = newestFirst(account.list("device"));
  const view = await readDeviceView(account, nodes, devices);
  const now = maintenanceNow(account.control, account.workspace, account.nowMs);
  const byProject = new Map<unknown, StoredRevision[]>(projects.map(({ id }) => [id, []]));
  for (const device of devices) byProject.get(device.document.project_id)?.push(device);
  return projects.map((project) => {
    const own = (byProject.get(project.id) ?? []).map((device) => ({
      ...toDevice(device, view),
      maintenanceActive: now.hasDevice(device),
    }));
    return { ...toProject(project), maintenanceActive: now.hasProject(project.id), devices: own, ...summarize(own) };
  });
}
