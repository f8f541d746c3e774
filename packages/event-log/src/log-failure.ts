import { JetStreamApiCodes, JetStreamApiError, JetStreamError } from "@nats-io/jetstream";
import { errors } from "@nats-io/nats-core";
import { NotConnectedError } from "./connect.js";

const failures = [JetStreamError, JetStreamApiError, NotConnectedError, ...Object.values(errors)];

/** One sentence about an error of the log or of the way to it; undefined for any other error, which is a fault. */
export function logFailure(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (!failures.some((failure) => cause instanceof failure)) continue;
    return cause.message;
  }
  return undefined;
}

/** The stream, or what was asked of it, is not there. */
export function isStreamMissing(error: unknown): boolean {
  return error instanceof JetStreamApiError && error.code === JetStreamApiCodes.StreamNotFound;
}
