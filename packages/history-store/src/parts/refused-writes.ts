import type { History } from "../connect.js";

const SQL = "SELECT value FROM system.events WHERE event = 'WriteBufferFromFileDescriptorWriteFailed'";
const accessDenied = "497";
/** A server that works answers this at once, whatever else it does. */
const answerWithinMs = 8_000;

/**
 * How many writes the disk of the server has refused since it was started. The embedded server goes on after such a write, and
 * acknowledges what is not there; a server of one's own refuses the insert. Undefined where this user may not look.
 * @throws when it does not answer in time
 */
export async function refusedWrites({ client }: History): Promise<number | undefined> {
  const abort_signal = AbortSignal.timeout(answerWithinMs);
  try {
    const result = await client.query({ query: SQL, format: "JSONEachRow", abort_signal });
    const [row] = await result.json<{ value: string }>();
    return Number(row?.value ?? 0);
  } catch (error) {
    if ((error as { code?: string }).code === accessDenied) return undefined;
    throw error;
  }
}
