import { type EventLog, requestCommand } from "@statwire/event-log";
import {
  type Command,
  commandSubject,
  type QueryReply,
  type QueryRequest,
  type RefreshReply,
  type RefreshRequest,
  type SamplingReply,
  type SamplingRequest,
} from "@statwire/events";

/** What each command sends and answers. */
export interface Exchanges {
  refresh: { request: RefreshRequest; reply: RefreshReply };
  query: { request: QueryRequest; reply: QueryReply };
  sampling: { request: SamplingRequest; reply: SamplingReply };
}

/** How long a collector may take; each is a little more than what the collector allows itself. */
const replyWithinMs: Record<Command, number> = {
  // Reads every module and stores what it read.
  refresh: 2_000,
  query: 4_000,
  // A restart opens every module anew and reads all of them.
  sampling: 5_000,
};

/** The largest reply that is read. */
const replyBytesMax = 1024 * 1024;

/**
 * Sends a command to a node's collector and reads its reply.
 * @throws Error, its message a clause about the collector, when the log is not connected, nobody listens, no reply comes
 * in time, or what comes is no reply.
 */
export async function sendCommand<C extends Command>(
  log: EventLog | undefined,
  { command, ...address }: { workspace: string; node: string; command: C },
  request: Exchanges[C]["request"],
): Promise<Exchanges[C]["reply"]> {
  if (log === undefined) throw new Error("the event log is not connected");
  const subject = commandSubject({ ...address, command });
  const payload = new TextEncoder().encode(JSON.stringify(request));
  const outcome = await requestCommand(log, subject, payload, replyWithinMs[command]);
  switch (outcome.kind) {
    case "unreachable":
      throw new Error("it is not connected");
    case "timeout":
      throw new Error(`no reply within ${replyWithinMs[command]} ms`);
    case "reply":
      return parseReply(outcome.payload);
  }
}

function parseReply<Reply>(payload: Uint8Array): Reply {
  const reply = payload.length > replyBytesMax ? undefined : parseJson(new TextDecoder().decode(payload));
  if (typeof reply !== "object" || reply === null || !("ok" in reply) || typeof reply.ok !== "boolean") {
    throw new Error("its reply cannot be read");
  }
  return reply as Reply;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
