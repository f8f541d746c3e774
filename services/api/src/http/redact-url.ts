/** Query parameters that carry credentials on some surface. */
const secretParameters: ReadonlySet<string> = new Set([
  "apikey",
  "api_key",
  "key",
  "token",
  "access_token",
  "password",
  "code",
  "state",
]);

/** A request URL with the value of every credential replaced, safe to log. */
export function redactUrl(url: string): string {
  const start = url.indexOf("?");
  if (start === -1) return url;
  const pairs = url.slice(start + 1).split("&");
  return `${url.slice(0, start)}?${pairs.map(redactPair).join("&")}`;
}

function redactPair(pair: string): string {
  const name = pair.split("=", 1)[0] ?? "";
  return secretParameters.has(decode(name).toLowerCase()) ? `${name}=[redacted]` : pair;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
