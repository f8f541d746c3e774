/** What is said of a message that a consumer could not process; stream and consumer are in the subject. */
export interface DeadLetter {
  /** Where the message was published. */
  subject: string;
  /** Its place in its stream. */
  sequence: number;
  reason: string;
  /** Unix milliseconds. */
  failedAtMs: number;
}

const reasonLengthMax = 1000;

/**
 * Headers that a dead letter carries beside the message's own, on `deadLetterSubject`; the payload is the message's,
 * byte for byte. The reason is cut to 1000 characters, and what a header cannot hold becomes `?`.
 */
export function deadLetterHeaders({ subject, sequence, reason, failedAtMs }: DeadLetter): Record<string, string> {
  return {
    "statwire-original-subject": subject,
    "statwire-original-sequence": String(sequence),
    "statwire-reason": reason.slice(0, reasonLengthMax).replaceAll(/[^\x20-\x7e]/gu, "?"),
    "statwire-failed-at": new Date(failedAtMs).toISOString(),
  };
}
