import { mayDo } from "@statwire/control-plane";
import { contextOf } from "../../http/context.js";
import { requestIdOf } from "../../http/request-id.js";
import type { Account } from "./account.js";
import { listTokens } from "./api-tokens.js";
import type { DashmonIntegrationPosture, DashmonSupportSummary } from "./dto-user.js";
import { apiVersion } from "./meta.js";
import { limitsOf, toDashmonPlan } from "./plans.js";

/** What this installation is connected with. */
export function postureOf(account: Account): DashmonIntegrationPosture {
  const { identity } = contextOf(account.request);
  const { caller, workspace, plan } = account;
  const mayRead = mayDo(caller.principal, { verb: "read", workspace, kind: "token" }) === "allowed";
  // Whoever may not read tokens does not learn how many there are.
  const active = mayRead ? listTokens(account).filter(({ status }) => status === "active").length : 0;
  return {
    integrations: {
      email: { configured: identity?.mailer !== undefined },
      sms: { configured: false },
      google: { configured: identity?.openId !== undefined },
      billing: { configured: false },
      apiTokens: { enabled: plan !== "free", active },
    },
  };
}

/** How much of its plan a workspace uses, as far as the caller sees it. */
export function supportSummaryOf(account: Account): DashmonSupportSummary {
  const projects = account.list("project").length;
  const devices = account.list("device").length;
  return {
    support: {
      workspaceId: account.workspace,
      plan: toDashmonPlan(account.plan),
      limits: limitsOf(account.plan),
      projects,
      devices,
      writeLocked: account.isOverLimit,
      apiVersion,
      requestId: requestIdOf(account.request),
    },
  };
}
