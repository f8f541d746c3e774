import { connectEventLog, type EventLog } from "@statwire/event-log";
import type { Product } from "@statwire/running-product";
import { createLogger } from "@statwire/runtime";
import { benchCredentials } from "../replay/publisher.js";

/** Connects to the product's log as a user who stands for all nodes at once; whoever connects closes it. */
export async function connectBenchLog(product: Pick<Product, "dataDir" | "ports">): Promise<EventLog> {
  const name = "bench";
  const log = createLogger({ service: name, level: "error" });
  const url = `nats://127.0.0.1:${product.ports.nats}`;
  return connectEventLog({ url, credentialsFile: await benchCredentials(product), name, log });
}
