/** Query parameters that carry credentials on some surface, in lower case. */
const secretParameters: ReadonlySet<string> = new Set([
  ...["apikey", "api_key", "api-key", "x-api-key", "key", "token", "access_token", "refresh_token", "id_token"],
  ...["pushtoken", "push_token", "invitation", "password", "secret", "client_secret", "authorization", "session"],
  // Of a sign-in that comes back: good for one exchange.
  ...["code", "state"],
]);

/** A name with its value, wherever a careless client has put it: after the path's own `;`, a second `?` or in a fragment. */
const pairs = /(?<=[?&;#])([^?&;#=]*)=([^&;#]*)/g;

/** The part of a path that alone lets a device report: `/api/push/<token>` and the like. */
const pushPaths = /(\/push\/)[^/?#]+/gi;

/** What is a credential by its looks: our tokens, a key of 64 hexadecimal digits, a JSON Web Token. */
const tokens = /\bpk_[\w-]{8,}|\b[0-9a-f]{64}\b|\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/gi;

/** A URL may have 16 KiB; a log line tells enough with this much of it. */
const charactersMax = 1_000;

/** A request URL or path with every credential replaced, and cut where it is very long: safe to log. */
export function redactUrl(url: string): string {
  const redacted = redactPairs(url).replace(pushPaths, "$1[redacted]").replace(tokens, "[redacted]");
  return redacted.length > charactersMax ? `${redacted.slice(0, charactersMax)}…` : redacted;
}

/** Up to the next separator all of a secret goes; any other value may hold a second query. */
function redactPairs(text: string): string {
  return text.replace(pairs, (_pair, name: string, value: string) =>
    isSecret(name) ? `${name}=[redacted]` : `${name}=${value.includes("?") ? redactPairs(value) : value}`,
  );
}

/** Also as a list or a member: `token[]`, `token[x]`. */
function isSecret(name: string): boolean {
  const [bare = ""] = decode(name).toLowerCase().trim().split("[", 1);
  return secretParameters.has(bare);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
