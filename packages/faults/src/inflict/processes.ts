import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import type { Workload } from "../load/workload.js";
import type { Victim } from "../plan.js";

/** The process id of a victim, undefined while it does not run. */
export function pidOf(
  { product, far, bus }: Pick<Workload, "product" | "far" | "bus">,
  victim: Victim,
): number | undefined {
  if (victim === "far") return far.pid();
  if (victim === "nats-server" && bus !== undefined) return bus.victim().pid;
  try {
    const [pid = "", startTime = ""] = readFileSync(join(product.dataDir, "run", `${victim}.pid`), "utf8")
      .trim()
      .split(" ");
    return startTimeOf(pid) === startTime ? Number(pid) : undefined;
  } catch {
    return undefined; // ended, or about to be started
  }
}

/** Sends a signal to a process; nothing when there is none, or when it has ended by itself meanwhile. */
export function signal(pid: number | undefined, name: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(pid, name);
  } catch {
    // ended
  }
}

/** Whether a victim answers on its own port: the far node has none that we know, so there its process is enough. */
export async function answers(workload: Workload, victim: Victim): Promise<boolean> {
  if (pidOf(workload, victim) === undefined) return false;
  const { ports } = workload.product;
  switch (victim) {
    case "far":
      return true;
    case "nats-server":
      return speaks(workload.bus?.victim().port ?? ports.nats, "");
    case "redis-server":
      return speaks(ports.redis, "PING\r\n");
    case "clickhouse":
      return isOk(`http://127.0.0.1:${ports.clickhouseHttp}/ping`);
    default:
      return isOk(`http://127.0.0.1:${ports.opsBase + opsOffsets[victim]}/livez`);
  }
}

const opsOffsets = { collector: 0, ingester: 3, "cache-projector": 4, api: 7 } as const;

/** Whether a service does what it is for, and not only answers. */
export async function isReady(
  { product }: Pick<Workload, "product">,
  service: keyof typeof opsOffsets,
): Promise<boolean> {
  return isOk(`http://127.0.0.1:${product.ports.opsBase + opsOffsets[service]}/readyz`);
}

/** Why a service of the product is not ready; undefined when all are. */
export async function whyNotReady({ product, far }: Workload): Promise<string | undefined> {
  for (const [service, offset] of Object.entries(opsOffsets)) {
    const url = `http://127.0.0.1:${product.ports.opsBase + offset}/readyz?verbose`;
    const answer = await fetch(url, { signal: AbortSignal.timeout(3_000) }).catch(() => undefined);
    if (answer?.status !== 200) return `${service}: ${(await answer?.text().catch(() => "")) ?? "does not answer"}`;
  }
  return far.pid() === undefined ? "the second node does not run" : undefined;
}

async function isOk(url: string): Promise<boolean> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
  return answer?.ok === true;
}

/** Whether a server says anything, at once or to the text it is sent. */
function speaks(port: number, text: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" });
    const settle = (spoke: boolean) => {
      socket.destroy();
      resolve(spoke);
    };
    socket.setTimeout(2_000, () => settle(false));
    socket.once("connect", () => socket.write(text));
    socket.once("data", () => settle(true));
    socket.once("error", () => settle(false));
    socket.once("close", () => settle(false));
  });
}

/** Field 22 of /proc/PID/stat, which tells a process from a later one of the same number; undefined for none that lives. */
function startTimeOf(pid: string): string | undefined {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return fields[0] === "Z" ? undefined : fields[19];
}
