/** How deep objects and lists may be inside each other; the deepest is the configuration of a check. */
export const jsonDepthMax = 32;

/**
 * How many values a body may hold: a hundred large documents at once have fewer. The generated validation takes time with
 * the square of what it refuses: 1 000 bad values took 0.3 s, 32 000 (64 KiB) took 165 s.
 */
export const jsonValuesMax = 3_000;

/**
 * Why a JSON text is more than is read, undefined when it is not. Asked before it is parsed: whoever walks or writes a
 * value recursively (validation, an answer that says it back) would run out of stack on a body of a few kilobytes.
 */
export function whyTooMuch(text: string): string | undefined {
  let depth = 0;
  let values = 1;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (inString) {
      if (character === "\\") index += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === ",") values += 1;
    else if (character === "[" || character === "{") depth += 1;
    else if (character === "]" || character === "}") depth -= 1;
    if (depth > jsonDepthMax) return `nests deeper than ${jsonDepthMax} levels`;
    if (values > jsonValuesMax) return `holds more than ${jsonValuesMax} values`;
  }
  return undefined;
}
