import { randomInt } from "node:crypto";
import { closeSync, mkdirSync, openSync, statSync, utimesSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

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
    if (await claimPort(port)) return port;
  }
}

/** Whoever was given a port listens on it within this time, or not at all. */
const claimedForMs = 120_000;

/**
 * Whether a port is free and nobody on this machine was given it within two minutes: servers listen seconds after their ports were
 * found, and others, in other processes, look for ports meanwhile.
 */
export async function claimPort(port: number): Promise<boolean> {
  const folder = join(tmpdir(), "statwire-ports");
  mkdirSync(folder, { recursive: true });
  const claim = join(folder, String(port));
  try {
    closeSync(openSync(claim, "wx"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    if (Date.now() - statSync(claim).mtimeMs < claimedForMs) return false;
    utimesSync(claim, new Date(), new Date());
  }
  return probe(port, "127.0.0.1").then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code !== "EADDRINUSE") throw error;
      return false;
    },
  );
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
