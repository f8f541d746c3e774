import type { CompatibleOperation } from "../compatible-operation.js";

const conformance = "services/api/src/surfaces/v6direct/v6direct.int.test.ts";
const document = "services/api/src/generated-document.int.test.ts";

/** Every operation of V6Direct's RaspAPI, and those that its framework adds. */
export const operations: readonly CompatibleOperation[] = [
  {
    method: "GET",
    path: "/",
    status: "served",
    test: { file: conformance, title: "case 1: GET / has the version and six endpoints" },
    note: "A browser gets a page.",
  },
  {
    method: "GET",
    path: "/health",
    status: "served",
    test: { file: conformance, title: "case 2: GET /health has a status and the node's uptime" },
    note: "On the HTTPS listener this path is DashPad's, with a key.",
  },
  {
    method: "GET",
    path: "/stats",
    status: "served",
    test: { file: conformance, title: "case 7: GET /stats has seven keys and the network's constants" },
    note: "`?node=` chooses the node, here and below.",
  },
  {
    method: "GET",
    path: "/stats/cpu",
    status: "served",
    test: { file: conformance, title: "case 10: GET /stats/cpu has the historical spelling and a value a core" },
  },
  {
    method: "GET",
    path: "/stats/memory",
    status: "served",
    test: { file: conformance, title: "case 11: GET /stats/memory is in MB of 10^6 bytes" },
  },
  {
    method: "GET",
    path: "/stats/network",
    status: "served",
    test: {
      file: conformance,
      title: "case 12: GET /stats/network is a bare array of every interface, an empty filter is none",
    },
  },
  {
    method: "GET",
    path: "/stats/history",
    status: "served",
    test: { file: conformance, title: "case 17: GET /stats/history?limit=2 has the last two samples, ascending" },
  },
  {
    method: "GET",
    path: "/stats/node",
    status: "served",
    test: { file: conformance, title: "case 16: GET /stats/node has the node's uptime and what it runs" },
  },
  {
    method: "POST",
    path: "/stats/refresh",
    status: "served",
    test: { file: conformance, title: "case 19: POST /stats/refresh reads anew and pins that reading" },
    note: "503 when the node's collector does not answer.",
  },
  {
    method: "GET",
    path: "/openapi.json",
    status: "served",
    test: { file: document, title: "the document is served under both paths" },
    note: "One document for every surface.",
  },
  ...["/docs", "/redoc", "/docs/oauth2-redirect"].map(
    (path): CompatibleOperation => ({
      ...{ method: "GET", path, status: "served" },
      test: { file: document, title: "%s is a page that loads nothing from elsewhere" },
    }),
  ),
];
