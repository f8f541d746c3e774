import type { ControlPlane, Principal } from "@statwire/control-plane";

/** Tells of a node whether somebody may know of it. */
export type NodeReach = (node: string) => boolean;

/** The projects that a principal is limited to in a workspace; null: none, because it has all of it. */
export function projectLimitOf(principal: Principal | undefined, workspace: string): readonly string[] | null {
  return principal?.grants.find((grant) => grant.workspace === workspace)?.projectIds ?? null;
}

/** Nodes reach projects through devices: in reach is what is the node of a device in one of these. */
export function nodeReach(
  control: () => ControlPlane | undefined,
  workspace: string,
  projectIds: readonly string[],
): NodeReach {
  return (node) => {
    const devices = control()?.having(workspace, "device", "node", node) ?? [];
    return devices.some(({ document }) => projectIds.includes(document.project_id as string));
  };
}
