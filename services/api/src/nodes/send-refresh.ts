import { type EventLog, requestCommand } from "@statwire/event-log";
import { commandSubject, type RefreshReply, type RefreshRequest } from "@statwire/events";

/** How long a collector may take to read every module and to store what it read. */
const replyWithinMs = 2_000;

/**
 * Sends the `refresh` command to a node's collector and reads its reply.
 * @throws Error when the log is not connected, nobody listens, or no reply comes in time.
 */
export async function sendRefresh(
  log: EventLog | undefined,
  address: { workspace: string; node: string },
  request: RefreshRequest,
): Promise<RefreshReply> {
  if (log === undefined) throw new Error("the event log is not connected");
  const subject = commandSubject({ ...address, command: "refresh" });
  const payload = new TextEncoder().encode(JSON.stringify(request));
  const outcome = await requestCommand(log, subject, payload, replyWithinMs);
  switch (outcome.kind) {
    case "unreachable":
      throw new Error("it is not connected");
    case "timeout":
      throw new Error(`no reply within ${replyWithinMs} ms`);
    case "reply":
      return parseReply(outcome.payload);
  }
}

function parseReply(payload: Uint8Array): RefreshReply {
  const reply = JSON.parse(new TextDecoder().decode(payload)) as RefreshReply;
  if (typeof reply.ok !== "boolean") throw new Error("its reply cannot be read");
  return reply;
}
