import type { CompatibleOperation } from "../compatible-operation.js";

const folder = "services/api/src/surfaces/dashmon";

/** What a user of the original should know. */
const notes: Readonly<Record<string, string>> = {
  "POST /auth/local/signup": "Only where `REGISTRATION` lets accounts be made; the first one is the administrator.",
  "POST /auth/local/login": "Who has turned one-time codes on sends one as `code`.",
  "GET /auth/google": "Leads to whatever `OIDC_ISSUER` names; 503 where it names nothing.",
  "GET /logout": "Not for links on other sites' pages.",
  "GET /api/projects": "Until there are checks, a device is `unknown`, or `up` while the readings of its node come in.",
  "DELETE /api/projects/{projectId}": "Its devices go with it.",
  "POST /api/maintenance/device/{deviceId}": "To the minute: a window is longer by a part of one, never shorter.",
  "POST /api/user/team-invitations/accept": "By the user to whose address the mail was sent.",
};

/** Every operation of Dashmon: those of its documentation, and those that only its code has. */
export const operations: readonly CompatibleOperation[] = [
  ...served("sign-in", {
    "POST /auth/local/signup":
      "5: makes an account, and signs in with a cookie that no script and no other site's form can use",
    "POST /auth/local/login":
      "7: with a wrong password, or as nobody, is refused alike; with the user name it is let in",
    "GET /auth/google": "leads there and back, and lets in who has an account",
    "GET /auth/google/callback": "leads there and back, and lets in who has an account",
    "POST /logout": "35: POST /logout ends it",
    "GET /logout": "GET /logout ends it and leads to the sign-in",
    "GET /api/health": "1: GET /api/health",
    "GET /api/meta/capabilities": "38: GET /api/meta/capabilities",
    "GET /api/me": "8: GET /api/me says who one is, and what one's workspace is entitled to",
  }),
  ...served("projects", {
    "POST /api/projects": "11: are made under the id that the client chooses",
    "GET /api/projects/{projectId}": "11: are made under the id that the client chooses",
    "PUT /api/projects/{projectId}": "14: are replaced whole, what is left out becomes null, and the id stays",
    "DELETE /api/projects/{projectId}": "are deleted with their devices",
    "GET /api/stores": "are stores by their older paths",
    "POST /api/stores": "are stores by their older paths",
    "GET /api/stores/{storeId}": "are stores by their older paths",
    "PUT /api/stores/{storeId}": "are stores by their older paths",
    "DELETE /api/stores/{storeId}": "are stores by their older paths",
    "GET /api/stores/{storeId}/devices": "are stores by their older paths",
    "POST /api/stores/{storeId}/devices": "are stores by their older paths",
    "GET /api/stores/{storeId}/devices/{deviceId}": "are stores by their older paths",
  }),
  ...served("devices", {
    "GET /api/projects": "has the devices and how they are, the newest first",
    "GET /api/projects/{projectId}/devices": "of a project in a free or premium workspace are fifteen",
    "GET /api/projects/{projectId}/devices/{deviceId}": "are read with their tags, in their own project alone",
    "POST /api/projects/{projectId}/devices": "17: are made with what the plan says, and unknown",
    "PUT /api/devices/{deviceId}": "are replaced whole, but for what is not known here",
    "DELETE /api/devices/{deviceId}": "32: are deleted once",
  }),
  ...served("tags", {
    "GET /api/tags": "are names, made where they are needed and counted",
    "PUT /api/devices/{deviceId}/tags": "are names, made where they are needed and counted",
    "POST /api/devices/tags/bulk": "are names, made where they are needed and counted",
  }),
  ...served("maintenance", {
    "POST /api/maintenance/device/{deviceId}": "is set, seen, set anew and ended: one document",
    "DELETE /api/maintenance/device/{deviceId}": "is set, seen, set anew and ended: one document",
    "POST /api/maintenance/project/{projectId}": "is of all its devices",
    "DELETE /api/maintenance/project/{projectId}": "is of all its devices",
    "POST /api/maintenance/store/{storeId}": "is of all its devices",
    "DELETE /api/maintenance/store/{storeId}": "is of all its devices",
    "POST /api/maintenance/devices/bulk-set": "is set and ended in one go; those that are not there are passed over",
    "POST /api/maintenance/devices/bulk-clear": "is set and ended in one go; those that are not there are passed over",
  }),
  ...served("user", {
    "GET /api/user/preferences": "are set, seen and taken away",
    "PUT /api/user/preferences/timezone": "are set, seen and taken away",
    "GET /api/user/permission-foundation":
      "is invited by mail, accepts signed in, and acts in the workspace that it chooses",
    "POST /api/user/account-context":
      "is invited by mail, accepts signed in, and acts in the workspace that it chooses",
    "GET /api/user/team-invitations": "an invitation can be taken back, and its link is good no more",
    "POST /api/user/team-invitations":
      "is invited by mail, accepts signed in, and acts in the workspace that it chooses",
    "POST /api/user/team-invitations/{invitationId}/cancel":
      "an invitation can be taken back, and its link is good no more",
    "POST /api/user/team-invitations/accept":
      "is invited by mail, accepts signed in, and acts in the workspace that it chooses",
    "GET /api/user/api-token": "are shown once, listed without their text, and let a program in",
    "GET /api/user/api-tokens": "are shown once, listed without their text, and let a program in",
    "POST /api/user/api-tokens": "are shown once, listed without their text, and let a program in",
    "DELETE /api/user/api-tokens/{tokenId}": "are shown once, listed without their text, and let a program in",
  }),
  ...served("support", {
    "GET /api/user/integration-posture": "GET /api/user/integration-posture says what is connected",
    "GET /api/support/summary": "GET /api/support/summary says how much of the plan is used",
    "GET /api/billing/plans": "GET /api/billing/plans lists the plans to everybody",
  }),
  ...refused([
    ...["GET /api/billing/config", "GET /api/billing/test-mode", "POST /api/billing/simulate-upgrade"],
    ...["POST /api/billing/demo/activate", "POST /api/billing/bank-transfer/request"],
    ...["POST /api/billing/bank-transfer/confirm", "POST /api/billing/paypal/create-subscription"],
    ...["POST /api/billing/paypal/cancel", "POST /api/billing/paypal/webhook"],
    "GET /api/billing/paypal/subscription/{subscriptionId}",
  ]),
  ...later([
    ...["GET /api/devices/{deviceId}/history", "POST /api/devices/{deviceId}/test-now"],
    ...["POST /api/devices/refresh-all", "PUT /api/devices/{deviceId}/synthetic"],
    ...["GET /api/devices/{deviceId}/dns-config", "PUT /api/devices/{deviceId}/dns-config"],
    ...["GET /api/devices/{deviceId}/heartbeat-config", "PUT /api/devices/{deviceId}/heartbeat-config"],
    ...["POST /api/incoming/heartbeat/{token}", "GET /api/alerts/email", "PUT /api/alerts/email"],
    ...["GET /api/alerts/sms", "PUT /api/alerts/sms", "POST /api/alerts/sms/test"],
    ...["GET /api/projects/{projectId}/alert-settings", "PUT /api/projects/{projectId}/alert-settings"],
    ...["POST /api/projects/{projectId}/alert-settings/test", "GET /api/status-pages", "POST /api/status-pages"],
    ...["PUT /api/status-pages/{pageId}", "POST /api/status-pages/{pageId}/regenerate-token"],
    ...["GET /api/status-pages/{pageId}/updates", "POST /api/status-pages/{pageId}/updates"],
    ...["GET /api/public/status-pages/{slug}", "GET /api/devices/{deviceId}/analytics", "GET /api/reports/uptime"],
    ...["GET /api/incidents", "GET /api/devices/{deviceId}/latency/percentiles", "GET /api/metrics/down-events"],
  ]),
];

/** What is served, with the title of the test that proves it. */
function served(name: string, tests: Readonly<Record<string, string>>): CompatibleOperation[] {
  const file = `${folder}/${name}.int.test.ts`;
  return Object.entries(tests).map(([operation, title]) => ({
    ...named(operation),
    status: "served",
    test: { file, title },
    ...(notes[operation] === undefined ? {} : { note: notes[operation] }),
  }));
}

function refused(operations: readonly string[]): CompatibleOperation[] {
  const test = { file: `${folder}/support.int.test.ts`, title: "nothing is sold" };
  const note = "An administrator of the installation sets the plan of a workspace.";
  return operations.map((operation) => ({ ...named(operation), status: "refused", test, note }));
}

function later(operations: readonly string[]): CompatibleOperation[] {
  return operations.map((operation) => ({ ...named(operation), status: "later" }));
}

function named(operation: string): Pick<CompatibleOperation, "method" | "path"> {
  const [method, path] = operation.split(" ", 2) as [CompatibleOperation["method"], string];
  return { method, path };
}
