import type { Request } from "express";
import type { DocumentSources } from "../../configuration/documents.js";
import type { NodeReader } from "../../nodes/node-reader.js";
import { Account } from "./account.js";

export interface DashmonSources extends DocumentSources {
  nodes: Pick<NodeReader, "readEach">;
}

/** What Dashmon's controllers work with. */
export interface Dashmon {
  /** The configuration as a request's caller sees it. */
  account(request: Request): Account;
  nodes: Pick<NodeReader, "readEach">;
  /** Whether the configuration can be read. */
  isReady(): boolean;
  /** Unix milliseconds. */
  now(): number;
}

/** Everything that the controllers of this surface work with. */
export function createDashmon(sources: DashmonSources): Dashmon {
  return {
    account: (request) => new Account(request, sources),
    nodes: sources.nodes,
    isReady: () => sources.controlPlane() !== undefined,
    now: () => sources.now(),
  };
}
