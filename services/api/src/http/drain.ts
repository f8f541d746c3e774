import type { Server } from "node:http";

const idleSweepMs = 50;

export interface DrainOptions {
  /** How long readiness has failed before the listeners close, so that a balancer looks elsewhere first. */
  delayMs: number;
  /** How long running requests may take after that; what is still open then is cut. */
  timeoutMs: number;
  sleep(ms: number): Promise<void>;
}

/**
 * Stops serving without failing a request: waits, stops accepting, closes idle connections, lets running requests end.
 * The caller has made readiness fail and marked answers `Connection: close` before.
 */
export async function drain(servers: readonly Server[], options: DrainOptions): Promise<{ cut: boolean }> {
  await options.sleep(options.delayMs);
  const closed = Promise.all(servers.map(close)).then(() => false);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(true), options.timeoutMs);
  });
  const cut = await Promise.race([closed, late]);
  clearTimeout(timer);
  if (cut) for (const server of servers) server.closeAllConnections();
  await closed;
  return { cut };
}

/** A kept-alive connection becomes idle when its last answer is sent, so those are looked for again and again. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const sweep = setInterval(() => server.closeIdleConnections(), idleSweepMs);
    server.close(() => {
      clearInterval(sweep);
      resolve();
    });
    server.closeIdleConnections();
  });
}
