import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/** Fails with the variable's name when a port cannot be listened on. */
export async function requireFreePort(variable: string, port: number, host = "127.0.0.1"): Promise<void> {
  try {
    await probe(port, host);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === "EADDRINUSE" ? "is in use by another program" : `cannot be used (${code})`;
    throw new Error(`${variable}: port ${port} on ${host} ${reason}; set ${variable} to a free one`);
  }
}

/**
 * A port that is free now, and stays so while a server there is away: none of those that the system gives to outgoing
 * connections (32768 and up on Linux), one of which would sooner or later come from the very port it looks for.
 */
export async function anyFreePort(): Promise<number> {
  for (;;) {
    const port = randomInt(10_000, 32_768);
    const found = await probe(port, "127.0.0.1").catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EADDRINUSE") throw error;
      return undefined;
    });
    if (found !== undefined) return found;
  }
}

function probe(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(port, host, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : port));
    });
  });
}
