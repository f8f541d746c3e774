const separator = "://";

/** `https://user:secret@example.com/a?b` becomes `https://[url]`, `www.example.com/a` becomes `[url]`. */
export function redactUrls(text: string): string {
  return withoutSchemes(text.includes(separator) ? withSchemes(text) : text);
}

/** From each `://` to the left over the scheme, which is kept, and to the right up to what cannot be in a URL. */
function withSchemes(text: string): string {
  let redacted = "";
  let done = 0;
  for (let at = text.indexOf(separator); at !== -1; at = text.indexOf(separator, done)) {
    const start = at + separator.length;
    // Without a scheme the rest is not looked at, so that no part of the text is looked at twice.
    const end = isSchemeCharacter(text.charCodeAt(at - 1)) ? endOfUrl(text, start) : start;
    redacted += text.slice(done, start) + (end > start ? "[url]" : "");
    done = end;
  }
  return redacted + text.slice(done);
}

function withoutSchemes(text: string): string {
  return text.replaceAll(/(?<![A-Za-z0-9])www\.[^\s"'<>`\p{Cc}]+/giu, "[url]");
}

function endOfUrl(text: string, start: number): number {
  let end = start;
  while (end < text.length && !endsUrl(text.charCodeAt(end))) end += 1;
  return end;
}

function endsUrl(code: number): boolean {
  // Controls and space, DEL, no-break space, and the marks that quote or enclose a URL: " ' < > `
  return code <= 0x20 || code === 0x7f || code === 0xa0 || [0x22, 0x27, 0x3c, 0x3e, 0x60].includes(code);
}

function isSchemeCharacter(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x2b
  );
}
