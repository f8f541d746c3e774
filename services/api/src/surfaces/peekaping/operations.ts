import type { CompatibleOperation } from "../compatible-operation.js";

type Method = CompatibleOperation["method"];
type Proof = NonNullable<CompatibleOperation["test"]>;

const base = "/api/v1";

/** The tests of this folder that prove what is served. */
const page = provedIn("web-client");
const conformance = provedIn("conformance");
const signIn = provedIn("sign-in");
const monitors = provedIn("monitors");
const addition = provedIn("additions");

const storedPassword = "stays when it is not sent, and goes with what it is for";
const maintenancePage = "creates, pauses and resumes a maintenance: %j";
const maintenanceChange = "changes how often a maintenance takes place";
const schedules =
  "What a strategy has no use for is not kept; `SAME_AS_SERVER` becomes the time zone of the workspace; what cannot take place is 400.";

/** Every operation of Peekaping's API, and what becomes of it here. */
export const operations: readonly CompatibleOperation[] = [
  served(
    "GET",
    "/health",
    conformance("1: the health is open"),
    "Answers `ok` and the time, as the documentation says.",
  ),
  served("GET", "/version", conformance("2: the version is open"), "The version of Peekaping that this is like."),
  served(
    "POST",
    "/auth/register",
    conformance("5: the first one registers, and nobody after that"),
    "As `REGISTRATION` says: closed, the first one, or anybody.",
  ),
  served("POST", "/auth/login", conformance("8: a right one gives an access token of 15 minutes")),
  served(
    "POST",
    "/auth/refresh",
    page("goes on with the next tokens"),
    "A refresh token is good once: when one comes back, the whole sign-in ends.",
  ),
  served(
    "PUT",
    "/auth/password",
    signIn("a changed password voids every token of before"),
    "Every token of before is void, that of the request, too.",
  ),
  served(
    "POST",
    "/auth/2fa/setup",
    page("signs in, and turns one-time codes on"),
    "For the caller alone; 409 while codes are on. A secret is good for 15 minutes until it is verified.",
  ),
  served(
    "POST",
    "/auth/2fa/verify",
    conformance("43: a wrong code is answered with 200, and told in a flag"),
    "`recoveryCodes` comes with a right code.",
  ),
  served(
    "POST",
    "/auth/2fa/disable",
    signIn("one-time codes are turned off by the password, and no wrong code"),
    "Takes a code or a recovery code as `token`, too.",
  ),
  served("GET", "/api-keys/config", conformance("13: what keys look like is open")),
  served(
    "GET",
    "/api-keys",
    conformance("16: keys are managed by people alone"),
    "Every token of the workspace, the newest 1000.",
  ),
  served(
    "POST",
    "/api-keys",
    conformance("14: a key names its document, and shows its ends from then on"),
    "A key may what its owner may.",
  ),
  served("GET", "/api-keys/{id}", page("creates an API key, uses it, and deletes it")),
  served("PUT", "/api-keys/{id}", page("creates an API key, uses it, and deletes it")),
  served(
    "DELETE",
    "/api-keys/{id}",
    conformance("19: a deleted key is answered with nothing, and so is one that was never there"),
  ),
  ...collection("tags", { every: page("manages tags") }, { DELETE: "One that is not there is 404." }),
  ...collection(
    "proxies",
    { every: page("manages proxies"), POST: addition("is stored, and in no answer"), PUT: addition(storedPassword) },
    {
      GET: "Without the password.",
      PUT: "An empty password leaves the one that is stored.",
      DELETE: "One that is not there is 404.",
    },
  ),
  ...collection(
    "maintenances",
    { every: page(maintenancePage), PATCH: page(maintenanceChange), DELETE: page(maintenanceChange) },
    { POST: schedules, PUT: schedules, PATCH: schedules, DELETE: "One that is not there is 404." },
  ),
  served("PATCH", "/maintenances/{id}/pause", page(maintenancePage)),
  served("PATCH", "/maintenances/{id}/resume", page(maintenancePage)),
  served(
    "GET",
    "/settings/key/{key}",
    conformance("38: settings have names in capitals"),
    "Keys that sign tokens are no settings here.",
  ),
  served(
    "PUT",
    "/settings/key/{key}",
    conformance("38: settings have names in capitals"),
    "The value has to be of the type that is said.",
  ),
  served("DELETE", "/settings/key/{key}", conformance("38: settings have names in capitals")),
  {
    ...{ method: "GET", path: "/health", status: "served" },
    test: {
      file: "services/api/src/surfaces/v6direct/v6direct.int.test.ts",
      title: "case 2: GET /health has a status and the node's uptime",
    },
    note: "Is V6Direct's, or DashPad's on the HTTPS listener.",
  },
  {
    ...{ method: "GET", path: "/swagger/doc.json", status: "served" },
    test: addition("the Swagger document is of what is served"),
    note: "Of what is served here.",
  },
  {
    ...{ method: "GET", path: "/swagger/index.html", status: "served" },
    test: addition("the Swagger document is of what is served"),
    note: "A page without scripts; `/docs` tries operations out.",
  },
  served(
    "GET",
    "/monitors",
    monitors("a device made elsewhere is seen and changed here"),
    "Devices, whether they are checked or not; the status is that of the device's node.",
  ),
  served("GET", "/monitors/batch", monitors("several are read by their ids")),
  served("GET", "/monitors/{id}", monitors("28: one that is not there is not found")),
  served(
    "PATCH",
    "/monitors/{id}",
    monitors("a device made elsewhere is seen and changed here"),
    "Name, tags, proxy, and whether it is checked; members that say how are 400. One that is not there is 404.",
  ),
  ...later("GET", ["/monitors/{id}/heartbeats"]),
  ...later("GET", ["/monitors/{id}/stats/points", "/monitors/{id}/stats/uptime", "/monitors/{id}/tls"]),
  ...later("POST", ["/monitors", "/monitors/{id}/reset"]),
  ...later("PUT", ["/monitors/{id}"]),
  ...later("DELETE", ["/monitors/{id}"]),
  ...later("GET", ["/notification-channels", "/notification-channels/{id}"]),
  ...later("POST", ["/notification-channels", "/notification-channels/test"]),
  ...later("PUT", ["/notification-channels/{id}"]),
  ...later("PATCH", ["/notification-channels/{id}"]),
  ...later("DELETE", ["/notification-channels/{id}"]),
  ...later("GET", ["/status-pages", "/status-pages/{id}", "/status-pages/domain/{domain}"]),
  ...later(
    "GET",
    ["", "/monitors", "/monitors/homepage"].map((rest) => `/status-pages/slug/{slug}${rest}`),
  ),
  ...later("POST", ["/status-pages"]),
  ...later("PATCH", ["/status-pages/{id}"]),
  ...later("DELETE", ["/status-pages/{id}"]),
  ...later("GET", ["status", "uptime", "uptime/{duration}", "ping", "ping/{duration}"].map(badge)),
  ...later("GET", ["cert-exp", "response"].map(badge)),
  ...later("GET", ["/push/{token}"]),
  ...later(
    "GET",
    ["/heartbeats", "/stats", "/ws"],
    "Named by the documentation, and served by no release of the original.",
  ),
  ...(["GET", "POST"] as const).map((method) => ({ method, path: "/socket.io/*", status: "later" }) as const),
];

function served(method: Method, path: string, test: Proof, note?: string): CompatibleOperation {
  return {
    ...{ method, path: base + path, status: "served", test },
    ...(note === undefined ? {} : { note }),
  };
}

function provedIn(name: string): (title: string) => Proof {
  return (title) => ({ file: `services/api/src/surfaces/peekaping/${name}.int.test.ts`, title });
}

/** What every collection has. */
function collection(
  name: string,
  tests: { every: Proof } & Partial<Record<Method, Proof>>,
  notes: Partial<Record<Method, string>>,
): CompatibleOperation[] {
  const of = (method: Method, path: string, note = notes[method]) =>
    served(method, path, tests[method] ?? tests.every, note);
  const one = `/${name}/{id}`;
  return [
    ...[of("GET", `/${name}`), of("POST", `/${name}`)],
    ...(["GET", "PUT", "PATCH", "DELETE"] as const).map((method) => of(method, one)),
  ];
}

function later(method: Method, paths: readonly string[], note?: string): CompatibleOperation[] {
  return paths.map((path) => ({
    ...{ method, path: base + path, status: "later" },
    ...(note === undefined ? {} : { note }),
  }));
}

function badge(name: string): string {
  return `/badge/{monitorId}/${name}`;
}
