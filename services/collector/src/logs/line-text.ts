import type { LogSettings } from "./log-settings.js";
import { redactor } from "./redact/redact.js";

/** What is read beyond the length at which a line is cut, so that a secret at the cut is seen as a whole. */
export const marginBytes = 1024;

export interface LineText {
  text: string;
  truncated: boolean;
}

/** Turns the bytes of a line into what is published; `cut` says that the line was longer than these bytes. */
export type ToLineText = (line: Buffer, cut: boolean) => LineText;

// C0 controls but tab and escape, and DEL: nothing that a terminal or a table should meet inside of a line.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const controls = /[\0-\x08\n-\x1a\x1c-\x1f\x7f]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: likewise
const hasControl = /[\0-\x08\n-\x1a\x1c-\x1f\x7f]/;
const replacement = "\ufffd";

/**
 * Invalid UTF-8 and control characters become U+FFFD (escape sequences of terminals stay), what the settings name is
 * redacted, and then the text is cut to `lineBytesMax` bytes. A line that was already cut after `lineBytesMax` plus the
 * margin loses as many characters as the margin has bytes: the last ones may be a part of a secret.
 */
export function lineText({ redact, lineBytesMax }: Pick<LogSettings, "redact" | "lineBytesMax">): ToLineText {
  const redacted = redactor(redact);
  return (line, cut) => {
    const decoded = line.toString("utf8");
    const text = redacted(hasControl.test(decoded) ? decoded.replaceAll(controls, replacement) : decoded);
    return cut
      ? { text: cutToBytes(text.slice(0, Math.max(0, text.length - marginBytes)), lineBytesMax), truncated: true }
      : fitting(text, lineBytesMax);
  };
}

function fitting(text: string, bytesMax: number): LineText {
  // A UTF-16 unit is at most three bytes.
  if (text.length * 3 <= bytesMax || Buffer.byteLength(text) <= bytesMax) return { text, truncated: false };
  return { text: cutToBytes(text, bytesMax), truncated: true };
}

/** The longest beginning of a text that has at most so many bytes of UTF-8, with whole characters. */
function cutToBytes(text: string, bytesMax: number): string {
  // Half of a character at the end, from a cut before, becomes U+FFFD on the way.
  const bytes = Buffer.from(text);
  let end = Math.min(bytesMax, bytes.length);
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.toString("utf8", 0, end);
}
