import { type DestinationStream, type Logger, pino } from "pino";

export type { Logger } from "pino";

/** Fields that never reach a log line, at the top or one level down. */
const secretFields = ["apiKey", "api_key", "password", "token", "credentials", "secret", "authorization"];

const secretPaths = [
  ...secretFields.flatMap((field) => [field, `*.${field}`]),
  'req.headers["x-api-key"]',
  "req.headers.authorization",
  "req.headers.cookie",
];

/** A logger of JSON lines: `level` by word, `time` as RFC 3339, `service`, `msg` and fields. */
export function createLogger(options: { service: string; level: string }, destination?: DestinationStream): Logger {
  const settings = {
    level: options.level,
    base: { service: options.service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: secretPaths, censor: "[redacted]" },
  };
  return destination === undefined ? pino(settings) : pino(settings, destination);
}
