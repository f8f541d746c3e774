import { loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { connectEventLog } from "@statwire/event-log";
import { type Product, startProduct } from "@statwire/running-product";
import { createLogger, sleep } from "@statwire/runtime";
import { median, ratioOf, timeReads } from "./compare-reads.js";
import { fillTokens, tokenText } from "./fill-tokens.js";

const usage = `usage: npm run bench -- tokens [--tokens N] [--reads N] [--json]

Starts the product with a temporary data folder and writes tokens of one user into it. Then reads the latest state of its node, over one
connection, in turn with the installation's key, with the next of the tokens, and with the key again: the ratio of the medians is what
a token costs, and the ratio of the key to itself is the noise of it.

  --tokens N  how many there are [100000]
  --reads N   with each [5000]
  --json      as JSON`;

const warmUpRounds = 500;
const knownWithinMs = 60_000;

interface Report {
  tokens: number;
  reads: number;
  medianMs: { key: number; token: number; keyAgain: number };
  token: ReturnType<typeof ratioOf>;
  noise: ReturnType<typeof ratioOf>;
  loadAverages: number[];
}

/** Measures what a token costs a read that Redis answers. */
export async function measureTokens(words: readonly string[], signal: AbortSignal): Promise<number> {
  if (words.includes("--help")) {
    console.log(usage);
    return 0;
  }
  const { values } = parseArgs({
    args: [...words],
    options: {
      tokens: { type: "string", default: "100000" },
      reads: { type: "string", default: "5000" },
      json: { type: "boolean", default: false },
    },
  });
  const product = await startProduct({ env: { API_RATE_LIMIT_PER_MINUTE: "1000000" } });
  try {
    const report = await measure(product, { tokens: Number(values.tokens), reads: Number(values.reads) }, signal);
    console.log(values.json ? JSON.stringify(report) : toText(report));
    return 0;
  } finally {
    await product.discard();
  }
}

async function measure(
  product: Product,
  { tokens, reads }: { tokens: number; reads: number },
  signal: AbortSignal,
): Promise<Report> {
  const log = await connectEventLog({
    url: `nats://127.0.0.1:${product.ports.nats}`,
    credentialsFile: join(product.dataDir, "nats/credentials/api.creds"),
    // The inbox that these credentials may use.
    name: "api",
    log: createLogger({ service: "bench", level: "warn" }),
    signal,
  });
  console.error("writing tokens …");
  await fillTokens(log, tokens, Date.now());
  await log.close();
  const node = await nodeOf(product);
  const url = `${product.httpUrl}/api/v2/nodes/${encodeURIComponent(node)}`;
  await untilKnown(url, tokenText(tokens - 1));
  console.error("measuring …");
  const key = () => product.apiKey;
  // Far apart, so that no cache of the processor holds the next one.
  const token = (round: number) => tokenText((round * 7_919) % tokens);
  const times = await timeReads(url, { key, token, keyAgain: key }, { rounds: reads, warmUpRounds });
  const { key: ofKey = [], token: ofToken = [], keyAgain = [] } = times;
  return {
    ...{ tokens, reads },
    medianMs: { key: median(ofKey), token: median(ofToken), keyAgain: median(keyAgain) },
    token: ratioOf(ofToken, ofKey),
    noise: ratioOf(keyAgain, ofKey),
    loadAverages: loadavg().map((load) => Math.round(load * 10) / 10),
  };
}

/** The node that the product itself is. */
async function nodeOf(product: Product): Promise<string> {
  for (;;) {
    const answer = await fetch(`${product.httpUrl}/api/v2/nodes`, { headers: { "X-API-Key": product.apiKey } });
    const { nodes } = (await answer.json()) as { nodes: { node: string }[] };
    if (nodes[0] !== undefined) return nodes[0].node;
    await sleep(500);
  }
}

async function untilKnown(url: string, token: string): Promise<void> {
  const beganMs = performance.now();
  for (;;) {
    const { status } = await fetch(url, { headers: { "X-API-Key": token } });
    if (status === 200) return;
    if (performance.now() - beganMs > knownWithinMs) throw new Error(`the last token is not known: ${status}`);
    await sleep(100);
  }
}

function toText({ tokens, reads, medianMs, token, noise, loadAverages }: Report): string {
  const percent = (ratio: number) => `${ratio < 1 ? "−" : "+"}${Math.abs((ratio - 1) * 100).toFixed(1)} %`;
  const line = ({ ratio, least, most }: ReturnType<typeof ratioOf>) =>
    `${percent(ratio)} (in tenths of the time ${percent(least)} to ${percent(most)})`;
  return [
    `${tokens} tokens, ${reads} reads of each in turn (load averages of the machine: ${loadAverages.join(", ")})`,
    `  with the key     median ${medianMs.key.toFixed(3)} ms`,
    `  with a token     median ${medianMs.token.toFixed(3)} ms: ${line(token)}`,
    `  the key again    median ${medianMs.keyAgain.toFixed(3)} ms: ${line(noise)}, which is the noise`,
  ].join("\n");
}
