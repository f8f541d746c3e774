import { nodeCredentials, type Product, type SecondNode, startSecondNode } from "@statwire/running-product";
import { sleep } from "@statwire/runtime";

/** The collector of a second node that is started again whenever it ends, as its service manager would. */
export interface FarNode {
  /** Of the process that runs now; undefined between two. */
  pid(): number | undefined;
  stop(): Promise<void>;
}

const restartMs = 500;

/** Starts it and keeps it running until it is stopped. */
export async function keepFarNode(
  product: Product,
  node: { node: string; natsPort: readonly number[]; settings: object; env: Record<string, string> },
): Promise<FarNode> {
  // Once: the command is a process that we wait for, and nothing else goes on here meanwhile.
  const options = { ...node, credentials: nodeCredentials(product, node.node) };
  let current: SecondNode | undefined = await startSecondNode(product, options);
  const stopping = new AbortController();
  const keeping = (async () => {
    while (!stopping.signal.aborted) {
      await sleep(200, stopping.signal);
      if (stopping.signal.aborted || (current !== undefined && isAlive(current.pid))) continue;
      current = undefined;
      await sleep(restartMs, stopping.signal);
      if (!stopping.signal.aborted) current = await startSecondNode(product, options);
    }
  })();
  return {
    pid: () => (current !== undefined && isAlive(current.pid) ? current.pid : undefined),
    async stop() {
      stopping.abort();
      await keeping;
      if (current !== undefined && isAlive(current.pid)) process.kill(current.pid, "SIGCONT");
      await current?.stop();
    },
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
