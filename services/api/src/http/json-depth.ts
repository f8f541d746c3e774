/** How deep objects and lists may be inside each other; what this API takes is three deep. */
export const jsonDepthMax = 64;

/**
 * Whether a JSON text nests deeper than {@link jsonDepthMax}. Asked before it is parsed: whoever walks or writes a value
 * recursively (validation, an answer that says it back) would run out of stack on a body of a few kilobytes.
 */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (inString) {
      if (character === "\\") index += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === "[" || character === "{") {
      depth += 1;
      if (depth > jsonDepthMax) return true;
    } else if (character === "]" || character === "}") depth -= 1;
  }
  return false;
}
