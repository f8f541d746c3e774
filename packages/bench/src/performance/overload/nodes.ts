import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { jetstream } from "@nats-io/jetstream";
import { connect, credsAuthenticator, headers } from "@nats-io/transport-node";
import { keptBusKeys, userCredentials } from "@statwire/credentials";
import { cloudEventHeaders, encodeFrames, telemetrySubject } from "@statwire/events";
import { get, type Product, waitFor } from "@statwire/running-product";
import { HostLoad } from "../../load/host-load.js";

const workspace = "default";
const family = "host";
const intervalMs = 4_000;
const knownWithinMs = 30_000;

/** Publishes one reading of each of so many simulated hosts, and waits until the API knows them all. */
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
  const known = async () => {
    const { body } = await get(product, `/api/v2/nodes?limit=${count}`);
    return (body as { nodes: unknown[] }).nodes.length === count;
  };
  await waitFor(known, knownWithinMs, () => `the API does not know ${count} nodes`);
}
