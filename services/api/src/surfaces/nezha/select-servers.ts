/**
 * Picks servers as Nezha does: by tag when one is given, else by ids in the order given (twice when named twice;
 * unknown and unreadable ones are passed over), else all of them. The list comes in order of creation and stays so.
 */
export function selectServers<Server extends { id: number; tag: string }>(
  servers: readonly Server[],
  { id, tag }: { id?: string | undefined; tag?: string | undefined },
): Server[] {
  if (tag !== undefined && tag !== "") return servers.filter((server) => server.tag === tag);
  if (id === undefined || id === "") return [...servers];
  const byId = new Map(servers.map((server) => [String(server.id), server]));
  return id.split(",").flatMap((text) => byId.get(text) ?? []);
}
