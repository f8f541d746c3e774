import type { CompatibleOperation } from "../compatible-operation.js";

const conformance = "services/api/src/surfaces/dashpad/dashpad.int.test.ts";
const lists = "services/api/src/surfaces/dashpad/lists.int.test.ts";
const document = "services/api/src/generated-document.int.test.ts";

/** Every operation of DashPad-API, and those that its framework adds. */
export const operations: readonly CompatibleOperation[] = [
  {
    method: "GET",
    path: "/health",
    routedAs: "/dashpad/health",
    status: "served",
    test: {
      file: conformance,
      title: "case 2: GET /health with the key has a name, and a time with milliseconds and offset",
    },
    note: "On the HTTPS listener; on HTTP it is at /dashpad/health.",
  },
  {
    method: "GET",
    path: "/status",
    status: "served",
    test: { file: conformance, title: "case 7: GET /status" },
    note: "`?node=` chooses the node, here and below.",
  },
  {
    method: "GET",
    path: "/metrics",
    status: "served",
    test: { file: conformance, title: "case 8: GET /metrics has everything" },
  },
  {
    method: "GET",
    path: "/metrics/{metric_name}",
    status: "served",
    test: { file: conformance, title: "case 11: GET /metrics/cpu_usage" },
  },
  {
    method: "GET",
    path: "/query/{source}/{metric}",
    status: "served",
    test: { file: conformance, title: "case 14: GET /query/direct/ram_usage" },
    note: "A command to the node's collector.",
  },
  {
    method: "GET",
    path: "/logs",
    status: "served",
    test: { file: lists, title: "case 16: GET /logs has the last hundred lines by their numbers" },
  },
  {
    method: "GET",
    path: "/logs/{log_name}",
    status: "served",
    test: { file: lists, title: "case 17: GET /logs/syslog?since_line=148 has the two lines after it" },
    note: "Addresses and the like are redacted on the node.",
  },
  {
    method: "GET",
    path: "/cron_tasks",
    status: "served",
    test: { file: lists, title: "case 21: GET /cron_tasks has the soonest first" },
  },
  {
    method: "GET",
    path: "/alerts/netdata",
    status: "served",
    test: { file: lists, title: "alerts have upper-case words, the whole the worst of them in lower case" },
  },
  {
    method: "GET",
    path: "/scheduler/status",
    status: "served",
    test: { file: lists, title: "case 23: GET /scheduler/status" },
  },
  {
    method: "POST",
    path: "/scheduler/control",
    status: "served",
    test: {
      file: lists,
      title: "case 24: stop and start tell what was really done, and what follows can be read at once",
    },
    note: "A command to the node's collector.",
  },
  {
    method: "GET",
    path: "/settings/modules",
    status: "served",
    test: { file: lists, title: "case 28: GET /settings/modules" },
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
