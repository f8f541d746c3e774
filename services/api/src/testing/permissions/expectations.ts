import type { KindName, Role } from "@statwire/control-plane";
import { expectedOfDashmon } from "./dashmon-expectations.js";

/**
 * What is expected of each operation, written down beside the code that decides it and without it: `open` to everybody, `known` to
 * everybody with a credential, `person`: no program, whose credential is not even known to some; `administrator`: nobody but who
 * looks after the installation; nodes that are read, or told something; documents of a kind; the audit.
 */
export type Expectation =
  | { is: "open" | "known" | "administrator" | "audit" }
  | { is: "person"; programsAre?: "unknown" }
  | { is: "nodes"; least: Role; changes: boolean }
  | {
      is: "documents";
      kind: KindName;
      verb: Verb;
      /** `key`: by a name that something in every workspace has. */
      names: "one" | "key" | "none";
      hiddenIs?: "forbidden";
      /** Who names no workspace means the own one, not the one that is served. */
      actsAtHome?: true;
      /** What is created cannot be put into a project. */
      placeless?: true;
    };

export type Verb = "read" | "create" | "update" | "delete";

/** Least roles for a kind; `administrator`: no member. */
type Least = Role | "administrator";

/** `projects`: what who is limited to projects may do: all of that `within` them, `read` alone, or what is their `own`. */
export interface KindExpectation {
  read: Least;
  create: Least;
  change: Least;
  projects: "within" | "read" | "own";
}

export const expectedOfKinds: Readonly<Record<KindName, KindExpectation>> = {
  workspace: { read: "viewer", create: "administrator", change: "owner", projects: "read" },
  user: { read: "viewer", create: "administrator", change: "administrator", projects: "read" },
  project: { read: "viewer", create: "editor", change: "editor", projects: "within" },
  tag: { read: "viewer", create: "editor", change: "editor", projects: "read" },
  proxy: { read: "viewer", create: "editor", change: "editor", projects: "read" },
  device: { read: "viewer", create: "editor", change: "editor", projects: "within" },
  maintenance: { read: "viewer", create: "editor", change: "editor", projects: "within" },
  membership: { read: "viewer", create: "admin", change: "admin", projects: "read" },
  invitation: { read: "admin", create: "admin", change: "admin", projects: "read" },
  token: { read: "admin", create: "admin", change: "admin", projects: "read" },
  credential: { read: "admin", create: "admin", change: "admin", projects: "read" },
  preference: { read: "viewer", create: "viewer", change: "viewer", projects: "own" },
  setting: { read: "editor", create: "admin", change: "admin", projects: "read" },
};

const readNodes: Expectation = { is: "nodes", least: "viewer", changes: false };
const changeNodes: Expectation = { is: "nodes", least: "editor", changes: true };
const open: Expectation = { is: "open" };
const person: Expectation = { is: "person" };
const session: Expectation = { is: "person", programsAre: "unknown" };

/** Operations that are of no kind of document alone. */
const expectedOfOthers: Readonly<Record<string, Expectation>> = {
  ...all(open, ["GET /", "GET /health", "GET /livez", "GET /readyz"]),
  ...all(readNodes, ["GET /stats", "GET /stats/cpu", "GET /stats/memory", "GET /stats/network"]),
  ...all(readNodes, ["GET /stats/history", "GET /stats/node", "GET /dashpad/health", "GET /status"]),
  ...all(readNodes, ["GET /settings/modules", "GET /metrics", "GET /metrics/{metric_name}", "GET /logs"]),
  ...all(readNodes, ["GET /query/{source}/{metric}", "GET /logs/{log_name}", "GET /cron_tasks", "GET /alerts/netdata"]),
  ...all(readNodes, ["GET /scheduler/status", "GET /api/v1/server/list", "GET /api/v1/server/details"]),
  ...all(readNodes, ["GET /api/v2/nodes", "GET /api/v2/nodes/{node}", "GET /api/v2/nodes/{node}/completeness"]),
  ...all(readNodes, ["GET /api/v2/metrics", "GET /api/v2/nodes/{node}/metrics/{metric}", "POST /api/v2/query"]),
  ...all(readNodes, ["GET /api/v2/nodes/{node}/logs", "GET /api/v2/nodes/{node}/logs/{log}"]),
  ...all(readNodes, ["GET /api/v2/nodes/{node}/logs/{log}/tail"]),
  "POST /api/v1/server/register": { is: "documents", kind: "device", verb: "create", names: "none", placeless: true },
  ...all(session, ["GET /api/token", "POST /api/token", "DELETE /api/token/{token}", "POST /api/logout"]),
  ...all(session, ["GET /api/search-server", "POST /api/server", "DELETE /api/server/{id}"]),
  ...all(session, ["POST /api/batch-update-server-group", "POST /api/batch-delete-server"]),
  ...all(session, ["GET /api/search-tasks", "POST /api/cron", "GET /api/cron/{id}/manual", "DELETE /api/cron/{id}"]),
  ...all(session, ["GET /api/search-ddns", "POST /api/ddns", "DELETE /api/ddns/{id}", "POST /api/force-update"]),
  ...all(session, ["POST /api/nat", "DELETE /api/nat/{id}", "POST /terminal", "GET /terminal/{id}"]),
  ...all(session, ["GET /file", "GET /file/{id}"]),
  ...all(changeNodes, ["POST /stats/refresh", "POST /scheduler/control"]),
  ...all({ is: "known" }, ["GET /api/v2/auth/me"]),
  ...all(open, ["POST /api/v2/auth/login", "POST /api/v2/auth/first-administrator"]),
  ...all(open, ["POST /api/v2/auth/invitations/accept", "POST /api/v2/auth/password-reset"]),
  ...all(open, ["POST /api/v2/auth/password-reset/finish", "POST /api/v2/auth/tokens"]),
  ...all(open, ["POST /api/v2/auth/tokens/refresh", "POST /api/v2/auth/tokens/end"]),
  ...all(open, ["GET /api/v2/auth/openid/start", "GET /api/v2/auth/openid/callback"]),
  ...all(person, ["POST /api/v2/auth/logout", "GET /api/v2/auth/sessions", "DELETE /api/v2/auth/sessions"]),
  ...all(person, ["DELETE /api/v2/auth/sessions/{id}", "POST /api/v2/auth/password"]),
  ...all(person, ["POST /api/v2/auth/two-factor/setup", "POST /api/v2/auth/two-factor/verify"]),
  ...all(person, ["POST /api/v2/auth/two-factor/disable"]),
  ...all({ is: "administrator" }, ["POST /api/v2/auth/first-administrator/link"]),
  ...all({ is: "administrator" }, ["POST /api/v2/auth/users/{id}/two-factor/reset"]),
  "POST /api/v2/auth/invitations": {
    is: "documents",
    kind: "invitation",
    verb: "create",
    names: "none",
    hiddenIs: "forbidden",
  },
  "POST /api/v2/enrollments": { is: "documents", kind: "credential", verb: "create", names: "none" },
  "POST /api/v2/enrollments/{id}/revoked": { is: "documents", kind: "credential", verb: "update", names: "one" },
  ...all(open, ["POST /api/v2/enrollments/accept"]),
  ...expectedOfPeekaping(),
  ...expectedOfDashmon,
  "GET /api/v2/audit": { is: "audit" },
  "POST /api/v2/tokens/{id}/rotate": { is: "documents", kind: "token", verb: "update", names: "one" },
  "GET /api/v2/tokens/{id}/usage": { is: "documents", kind: "token", verb: "read", names: "one" },
};

function expectedOfPeekaping(): Readonly<Record<string, Expectation>> {
  const base = "/api/v1";
  const person: Expectation = { is: "person", programsAre: "unknown" };
  const of = (kind: KindName, verb: Verb, names: "one" | "none"): Expectation => ({
    ...{ is: "documents", kind, verb, names, actsAtHome: true },
    ...(verb === "create" ? { placeless: true } : {}),
  });
  const crud = (kind: KindName, path: string): Record<string, Expectation> => ({
    [`GET ${path}`]: of(kind, "read", "none"),
    [`POST ${path}`]: of(kind, "create", "none"),
    [`GET ${path}/{id}`]: of(kind, "read", "one"),
    ...all(of(kind, "update", "one"), [`PUT ${path}/{id}`, `PATCH ${path}/{id}`]),
    [`DELETE ${path}/{id}`]: of(kind, "delete", "one"),
  });
  const maintenance = `${base}/maintenances/{id}`;
  const setting = `${base}/settings/key/{key}`;
  return {
    ...all(open, [`GET ${base}/health`, `GET ${base}/version`, `GET ${base}/api-keys/config`]),
    ...all(
      open,
      ["register", "login", "refresh"].map((name) => `POST ${base}/auth/${name}`),
    ),
    ...all(person, [
      `PUT ${base}/auth/password`,
      ...["setup", "verify", "disable"].map((name) => `POST ${base}/auth/2fa/${name}`),
    ]),
    ...all(person, [`GET ${base}/api-keys`, `POST ${base}/api-keys`]),
    ...all(
      person,
      ["GET", "PUT", "DELETE"].map((method) => `${method} ${base}/api-keys/{id}`),
    ),
    ...crud("tag", `${base}/tags`),
    ...crud("proxy", `${base}/proxies`),
    ...crud("maintenance", `${base}/maintenances`),
    ...all(of("maintenance", "update", "one"), [`PATCH ${maintenance}/pause`, `PATCH ${maintenance}/resume`]),
    ...all(of("device", "read", "none"), [`GET ${base}/monitors`, `GET ${base}/monitors/batch`]),
    [`GET ${base}/monitors/{id}`]: of("device", "read", "one"),
    [`PATCH ${base}/monitors/{id}`]: of("device", "update", "one"),
    [`GET ${setting}`]: of("setting", "read", "one"),
    // One that is not there is made.
    [`PUT ${setting}`]: of("setting", "update", "none"),
    [`DELETE ${setting}`]: of("setting", "delete", "one"),
  };
}

function all(expectation: Expectation, operations: readonly string[]): Record<string, Expectation> {
  return Object.fromEntries(operations.map((operation) => [operation, expectation]));
}

const plurals: Readonly<Record<string, KindName>> = {
  workspaces: "workspace",
  users: "user",
  projects: "project",
  tags: "tag",
  proxies: "proxy",
  devices: "device",
  maintenances: "maintenance",
  memberships: "membership",
  invitations: "invitation",
  tokens: "token",
  credentials: "credential",
  preferences: "preference",
  settings: "setting",
};

const ofKind: Readonly<Record<string, [verb: Verb, names: "one" | "none"]>> = {
  GET: ["read", "none"],
  POST: ["create", "none"],
  // Of the walk, whose only item deletes something, or changes what is never deleted.
  "POST /batch": ["delete", "one"],
  "GET /{id}": ["read", "one"],
  "PUT /{id}": ["update", "one"],
  "PATCH /{id}": ["update", "one"],
  "DELETE /{id}": ["delete", "one"],
  "GET /{id}/history": ["read", "one"],
};

/** What is expected of an operation such as `GET /stats`; undefined: nothing was written down, which is a gap. */
export function expectationOf(operation: string): Expectation | undefined {
  const other = expectedOfOthers[operation];
  if (other !== undefined) return other;
  const [, method = "", plural = "", rest = ""] = /^([A-Z]+) \/api\/v2\/([a-z]+)(\/.*)?$/.exec(operation) ?? [];
  const kind = plurals[plural];
  const [verb, names] = ofKind[rest === "" ? method : `${method} ${rest}`] ?? [];
  if (kind === undefined || verb === undefined || names === undefined) return undefined;
  return { is: "documents", kind, verb, names };
}
