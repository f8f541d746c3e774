import type { NumberedNode } from "../../nodes/numbered-nodes.js";
import type { NezhaServer, NezhaServerDetails, NezhaSocketServer } from "./dto.js";
import { addressesOf } from "./interfaces.js";
import { toHost } from "./to-host.js";
import { toStatus } from "./to-status.js";

/** Go's zero time, in Unix seconds and in RFC 3339: a server that was never seen. */
const never = { seconds: -62_135_596_800, text: "0001-01-01T00:00:00Z" };

const unread = { modules: {} };

/** A node as a server of the list. */
export function toServer({ id, node, snapshot, expectedTag }: NumberedNode): NezhaServer {
  return {
    id,
    name: node,
    tag: tagOf({ snapshot, expectedTag }),
    last_active: snapshot === undefined ? never.seconds : Math.floor(snapshot.seenAtMs / 1000),
    ...addressesOf(snapshot?.inventory?.state.interfaces ?? []),
    display_index: 0,
    hide_for_guest: false,
  };
}

/** The same with what it is and does. */
export function toServerDetails(numbered: NumberedNode): NezhaServerDetails {
  const snapshot = numbered.snapshot ?? unread;
  return { ...toServer(numbered), host: toHost(snapshot), status: toStatus(snapshot) };
}

/** A node as a server in a frame of `/ws`. */
export function toSocketServer(numbered: NumberedNode): NezhaSocketServer {
  const { id, node, snapshot, firstSeenAtMs } = numbered;
  const lastActive = snapshot === undefined ? never.text : new Date(snapshot.seenAtMs).toISOString();
  const created = new Date(firstSeenAtMs).toISOString();
  return {
    ID: id,
    CreatedAt: created,
    UpdatedAt: snapshot === undefined ? created : lastActive,
    DeletedAt: null,
    Name: node,
    Tag: tagOf(numbered),
    DisplayIndex: 0,
    HideForGuest: false,
    EnableDDNS: false,
    Host: toHost(snapshot ?? unread),
    State: toStatus(snapshot ?? unread),
    LastActive: lastActive,
  };
}

/** The node's own main tag, before the one that was expected of it. */
function tagOf({ snapshot, expectedTag }: Pick<NumberedNode, "snapshot" | "expectedTag">): string {
  return snapshot?.inventory?.state.nodeTags[0] ?? expectedTag ?? "";
}
