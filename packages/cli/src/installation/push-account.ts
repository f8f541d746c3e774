import { connect, credsAuthenticator } from "@nats-io/transport-node";
import type { AccountToken } from "@statwire/credentials";
import { CommandError } from "../command.js";

const timeoutMs = 5_000;

/**
 * Gives a running server the new tokens of accounts: users that they revoke are disconnected at once.
 * @throws CommandError when the server cannot be reached or refuses it.
 */
export async function pushAccounts(
  url: string,
  systemCredentials: Uint8Array,
  accounts: readonly AccountToken[],
): Promise<void> {
  try {
    const connection = await connect({
      servers: url,
      ...(url.startsWith("tls://") ? { tls: {} } : {}),
      authenticator: credsAuthenticator(systemCredentials),
      reconnect: false,
      timeout: timeoutMs,
    });
    try {
      for (const { token } of accounts) {
        const answer = await connection.request("$SYS.REQ.CLAIMS.UPDATE", token, { timeout: timeoutMs });
        const { error } = answer.json<{ error?: { description: string } }>();
        if (error !== undefined) throw new Error(error.description);
      }
    } finally {
      await connection.close();
    }
  } catch (error) {
    throw new CommandError(`${url} was not told: ${(error as Error).message}`, { cause: error });
  }
}
