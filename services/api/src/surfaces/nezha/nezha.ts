import type { Request } from "express";
import { type DocumentSources, Documents } from "../../configuration/documents.js";
import { callerOf } from "../../http/authentication.js";
import { contextOf } from "../../http/context.js";
import { type ServerSources, serversOf } from "./read-servers.js";
import type { Server } from "./servers.js";

/** What Nezha's surface reads and changes: the servers that a caller may know of, and documents of the workspace that is served. */
export class Nezha {
  readonly documents: Documents;

  constructor(private readonly sources: ServerSources & DocumentSources) {
    // Nezha knows no workspaces, and nodes are those of this one.
    this.documents = new Documents(sources, servedWorkspace);
  }

  /** The servers that the caller may know of, by id. */
  async servers(request: Request): Promise<Server[]> {
    const caller = callerOf(request);
    if (caller === undefined) throw new Error("an operation without authentication asks for servers");
    const nodes = await this.sources.numbered.list();
    return serversOf(this.sources, nodes, { principal: caller.principal, workspace: servedWorkspace(request) });
  }
}

function servedWorkspace(request: Request): string {
  return contextOf(request).workspace;
}
