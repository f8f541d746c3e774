import { decodeHostSampled, type QueryReply, type QueryRequest } from "@statwire/events";
import { type NodeEvent, toModuleStates } from "@statwire/snapshot-store";

/** A reading that was asked for, or why there is none. */
export type Queried =
  | { kind: "read"; observedAtMs: number; modules: NodeEvent["modules"] }
  | { kind: "unknown-source" }
  /** The collector cannot read there. */
  | { kind: "unavailable"; reason: string }
  /** Nothing is known: nobody answered, or what was answered cannot be read. */
  | { kind: "unreachable"; reason: string };

export interface QueryDeps {
  /** Asks the node's collector; throws when nobody answers in time. */
  send(node: string, request: QueryRequest): Promise<QueryReply>;
}

/** Has a node's collector read one module from one source now. */
export async function queryModule({ send }: QueryDeps, node: string, request: QueryRequest): Promise<Queried> {
  let reply: QueryReply;
  try {
    reply = await send(node, request);
  } catch (error) {
    return unreachable(`The collector of node '${node}' does not answer: ${(error as Error).message}.`);
  }
  if (reply.ok) return toQueried(node, reply);
  if (reply.reason === "unknown-source") return { kind: "unknown-source" };
  return { kind: "unavailable", reason: reply.error };
}

function toQueried(node: string, { observedAtMs, event }: Extract<QueryReply, { ok: true }>): Queried {
  try {
    const modules = toModuleStates(decodeHostSampled(Buffer.from(event, "base64")));
    if (!Number.isSafeInteger(observedAtMs)) throw new Error("no time");
    return { kind: "read", observedAtMs, modules };
  } catch {
    return unreachable(`The collector of node '${node}' answered what cannot be read.`);
  }
}

function unreachable(reason: string): Queried {
  return { kind: "unreachable", reason };
}
