import type { Plan } from "../kinds/kind.js";
import type { View } from "./view.js";

/** What a workspace is entitled to at a moment: a plan that ran out is a free one, one without a document has no limits. */
export function planOf(view: Pick<View, "get">, workspace: string, nowMs: number): Plan {
  const document = view.get({ workspace, kind: "workspace", id: workspace })?.document as
    | { plan: Plan; plan_until: string | null }
    | undefined;
  if (document === undefined) return "unlimited";
  const isOver = document.plan_until !== null && Date.parse(document.plan_until) <= nowMs;
  return isOver ? "free" : document.plan;
}
