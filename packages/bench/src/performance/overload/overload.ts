import { type Product, startProduct } from "@statwire/running-product";
import { sleep } from "@statwire/runtime";
import { cpuSecondsOf } from "../../load/cpu-seconds.js";
import { nodeName } from "../../load/host-load.js";
import { pidOf } from "../../pressure/observer.js";
import { tokenText } from "../../tokens/fill-tokens.js";
import type { Row, RowContext, RowResult } from "../row.js";
import { percentile } from "../statistics.js";
import { type Client, startClient } from "./client.js";
import type { Load } from "./load.js";
import { type Round, toResult } from "./result.js";
import { issueTokens, listPath, quantilePath, reportNodes, writtenOtherwise } from "./scene.js";
import { answersOf, type Tally } from "./tally.js";

const nodes = 10;
/** Each of them may ask 3 000 times a minute, so that no limit is met below 25 000 answers a second. */
const tokens = 500;
const full = { rounds: 5, warmUpSeconds: 20, capacitySeconds: 5, calmSeconds: 10, overloadSeconds: 10 };
const quick = { rounds: 2, warmUpSeconds: 10, capacitySeconds: 3, calmSeconds: 4, overloadSeconds: 4 };
/** As many as are worked on at once by default: more would measure the wait. */
const capacityConnections = 16;
const calmConnections = 200;
const overloadConnections = 1_000;
const calmShare = 0.9;
const overloadFactor = 10;
const restMs = 1_000;

/**
 * What is asked for. Ten times as much of the cheapest reads is more than a process of Node can read at all: one of them is measured, so that it
 * is known what becomes of the rest then. What is answered in front of Express is not, because a client beside the API cannot send so much.
 */
const kinds: readonly Kind[] = [
  { name: "history", text: "a quantile of a node's readings out of ClickHouse", pathOf: quantilePath },
  {
    name: "list",
    text: `the list of ${nodes} nodes out of Redis and ClickHouse, through Express and tsoa`,
    pathOf: () => listPath,
  },
  {
    name: "cached",
    text: "DashPad's /status of a node out of Redis, through Express and tsoa",
    pathOf: writtenOtherwise,
  },
];

interface Kind {
  name: string;
  text: string;
  pathOf(node: string): string;
}

/** The API with ten times what it can do. */
export const overload: Row = {
  name: "overload",
  summary: "the API with 10 times its capacity offered: what is refused, and how late the rest is",
  async run(context) {
    const product = await startProduct();
    const client = startClient();
    try {
      await reportNodes(product, nodes);
      await issueTokens(product, tokens, context.signal);
      const results: RowResult[] = [];
      for (const kind of kinds) results.push(await measure(kind, { product, client }, context));
      return {
        comparisons: results.flatMap(({ comparisons }) => comparisons),
        notes: results.flatMap(({ notes }) => notes),
      };
    } finally {
      await client.end();
      await product.discard();
    }
  },
};

async function measure(
  kind: Kind,
  { product, client }: { product: Product; client: Client },
  context: RowContext,
): Promise<RowResult> {
  const pid = pidOf(product, "api");
  const { rounds, ...seconds } = context.quick ? quick : full;
  const target = { port: product.ports.http, requests: requestsTo(product, kind) };
  const send = async (load: Omit<Load, "port" | "requests">) => {
    const before = cpuSecondsOf(pid);
    const tally = await client.run({ ...target, ...load });
    const cpuSeconds = cpuSecondsOf(pid) - before;
    await sleep(restMs);
    return { tally, cpuSeconds };
  };
  await send({ connections: capacityConnections, seconds: seconds.warmUpSeconds });
  const measured: Round[] = [];
  for (let round = 1; round <= rounds && !context.signal.aborted; round += 1) {
    const atCapacity = await send({ connections: capacityConnections, seconds: seconds.capacitySeconds });
    const capacity = capacityOf(atCapacity.tally);
    const calm = await send({
      connections: calmConnections,
      seconds: seconds.calmSeconds,
      ratePerSecond: capacity * calmShare,
    });
    const over = await send({
      connections: overloadConnections,
      seconds: seconds.overloadSeconds,
      ratePerSecond: capacity * overloadFactor,
    });
    measured.push({ capacity, atCapacity, calm, over });
    context.tell(
      `${kind.name}, round ${round}: ${Math.round(capacity)}/s; ${describe(calm.tally)}; ${describe(over.tally)}`,
    );
  }
  return toResult(measured, { ...kind, calmShare, overloadConnections });
}

/** @throws when that was no capacity, because anything but answers came */
function capacityOf(tally: Tally): number {
  const { 200: served = 0 } = tally.answered;
  if (served === 0 || served !== answersOf(tally) || tally.failed > 0) {
    throw new Error(
      `the API does not answer at its capacity: ${describe(tally)}, ${tally.firstFailure ?? "no failure"}`,
    );
  }
  return served / tally.seconds;
}

/** Of each node in turn, with each token. */
function requestsTo({ ports }: Product, { pathOf }: Kind): string[] {
  return Array.from({ length: tokens }, (_, number) => {
    const path = pathOf(nodeName(number % nodes));
    const lines = [`GET ${path} HTTP/1.1`, `Host: 127.0.0.1:${ports.http}`, `X-API-Key: ${tokenText(number)}`];
    return `${lines.join("\r\n")}\r\n\r\n`;
  });
}

function describe(tally: Tally): string {
  const statuses = Object.entries(tally.answered).map(([status, count]) => `${count} × ${status}`);
  const [p50, p99] = [0.5, 0.99].map((share) => percentile(tally.latenciesMs, share).toFixed(1));
  return `${statuses.join(", ")}, p50 ${p50} ms, p99 ${p99} ms, client ${tally.clientCpuSeconds.toFixed(1)} CPU s`;
}
