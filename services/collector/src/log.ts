type Say = (fields: object, message: string) => void;

/** What this service asks of a logger: the part of pino's that it calls. */
export interface Log {
  info: Say;
  warn: Say;
  error: Say;
}
