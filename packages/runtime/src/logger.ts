import { type DestinationStream, type Logger, pino } from "pino";

export type { Logger } from "pino";

/** Fields that never reach a log line, at the top or one level down. */
const secretFields = [
  ...["apiKey", "apikey", "api_key", "API_KEY", "password", "newPassword", "passwordHash", "CLICKHOUSE_PASSWORD"],
  ...[
    "ADMIN_PASSWORD",
    "SMTP_PASSWORD",
    "SMTP_PASS",
    "OIDC_CLIENT_SECRET",
    "SECRETS_KEY",
    "token",
    "accessToken",
    "refreshToken",
    "idToken",
    "pushToken",
    "tokenHash",
  ],
  ...["clientSecret", "client_secret", "privateKey", "recoveryCodes", "totpSecret"],
  ...["access_token", "refresh_token", "id_token", "csrf_token", "current_password", "new_password", "password_hash"],
  ...["totp_secret", "recovery_codes"],
  "credentials",
  "creds",
  "seed",
  "secret",
  ...["authorization", "Authorization", "x-api-key", "X-API-Key", "cookie", "Cookie", "set-cookie", "Set-Cookie"],
];

const secretPaths = secretFields.flatMap((field) => [
  `["${field}"]`,
  `*["${field}"]`,
  `req.headers["${field}"]`,
  `res.headers["${field}"]`,
]);

/** A logger of JSON lines: `level` by word, `time` as RFC 3339, `service`, `msg` and fields. */
export function createLogger(options: { service: string; level: string }, destination?: DestinationStream): Logger {
  const settings = {
    level: options.level,
    base: { service: options.service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { url: withoutPassword, err: toSafeError, reason: withoutPassword },
    redact: { paths: secretPaths, censor: "[redacted]" },
  };
  // Written at once: pino's own default is asynchronous, and the last lines before an exit came late or out of order.
  return pino(settings, destination ?? pino.destination({ dest: 1, sync: true }));
}

/** An error as pino shows it: a library's message may name the server that it could not reach, by its whole URL. */
function toSafeError(error: unknown): unknown {
  const shown: unknown = error instanceof Error ? pino.stdSerializers.err(error) : error;
  if (typeof shown !== "object" || shown === null) return withoutPassword(shown);
  return Object.fromEntries(Object.entries(shown).map(([name, value]) => [name, withoutPassword(value)]));
}

/** Servers are named by URLs that may carry a password: `redis://:secret@host` is logged as `redis://[redacted]@host`. */
function withoutPassword(url: unknown): unknown {
  return typeof url === "string" ? url.replaceAll(/\/\/[^/@\s]*@/g, "//[redacted]@") : url;
}
