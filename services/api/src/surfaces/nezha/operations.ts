import type { CompatibleOperation } from "../compatible-operation.js";

const folder = "services/api/src/surfaces/nezha";
const tokenApi = `${folder}/nezha.int.test.ts`;
const devices = `${folder}/devices.int.test.ts`;
const administration = `${folder}/administration.int.test.ts`;

const session = "Needs a session (`POST /api/v2/auth/login`) and, for a change, its `X-CSRF-Token`.";

/** Every operation of Nezha v0 that is HTTP, but for its first page, whose path is V6Direct's. */
export const operations: readonly CompatibleOperation[] = [
  {
    method: "GET",
    path: "/api/v1/server/list",
    status: "served",
    test: { file: tokenApi, title: "cases 4, 5 and 31: has every server by id" },
    note: "Nodes and devices; a device shows its node's readings. Every item has its `display_index` and `hide_for_guest`.",
  },
  {
    method: "GET",
    path: "/api/v1/server/details",
    status: "served",
    test: { file: tokenApi, title: "has what the server is and does" },
  },
  {
    method: "POST",
    path: "/api/v1/server/register",
    status: "served",
    test: {
      file: devices,
      title: "cases 25 and 5: makes a server that was never seen, whose secret is kept as a hash",
    },
    note: "Of the secret a hash is kept, and no agent is let in with it: nodes run Statwire's collector.",
  },
  later("GET", "/api/v1/monitor/{id}", "Comes with checks."),
  {
    method: "GET",
    path: "/ws",
    status: "served",
    test: { file: tokenApi, title: "pushes all servers every two seconds, with a ping after every fourth frame" },
    note: "Guests see nothing unless `GUEST_VIEW` lets them, and nothing that is hidden from guests.",
  },
  {
    method: "GET",
    path: "/api/token",
    status: "served",
    test: { file: administration, title: "makes one that is shown once, and lists what is left of it" },
    note: `Shows first and last characters and the id: tokens are kept as hashes. ${session}`,
  },
  {
    method: "POST",
    path: "/api/token",
    status: "served",
    test: { file: administration, title: "makes one that is shown once, and lists what is left of it" },
    note: "May read servers and register new ones, and is good under the other surfaces' headers, too.",
  },
  {
    method: "DELETE",
    path: "/api/token/{token}",
    status: "served",
    test: { file: administration, title: "deletes one by %s" },
    note: "By the token, by what the list shows of it, or by its id.",
  },
  {
    method: "GET",
    path: "/api/search-server",
    status: "served",
    test: { file: administration, title: "finds servers by id, name, group and notes" },
    note: "Nothing found is `[]`, not null.",
  },
  {
    method: "POST",
    path: "/api/server",
    status: "served",
    test: { file: administration, title: "makes one, shows its secret once, and changes it" },
    note: "A node that is changed becomes a device. The secret of a new one is in `result`.",
  },
  {
    method: "POST",
    path: "/api/batch-update-server-group",
    status: "served",
    test: { file: administration, title: "puts several into a group, or none when one is unknown" },
  },
  {
    method: "POST",
    path: "/api/batch-delete-server",
    status: "served",
    test: { file: administration, title: "deletes several, or none when one is unknown or a node itself" },
    note: "A node that goes on reporting stays, under its own name.",
  },
  {
    method: "DELETE",
    path: "/api/server/{id}",
    status: "served",
    test: { file: administration, title: "deletes one; its node stays under its own name" },
    note: "A node that goes on reporting stays, under its own name.",
  },
  {
    method: "POST",
    path: "/api/logout",
    status: "served",
    test: { file: administration, title: "ends the session" },
  },
  ...refused("nodes run no commands that come from here", [
    ["POST", "/api/cron"],
    ["GET", "/api/cron/{id}/manual"],
    ["DELETE", "/api/cron/{id}"],
    ["GET", "/api/search-tasks"],
  ]),
  ...refused("collectors are not updated from here", [["POST", "/api/force-update"]]),
  ...refused("nobody's name servers are changed from here", [
    ["GET", "/api/search-ddns"],
    ["POST", "/api/ddns"],
    ["DELETE", "/api/ddns/{id}"],
  ]),
  ...refused("nodes open no tunnels", [
    ["POST", "/api/nat"],
    ["DELETE", "/api/nat/{id}"],
  ]),
  ...refused("nodes have no terminals here", [
    ["POST", "/terminal"],
    ["GET", "/terminal/{id}"],
  ]),
  ...refused("files of nodes are not read or written from here", [
    ["GET", "/file"],
    ["GET", "/file/{id}"],
  ]),
  later("POST", "/api/monitor", "Comes with checks."),
  later("DELETE", "/api/monitor/{id}", "Comes with checks."),
  later("POST", "/api/notification", "Comes with alerts."),
  later("DELETE", "/api/notification/{id}", "Comes with alerts."),
  later("POST", "/api/alert-rule", "Comes with alerts."),
  later("DELETE", "/api/alert-rule/{id}", "Comes with alerts."),
  later("POST", "/api/setting", "Settings are environment variables."),
  later("POST", "/view-password", "`GUEST_VIEW` lets guests see all that is not hidden from them."),
  later("GET", "/login", "Sign in with `POST /api/v2/auth/login`."),
  later("GET", "/oauth2/login", "Sign in elsewhere with `GET /api/v2/auth/openid/start`."),
  later("GET", "/oauth2/callback", "Sign in elsewhere with `GET /api/v2/auth/openid/start`."),
  ...["/service", "/network", "/network/{id}"].map((path) => later("GET", path, "A page.")),
  ...["/server", "/monitor", "/cron", "/notification", "/ddns", "/nat", "/setting", "/api", "/static/{file}"].map(
    (path) => later("GET", path, "A page of the administration, or a file of one."),
  ),
];

function refused(reason: string, all: [CompatibleOperation["method"], string][]): CompatibleOperation[] {
  return all.map(([method, path]) => ({
    ...{ method, path, status: "refused" },
    test: { file: administration, title: "%s %s is refused by design" },
    note: `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`,
  }));
}

function later(method: CompatibleOperation["method"], path: string, note: string): CompatibleOperation {
  return { method, path, status: "later", note };
}
