import { type FieldError, ProblemError } from "./problem.js";

/** What the generated validation says, by our words. The first that matches counts. */
const wordings: [pattern: RegExp, wording: (...groups: string[]) => string][] = [
  [/^min (.+)$/, (bound) => `must be at least ${bound}`],
  [/^max (.+)$/, (bound) => `must be at most ${bound}`],
  [/^minLength (.+)$/, (bound) => `needs at least ${bound} characters`],
  [/^maxLength (.+)$/, (bound) => `may have at most ${bound} characters`],
  [/^minItems (.+)$/, (bound) => `needs at least ${bound}`],
  [/^maxItems (.+)$/, (bound) => `may have at most ${bound}`],
  [/^'.*' is required$/, () => "is required"],
  [/excess property/, () => "unknown field"],
  [/^invalid integer number/, () => "expected a whole number"],
  [/^invalid (float|double|number|long)/, () => "expected a number"],
  [/^invalid string/, () => "expected a text"],
  [/^invalid array/, () => "expected a list"],
  [/^invalid object/, () => "expected an object"],
  [/^invalid boolean/, () => "expected true or false"],
];

/** The problem for what the generated validation found, by field. */
export function toInvalidInput(fields: Record<string, { message: string }>): ProblemError {
  const errors = Object.entries(fields).map(([name, { message }]) => toFieldError(name, message));
  const text = errors.map(({ field, message }) => `${field}: ${message}`).join("; ");
  return new ProblemError("invalid-input", text, { errors });
}

/** `body.nodes.$0` is what a client knows as `nodes.0`. */
function toFieldError(name: string, message: string): FieldError {
  const field = name.replace(/^body\./, "").replaceAll(/(?<=\.)\$(?=\d+(\.|$))/g, "");
  // An annotation with a name but no text of its own leaves the name as its message.
  if (message === name) return { field, message: "expected a whole number" };
  for (const [pattern, wording] of wordings) {
    const match = pattern.exec(message);
    if (match !== null) return { field, message: wording(...match.slice(1)) };
  }
  return { field, message };
}
