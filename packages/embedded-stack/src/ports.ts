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

/** A port that is free now. */
export function anyFreePort(): Promise<number> {
  return probe(0, "127.0.0.1");
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
