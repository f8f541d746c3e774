import { type DestinationStream, type Logger, pino } from "pino";
import { gatherLines } from "./gathered-lines.js";

export type { Logger } from "pino";

/** Fields that never reach a log line, at the top or one level down, nor headers of a request or an answer. */
const secretFields: ReadonlySet<string> = new Set([
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
]);

/** A logger of JSON lines: `level` by word, `time` as RFC 3339, `service`, `msg` and fields. */
export function createLogger(options: { service: string; level: string }, destination?: DestinationStream): Logger {
  const settings = {
    level: options.level,
    base: { service: options.service },
    timestamp: timeField,
    formatters: { level: (label: string) => ({ level: label }), log: withoutSecrets },
    serializers: { url: withoutPassword, err: toSafeError, reason: withoutPassword },
  };
  const lines = destination ?? standardOutput();
  const logger = pino(settings, lines);
  writers.set(logger, infoWriter(options.service, lines));
  const { child } = logger;
  // What is bound to a child passes no formatter. Children inherit this one.
  logger.child = function bound(this: Logger, fields, childOptions) {
    return child.call(this, withoutSecrets(fields), childOptions);
  } as typeof child;
  return logger;
}

/** How lines at `info` are written of loggers that nothing is bound to. */
const writers = new WeakMap<Logger, (fields: string, message: string) => void>();

/**
 * Writes the line of `log.info(fields, message)`, of fields that are JSON text: the members of an object, a comma before each. Nobody looks
 * for secrets in them, and none of their names may be one that has a serializer (`url`, `err`, `reason`). For lines of which there are as
 * many as requests: what pino does for each, and the search, took 3 µs of the 48 of a hot read.
 */
export function logInfoText(log: Logger, fields: string, message: string): void {
  if (!log.isLevelEnabled("info")) return;
  const write = writers.get(log);
  if (write === undefined) log.info(JSON.parse(`{${fields.slice(1)}}`), message);
  else write(fields, message);
}

function infoWriter(service: string, lines: DestinationStream): (fields: string, message: string) => void {
  const level = pino.levels.values.info;
  const name = `,"service":${JSON.stringify(service)}`;
  // As pino does for destinations that ask for it.
  const told = Symbol.for("pino.metadata") in lines ? (lines as { lastLevel?: number | undefined }) : undefined;
  return (fields, message) => {
    if (told !== undefined) told.lastLevel = level;
    lines.write(`{"level":"info"${timeField()}${name}${fields},"msg":${JSON.stringify(message)}}\n`);
  };
}

/** One for all loggers of the process, or their lines would change places. */
let standardLines: DestinationStream | undefined;

/** Pino's own default is asynchronous: the last lines before an exit came late or out of order. */
function standardOutput(): DestinationStream {
  if (standardLines !== undefined) return standardLines;
  const lines = gatherLines(pino.destination({ dest: 1, sync: true }));
  process.on("exit", () => lines.flush());
  standardLines = lines;
  return lines;
}

let told = { atMs: Number.NaN, field: "" };

/** As `pino.stdTimeFunctions.isoTime`, put into words once a millisecond. */
function timeField(): string {
  const nowMs = Date.now();
  if (nowMs !== told.atMs) told = { atMs: nowMs, field: `,"time":"${new Date(nowMs).toISOString()}"` };
  return told.field;
}

const censor = "[redacted]";

/**
 * The fields of a line without secrets. One look at each name: pino's own `redact` takes a copy of the line for the 280 paths that this
 * is, 289 µs a line against 8 µs, which was most of what a request cost.
 */
function withoutSecrets(fields: Record<string, unknown>): Record<string, unknown> {
  return replaceEach(fields, (name, value) => {
    if (secretFields.has(name)) return censor;
    // `err` has a serializer, which sees to it.
    if (typeof value !== "object" || value === null || Array.isArray(value) || name === "err") return value;
    return replaceEach(value as Record<string, unknown>, (inner, nested) => {
      if (secretFields.has(inner)) return censor;
      const areHeaders = inner === "headers" && typeof nested === "object" && nested !== null;
      return areHeaders ? censored(nested as Record<string, unknown>) : nested;
    });
  });
}

function censored(fields: Record<string, unknown>): Record<string, unknown> {
  return replaceEach(fields, (name, value) => (secretFields.has(name) ? censor : value));
}

/** The same object when nothing is replaced, else a copy. */
function replaceEach(
  fields: Record<string, unknown>,
  replace: (name: string, value: unknown) => unknown,
): Record<string, unknown> {
  let replaced = fields;
  for (const name of Object.keys(fields)) {
    const value = fields[name];
    const instead = replace(name, value);
    if (instead === value) continue;
    if (replaced === fields) replaced = { ...fields };
    replaced[name] = instead;
  }
  return replaced;
}

/** An error as pino shows it: a library's message may name the server that it could not reach, by its whole URL. */
function toSafeError(error: unknown): unknown {
  const shown: unknown = error instanceof Error ? pino.stdSerializers.err(error) : error;
  if (typeof shown !== "object" || shown === null) return withoutPassword(shown);
  const safe = Object.entries(shown).map(([name, value]) => [name, withoutPassword(value)]);
  return censored(Object.fromEntries(safe));
}

/** Servers are named by URLs that may carry a password: `redis://:secret@host` is logged as `redis://[redacted]@host`. */
function withoutPassword(url: unknown): unknown {
  return typeof url === "string" ? url.replaceAll(/\/\/[^/@\s]*@/g, "//[redacted]@") : url;
}
