/** Query parameters that carry credentials on some surface, in lower case. */
const secretParameters: ReadonlySet<string> = new Set([
  ...["apikey", "api_key", "api-key", "x-api-key", "key", "token", "access_token", "refresh_token", "id_token"],
  ...["pushtoken", "push_token", "invitation", "password", "secret", "client_secret", "authorization", "session"],
  // Of a sign-in that comes back: good for one exchange.
  ...["code", "state"],
]);

/** Names with their values are between these: a careless client puts them after the path's own `;`, a second `?`, in a fragment. */
const separators = /([?&;#])/;

/** The part of a path that alone lets a device report, `/api/push/<token>` and the like, or is the token to be deleted. */
const tokenPaths = /(\/push\/|^\/api\/token\/)[^/?#]+/gi;

/** Who asks a server, and with which password: a request may name a whole URL, and so may a value. */
const userInfo = /\/\/[^/@?#\s]*@/g;

/** What is a credential by its looks: our tokens, a key of 64 hexadecimal digits, a JSON Web Token. */
const tokens = /\bpk_[\w-]{8,}|\bsw_[\w-]{32,}|\b[0-9a-f]{64}\b|\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/gi;

/** A URL may have 16 KiB; a log line tells enough with this much of it. */
const charactersMax = 1_000;
/** Of the longest credential that half of is worth something. */
const tokenCharacters = 64;

/** A request URL or path with every credential replaced, and cut where it is very long: safe to log. */
export function redactUrl(url: string): string {
  const pairs = redactPairs(url);
  // Looking for what looks like a credential takes the square of the length at worst.
  const redacted = pairs
    .slice(0, 2 * charactersMax)
    .replace(tokenPaths, "$1[redacted]")
    .replace(userInfo, "//[redacted]@")
    .replace(tokens, "[redacted]");
  if (pairs.length <= 2 * charactersMax && redacted.length <= charactersMax) return redacted;
  // What was cut in two does not look like a credential any more.
  const whole = pairs.length > 2 * charactersMax ? redacted.length - tokenCharacters : redacted.length;
  return `${redacted.slice(0, Math.min(charactersMax, whole))}…`;
}

/** All of a secret goes, up to the next separator other than `?`; any other value may hold a second query. One walk, no recursion. */
function redactPairs(text: string): string {
  const [path = "", ...rest] = text.split(separators);
  let redacted = path;
  let isHidden = false;
  for (let index = 0; index < rest.length; index += 2) {
    const [separator = "", pair = ""] = rest.slice(index, index + 2);
    if (isHidden && separator === "?") continue;
    const nameEnd = pair.indexOf("=");
    isHidden = nameEnd >= 0 && isSecret(pair.slice(0, nameEnd));
    redacted += separator + (isHidden ? `${pair.slice(0, nameEnd)}=[redacted]` : pair);
  }
  return redacted;
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
