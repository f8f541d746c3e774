import type { RedisClient } from "./connect.js";

/** Every key that begins so, whatever characters of a pattern are in it. */
export async function keysUnder(client: RedisClient, root: string): Promise<string[]> {
  const pattern = `${root.replaceAll(/[\\*?[\]]/g, "\\$&")}*`;
  const found = new Set<string>();
  for await (const keys of client.scanIterator({ MATCH: pattern, COUNT: 1_000 }))
    for (const key of keys) found.add(key);
  return [...found];
}
