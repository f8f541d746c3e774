import { type ControlPlane, mayDo, type Principal, type StoredRevision } from "@statwire/control-plane";
import type { NumberedNode, NumberedNodes } from "../../nodes/numbered-nodes.js";
import { type Server, type Sight, toServers } from "./servers.js";

export interface ServerSources {
  numbered: Pick<NumberedNodes, "list" | "numberOf">;
  /** Undefined until it is open. */
  controlPlane(): ControlPlane | undefined;
}

/** Who looks: somebody whose credential was accepted, or a visitor. */
export type Viewer = { principal: Principal; workspace: string } | { guest: true; workspace: string };

/** The servers of somebody, by id; `nodes` are those in the viewer's reach. */
export function serversOf(
  { numbered, controlPlane }: ServerSources,
  nodes: readonly NumberedNode[],
  viewer: Viewer,
): Server[] {
  const control = controlPlane();
  // What is hidden from guests is not known yet.
  if (control === undefined && "guest" in viewer) return [];
  const devices = control?.list(viewer.workspace, "device") ?? [];
  return toServers({ nodes, devices, numberOf: (device) => numbered.numberOf(device) }, sightOf(viewer));
}

function sightOf(viewer: Viewer): Sight {
  if ("guest" in viewer) {
    return { seesDevice: ({ document }) => document.hidden_from_guests !== true, seesNodesOfOthers: false };
  }
  const { principal, workspace } = viewer;
  const seesDevice = ({ id, document }: StoredRevision) =>
    mayDo(principal, { verb: "read", workspace, kind: "device", target: { id, document } }) === "allowed";
  return { seesDevice, seesNodesOfOthers: true };
}
