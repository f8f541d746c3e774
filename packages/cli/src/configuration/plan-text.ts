import { plainText } from "../operating/readable.js";
import type { Step } from "./plan.js";

const signs: Record<Step["operation"], string> = { create: "+", replace: "~", delete: "-" };

/** A plan as a person reads it: a line for each document, and one for each field that changes. */
export function planText(steps: readonly Step[]): string {
  if (steps.length === 0) return "nothing to do: the workspace is what the file says";
  const lines = steps.flatMap(({ operation, kind, label, changes }) => [
    `${signs[operation]} ${kind} ${plainText(label)}`,
    ...changes.map(
      ({ field, from, to }) => `    ${field}: ${operation === "create" ? "" : `${text(from)} → `}${text(to)}`,
    ),
  ]);
  const count = (operation: Step["operation"]) => steps.filter((step) => step.operation === operation).length;
  const counts = `${count("create")} to create, ${count("replace")} to change, ${count("delete")} to delete`;
  return [...lines, "", counts].join("\n");
}

function text(value: unknown): string {
  return value === undefined ? "(default)" : plainText(JSON.stringify(value) ?? "");
}
