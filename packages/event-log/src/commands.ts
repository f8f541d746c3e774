import { errors } from "@nats-io/nats-core";
import type { EventLog } from "./connect.js";

export type CommandOutcome =
  | { kind: "reply"; payload: Uint8Array }
  /** Nobody listens: the node is not connected. */
  | { kind: "unreachable" }
  /** No answer in time; the command may have been carried out. */
  | { kind: "timeout" };

/**
 * Sends a command on core NATS (nothing is stored) and waits up to `timeoutMs` for the reply.
 * @throws when the connection is closed or the subject is not allowed.
 */
export async function requestCommand(
  log: EventLog,
  subject: string,
  payload: Uint8Array,
  timeoutMs: number,
): Promise<CommandOutcome> {
  try {
    const { data } = await log.connection.request(subject, payload, { timeout: timeoutMs });
    return { kind: "reply", payload: data };
  } catch (error) {
    if (error instanceof errors.TimeoutError) return { kind: "timeout" };
    if (error instanceof errors.RequestError && error.isNoResponders()) return { kind: "unreachable" };
    throw error;
  }
}

/**
 * Answers the commands of a subject with what `handler` returns; when it throws, that is logged and the sender hears
 * nothing. What asks for no answer is no command: a node may have answers of the log sent here, and they ask for none.
 * Survives reconnections. Returns what ends it.
 */
export function respondToCommands(
  log: EventLog,
  subject: string,
  handler: (payload: Uint8Array) => Promise<Uint8Array>,
): () => void {
  const subscription = log.connection.subscribe(subject, {
    callback: (error, message) => {
      if (error !== null) return log.log.error({ err: error, subject }, "commands cannot be received");
      if (!message.reply) return;
      handler(message.data).then(
        (reply) => message.respond(reply),
        (failure: unknown) => log.log.error({ err: failure, subject: message.subject }, "command failed"),
      );
    },
  });
  return () => subscription.unsubscribe();
}
