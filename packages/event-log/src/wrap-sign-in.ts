import { FrameError, type LandedBatch, parseSignInsSubject, walkFrames } from "@statwire/events";
import { isLogAnswer, type StoredMessage } from "./stored-message.js";
import type { WrapMessage } from "./wrapped-messages.js";

/** What happened to sign-ins as rows, unread: the workspace comes from the subject, times from the stream. */
export const wrapSignIn: WrapMessage<"signin"> = (message, rowsOf) => {
  const { subject } = message;
  const workspace = parseSignInsSubject(subject);
  if (workspace === undefined) return `no event of the audit has the subject ${subject}`;
  if (isLogAnswer(message)) return "sent by the log in answer to a request, not published by the API";
  return rowsOf("signin").append(message, (batch) => append(batch, workspace, message));
};

function append(
  batch: LandedBatch,
  workspace: string,
  { sequence: eventSeq, storedAtMs: receivedAtMs, payload }: StoredMessage,
): string | undefined {
  let eventIndex = 0;
  try {
    walkFrames(payload, (start, end) => {
      batch.append({ workspace, node: "", family: "sign-in", eventSeq, eventIndex, receivedAtMs }, payload, start, end);
      eventIndex += 1;
    });
    return undefined;
  } catch (error) {
    if (error instanceof FrameError) return error.message;
    throw error;
  }
}
