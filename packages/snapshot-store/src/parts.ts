import { createHash } from "node:crypto";
import { modules } from "@statwire/events";
import type { RedisClient, SnapshotStore } from "./connect.js";
import { keysUnder } from "./keys-under.js";
import type { Position } from "./snapshot.js";

/** One module, the inventory or the configuration of a node, as a comparison needs it. */
export interface PartDigest extends Position {
  /** Of all that is stored of it. */
  digest: string;
}

/** By part. */
export type NodeParts = ReadonlyMap<string, PartDigest>;

const partNames = [...modules, "inventory", "configuration"];
const nodesAtOnce = 200;

/** The parts of every node's snapshot, by the node's key; for comparing one state of the store with another. */
export function snapshotParts(store: SnapshotStore): Promise<Map<string, NodeParts>> {
  return store.run(async (client) => {
    const keys = (await keysUnder(client, store.keys.nodesRoot)).sort();
    const found = new Map<string, NodeParts>();
    for (let at = 0; at < keys.length; at += nodesAtOnce) {
      for (const [key, parts] of await readParts(client, keys.slice(at, at + nodesAtOnce))) found.set(key, parts);
    }
    return found;
  });
}

async function readParts(client: RedisClient, keys: readonly string[]): Promise<[string, NodeParts][]> {
  const pipeline = client.multi();
  for (const key of keys) pipeline.hmGet(key, partNames);
  const replies = (await pipeline.execAsPipeline()) as unknown as (string | null)[][];
  return keys.map((key, index) => {
    const values = partNames.map((name, part): [string, string | null] => [name, replies[index]?.[part] ?? null]);
    return [key, new Map(values.flatMap(([name, json]) => (json === null ? [] : [[name, toDigest(json)] as const])))];
  });
}

function toDigest(json: string): PartDigest {
  const { bootId, sequence } = JSON.parse(json) as Position;
  return { bootId, sequence, digest: createHash("sha1").update(json).digest("hex") };
}
