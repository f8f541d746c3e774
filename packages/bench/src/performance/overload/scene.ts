import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { jetstream } from "@nats-io/jetstream";
import { connect, credsAuthenticator, headers } from "@nats-io/transport-node";
import { keptBusKeys, userCredentials } from "@statwire/credentials";
import { connectEventLog } from "@statwire/event-log";
import { cloudEventHeaders, encodeFrames, telemetrySubject } from "@statwire/events";
import { type Product, waitFor } from "@statwire/running-product";
import { createLogger } from "@statwire/runtime";
import { HostLoad, nodeName } from "../../load/host-load.js";
import { fillTokens, tokenText } from "../../tokens/fill-tokens.js";

const workspace = "default";
const family = "host";
const intervalMs = 4_000;
const knownWithinMs = 30_000;

/** Publishes one reading of each of so many simulated hosts, and waits until the API shows them all. */
export async function reportNodes(product: Product, count: number): Promise<void> {
  const { account } = keptBusKeys(join(product.dataDir, "nats/keys"));
  const file = join(product.dataDir, "bench.creds");
  // A user of the installation's own account: it stands for all nodes at once.
  writeFileSync(file, await userCredentials("bench", account, {}), { mode: 0o600 });
  const connection = await connect({ port: product.ports.nats, authenticator: credsAuthenticator(readFileSync(file)) });
  const log = jetstream(connection);
  const firstAtMs = Date.now();
  for (const { node, observedAtMs, bytes } of new HostLoad({ seed: 5, nodes: count, firstAtMs, intervalMs }).next()) {
    const event = { workspace, node, family, bootId: 1n, firstSequence: 1n, observedAtMs };
    const told = headers();
    for (const [name, value] of Object.entries(cloudEventHeaders(event))) told.set(name, value);
    const subject = telemetrySubject({ workspace, node, lane: "live", family });
    await log.publish(subject, encodeFrames([bytes]), { headers: told });
  }
  await connection.close();
  for (let index = 0; index < count; index += 1) {
    await untilAnswered(product, statusPath(nodeName(index)), product.apiKey);
  }
}

/** Makes so many tokens (`tokenText`), and waits until the API knows the last of them. */
export async function issueTokens(product: Product, count: number, signal: AbortSignal): Promise<void> {
  const credentialsFile = join(product.dataDir, "nats/credentials/api.creds");
  const log = createLogger({ service: "bench", level: "warn" });
  // The inbox that these credentials may use goes by the name.
  const options = { url: `nats://127.0.0.1:${product.ports.nats}`, credentialsFile, name: "api", log, signal };
  const eventLog = await connectEventLog(options);
  await fillTokens(eventLog, count, Date.now());
  await eventLog.close();
  await untilAnswered(product, statusPath(nodeName(0)), tokenText(count - 1));
}

/** Where DashPad's panels find the state of a node. */
export function statusPath(node: string): string {
  return `/status?node=${node}`;
}

/** The same, written so that it goes through Express and tsoa and not in front of them. */
export function writtenOtherwise(node: string): string {
  return `${statusPath(node)}&`;
}

/** A quantile of a node's last hours, which ClickHouse answers. */
export function quantilePath(node: string): string {
  return `/api/v2/nodes/${node}/metrics/system.cpu.utilization?stat=p95`;
}

/** All nodes, as a page of them begins with. */
export const listPath = "/api/v2/nodes";

function untilAnswered(product: Product, path: string, key: string): Promise<void> {
  const isAnswered = async () =>
    (await fetch(product.httpUrl + path, { headers: { "X-API-Key": key } })).status === 200;
  return waitFor(isAnswered, knownWithinMs, () => `the API does not answer ${path}`);
}
