import type { Server } from "../../surfaces/nezha/servers.js";

type Render = (servers: readonly Server[]) => Buffer;

/**
 * Renders again only when a server is another, has other readings or another device: both are the same objects as long as they are of
 * the same version (see KnownSnapshots). The servers that were rendered last are kept, and nothing of those before.
 * @param render gives bytes that depend on the servers alone, and not on the time
 */
export function oncePerServers(render: Render): Render {
  let last: { servers: readonly Server[]; bytes: Buffer } | undefined;
  return (servers) => {
    if (last === undefined || !areSame(last.servers, servers)) last = { servers, bytes: render(servers) };
    return last.bytes;
  };
}

function areSame(some: readonly Server[], others: readonly Server[]): boolean {
  return some.length === others.length && others.every((other, index) => isSame(some[index], other));
}

function isSame(one: Server | undefined, { id, device, node }: Server): boolean {
  return one !== undefined && one.id === id && one.device === device && areAlike(one.node, node);
}

/** Whether two have the same fields, and in them the very same values. */
function areAlike<Fields extends object>(one: Fields | undefined, other: Fields | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  const names = Object.keys(other) as (keyof Fields)[];
  return Object.keys(one).length === names.length && names.every((name) => one[name] === other[name]);
}
