/** The deepest nesting of what comes in: beyond it, reading and writing JSON would end in the stack and not in an answer. */
export const nestingMax = 32;

/** Whether a value has more levels of lists and objects than there may be. */
export function isNestedTooDeeply(value: unknown, levels = nestingMax): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (levels === 0) return true;
  return Object.values(value).some((member) => isNestedTooDeeply(member, levels - 1));
}
