import type { NezhaSearchResult, NezhaServer, NezhaServerDetails, NezhaSocketServer } from "./dto.js";
import { addressesOf } from "./interfaces.js";
import type { Server } from "./servers.js";
import { toHost } from "./to-host.js";
import { toStatus } from "./to-status.js";

/** Go's zero time, in Unix seconds and in RFC 3339: a server that was never seen. */
const never = { seconds: -62_135_596_800, text: "0001-01-01T00:00:00Z" };

const unread = { modules: {} };

/** A server as the list has it. */
export function toServer(server: Server): NezhaServer {
  const { name, tag, displayIndex, isHidden } = labelsOf(server);
  const snapshot = server.node?.snapshot;
  return {
    id: server.id,
    name,
    tag,
    last_active: snapshot === undefined ? never.seconds : Math.floor(snapshot.seenAtMs / 1000),
    ...addressesOf(snapshot?.inventory?.state.interfaces ?? []),
    display_index: displayIndex,
    hide_for_guest: isHidden,
  };
}

/** The same with what it is and does. */
export function toServerDetails(server: Server): NezhaServerDetails {
  const snapshot = server.node?.snapshot ?? unread;
  return { ...toServer(server), host: toHost(snapshot), status: toStatus(snapshot) };
}

/** A server in a frame of `/ws`. */
export function toSocketServer(server: Server): NezhaSocketServer {
  const { name, tag, displayIndex, isHidden } = labelsOf(server);
  const { device, node } = server;
  const snapshot = node?.snapshot;
  const lastActive = snapshot === undefined ? never.text : new Date(snapshot.seenAtMs).toISOString();
  const created = new Date(device?.createdAtMs ?? node?.firstSeenAtMs ?? 0).toISOString();
  return {
    ID: server.id,
    CreatedAt: created,
    UpdatedAt: snapshot === undefined ? created : lastActive,
    DeletedAt: null,
    Name: name,
    Tag: tag,
    DisplayIndex: displayIndex,
    HideForGuest: isHidden,
    EnableDDNS: false,
    Host: toHost(snapshot ?? unread),
    State: toStatus(snapshot ?? unread),
    LastActive: lastActive,
  };
}

/** A server as the administration's search finds it. */
export function toSearchResult(server: Server): NezhaSearchResult {
  const { name } = labelsOf(server);
  return { name, value: server.id, text: name };
}

/** What people call a server: its device's words before its node's own. */
export interface Labels {
  name: string;
  /** The device's group, else the node's own main tag, else the one that was expected of it. */
  tag: string;
  notes: string;
  displayIndex: number;
  isHidden: boolean;
}

/** What people call a server. */
export function labelsOf({ device, node }: Server): Labels {
  const { name, group, notes, display_index, hidden_from_guests } = (device?.document ?? {}) as DeviceLabels;
  return {
    name: name ?? node?.node ?? "",
    tag: group ?? node?.snapshot?.inventory?.state.nodeTags[0] ?? node?.expectedTag ?? "",
    notes: notes ?? "",
    displayIndex: display_index ?? 0,
    isHidden: hidden_from_guests ?? false,
  };
}

interface DeviceLabels {
  name?: string;
  group?: string | null;
  notes?: string | null;
  display_index?: number;
  hidden_from_guests?: boolean;
}
