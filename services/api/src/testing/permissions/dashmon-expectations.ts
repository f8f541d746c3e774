import type { Expectation, Verb } from "./expectations.js";

/** What is expected of Dashmon's operations. Whoever asks acts in the workspace of the token. */
export const expectedOfDashmon: Readonly<Record<string, Expectation>> = {
  ...all({ is: "open" }, [
    ...["POST /auth/local/signup", "POST /auth/local/login", "GET /auth/google", "GET /auth/google/callback"],
    ...["GET /logout", "POST /logout", "GET /api/health", "GET /api/meta/capabilities"],
    ...["GET /api/billing/plans", "GET /api/billing/config", "GET /api/billing/test-mode"],
    ...["GET /api/billing/paypal/subscription/{subscriptionId}", "POST /api/billing/simulate-upgrade"],
    ...["POST /api/billing/demo/activate", "POST /api/billing/bank-transfer/request"],
    ...["POST /api/billing/bank-transfer/confirm", "POST /api/billing/paypal/create-subscription"],
    ...["POST /api/billing/paypal/cancel", "POST /api/billing/paypal/webhook"],
  ]),
  ...all({ is: "known" }, ["GET /api/me", "GET /api/user/preferences", "GET /api/user/permission-foundation"]),
  ...all({ is: "known" }, ["GET /api/user/integration-posture"]),
  ...all({ is: "person" }, [
    ...["PUT /api/user/preferences/timezone", "POST /api/user/account-context"],
    ...["POST /api/user/api-tokens", "DELETE /api/user/api-tokens/{tokenId}"],
    ...["GET /api/user/team-invitations", "POST /api/user/team-invitations"],
    ...["POST /api/user/team-invitations/{invitationId}/cancel", "POST /api/user/team-invitations/accept"],
  ]),
  ...all(own("token", "read", "none"), ["GET /api/user/api-token", "GET /api/user/api-tokens"]),
  ...all(own("device", "read", "none"), ["GET /api/support/summary"]),
  ...all(own("tag", "read", "none"), ["GET /api/tags"]),
  ...projectsAt("/api/projects", "{projectId}"),
  ...projectsAt("/api/stores", "{storeId}"),
  ...all(own("device", "update", "id"), ["PUT /api/devices/{deviceId}", "PUT /api/devices/{deviceId}/tags"]),
  ...all(own("device", "delete", "id"), ["DELETE /api/devices/{deviceId}"]),
  ...all(own("device", "update", "none"), ["POST /api/devices/tags/bulk", "POST /api/maintenance/devices/bulk-set"]),
  ...all(own("device", "update", "none"), ["POST /api/maintenance/devices/bulk-clear"]),
  ...all(own("device", "update", "id"), ["POST /api/maintenance/device/{deviceId}"]),
  ...all(own("device", "update", "id"), ["DELETE /api/maintenance/device/{deviceId}"]),
  ...all(own("project", "update", "key"), ["POST /api/maintenance/project/{projectId}"]),
  ...all(own("project", "update", "key"), ["DELETE /api/maintenance/project/{projectId}"]),
  ...all(own("project", "update", "key"), ["POST /api/maintenance/store/{storeId}"]),
  ...all(own("project", "update", "key"), ["DELETE /api/maintenance/store/{storeId}"]),
};

function projectsAt(path: string, id: string): Record<string, Expectation> {
  return {
    ...all(own("project", "read", "none"), [`GET ${path}`]),
    ...all(own("project", "create", "none"), [`POST ${path}`]),
    ...all(own("project", "read", "key"), [`GET ${path}/${id}`]),
    ...all(own("project", "update", "key"), [`PUT ${path}/${id}`]),
    ...all(own("project", "delete", "key"), [`DELETE ${path}/${id}`]),
    ...all(own("device", "read", "key"), [`GET ${path}/${id}/devices`]),
    // Whoever may not know of the project is told that there is none.
    ...all(own("device", "update", "key"), [`POST ${path}/${id}/devices`]),
    ...all(own("device", "read", "id"), [`GET ${path}/${id}/devices/{deviceId}`]),
  };
}

/** `id`: something of `default` by its id; `key`: something that every workspace may have, by its name. */
function own(kind: "project" | "device" | "tag" | "token", verb: Verb, names: "id" | "key" | "none"): Expectation {
  return { is: "documents", kind, verb, names: names === "id" ? "one" : names, actsAtHome: true };
}

function all(expectation: Expectation, operations: readonly string[]): Record<string, Expectation> {
  return Object.fromEntries(operations.map((operation) => [operation, expectation]));
}
