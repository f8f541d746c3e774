import type { startPrivateNats } from "@statwire/embedded-stack/testing";
import { createLogger } from "@statwire/runtime";
import { connectEventLog, type EventLog } from "../connect.js";

type PrivateNats = Awaited<ReturnType<typeof startPrivateNats>>["server"];

/** The owner of the streams and the collector of `default`/`node-1`, each with no more rights than it has in the product. */
export async function connectAsInProduct({ url, credentialsFile }: PrivateNats): Promise<[EventLog, EventLog]> {
  const log = createLogger({ service: "test", level: "silent" });
  const [owner, collector] = [credentialsFile("ingester"), credentialsFile("collector")];
  return Promise.all([
    connectEventLog({ url, credentialsFile: owner, name: "ingester", log }),
    connectEventLog({ url, credentialsFile: collector, name: "collector", scope: ["default", "node-1"], log }),
  ]);
}
