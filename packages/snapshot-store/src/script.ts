import { createHash } from "node:crypto";
import type { RedisClient } from "./connect.js";

/** A Lua script and the digest that Redis knows it by once loaded. */
export interface Script {
  text: string;
  digest: string;
}

export interface ScriptCall {
  keys: string[];
  arguments: string[];
}

export function defineScript(text: string): Script {
  return { text, digest: createHash("sha1").update(text).digest("hex") };
}

/**
 * Runs one script for each call, in one pipeline: one round trip. A server that does not know the script (it was
 * restarted or flushed) gets it, and then all calls again; so a script must bear to run twice.
 */
export async function runScript(client: RedisClient, script: Script, calls: readonly ScriptCall[]): Promise<unknown[]> {
  try {
    return await runPipeline(client, script, calls);
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith("NOSCRIPT"))) throw error;
    await client.scriptLoad(script.text);
    return runPipeline(client, script, calls);
  }
}

async function runPipeline(client: RedisClient, script: Script, calls: readonly ScriptCall[]): Promise<unknown[]> {
  const pipeline = client.multi();
  for (const call of calls) pipeline.evalSha(script.digest, call);
  return pipeline.execAsPipeline();
}
