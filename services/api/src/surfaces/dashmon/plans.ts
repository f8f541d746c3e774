import { kindOf, type Plan } from "@statwire/control-plane";

/** The two plans that Dashmon's clients know. */
export type DashmonPlan = "free" | "premium";

/** What has no limits has everything that premium has. */
export function toDashmonPlan(plan: Plan): DashmonPlan {
  return plan === "free" ? "free" : "premium";
}

/** How often devices are checked that do not say. */
const checkSeconds: Readonly<Record<Plan, number>> = { free: 7_200, premium: 900, unlimited: 900 };
/** How far back the history goes. */
const historyDays: Readonly<Record<Plan, number>> = { free: 7, premium: 90, unlimited: 90 };

/** What a plan includes. */
export interface DashmonPlanLimits {
  /** @isInt */
  projects: number;
  /**
   * Of each project; null: as many as the workspace may have.
   * @isInt
   */
  devicesPerProject: number | null;
  /** @isInt */
  checkIntervalSeconds: number;
  /** @isInt */
  historyDays: number;
}

/** The limits of a plan; those of documents are the configuration's own. */
export function limitsOf(plan: Plan): DashmonPlanLimits {
  return {
    projects: kindOf("project").countMax[plan],
    devicesPerProject: kindOf("device").countMaxWithin?.max[plan] ?? null,
    checkIntervalSeconds: checkSeconds[plan],
    historyDays: historyDays[plan],
  };
}

/** A plan as it is offered. */
export interface DashmonPlanOffer extends DashmonPlanLimits {
  id: DashmonPlan;
}

/** The plans that a workspace may have, the least first. */
export function planOffers(): DashmonPlanOffer[] {
  return (["free", "premium"] as const).map((id) => ({ id, ...limitsOf(id) }));
}
