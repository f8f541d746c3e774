import type { CompatibleOperation } from "../compatible-operation.js";

const tokenApi = "services/api/src/surfaces/nezha/nezha.int.test.ts";

/** Every operation of Nezha v0 but its pages: what outside clients use, what its own administration uses, its sockets. */
export const operations: readonly CompatibleOperation[] = [
  {
    method: "GET",
    path: "/api/v1/server/list",
    status: "served",
    test: { file: tokenApi, title: "cases 4, 5 and 31: has every server by id" },
    note: "Every item has its `display_index` and `hide_for_guest`.",
  },
  {
    method: "GET",
    path: "/api/v1/server/details",
    status: "served",
    test: { file: tokenApi, title: "has what the server is and does" },
  },
  ...later("POST", "/api/v1/server/register"),
  ...later("GET", "/api/v1/monitor/{id}"),
  {
    method: "GET",
    path: "/ws",
    status: "served",
    test: { file: tokenApi, title: "pushes all servers every two seconds, with a ping after every fourth frame" },
    note: "Guests see nothing unless `GUEST_VIEW` lets them.",
  },
];

function later(method: CompatibleOperation["method"], ...paths: string[]): CompatibleOperation[] {
  return paths.map((path) => ({ method, path, status: "later" }));
}
