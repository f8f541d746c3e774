import type { Changed, Command, ControlPlane, KindName, StoredRevision, Verb } from "@statwire/control-plane";
import type { Request } from "express";
import { requestIdOf } from "../http/request-id.js";
import { type Access, accessTo, configurationOf, namedWorkspace } from "./access.js";
import { toRefusalProblem } from "./to-refusal-problem.js";

export interface DocumentSources {
  /** Undefined until it is open. */
  controlPlane(): ControlPlane | undefined;
  /** Unix milliseconds. */
  now(): number;
}

export interface ChangeOptions {
  /** The same key gives the first one's answer. */
  idempotencyKey?: string;
  /** Nothing is stored. */
  dryRun?: boolean;
}

/**
 * What callers read and change of the configuration, the same on every surface. Each surface gives it its own shapes and errors.
 * All throw ProblemError: `unknown-document` for a workspace that is not there, `forbidden`, `unavailable`.
 */
export class Documents {
  /** @param workspaceOf whose documents a request is about */
  constructor(
    private readonly sources: DocumentSources,
    private readonly workspaceOf: (request: Request) => string = namedWorkspace,
  ) {}

  /** Whether the caller may do this at all, and how to ask about a single document. */
  access(request: Request, kind: KindName, verb: Verb): Access {
    return accessTo(request, this.sources.controlPlane, kind, verb, this.workspaceOf(request));
  }

  /** Those that the caller may know of, in no order that means anything. */
  list(request: Request, kind: KindName): StoredRevision[] {
    const access = this.access(request, kind, "read");
    return visible(this.controlPlane().list(access.workspace, kind), access);
  }

  /** Undefined: it is not there, or the caller may not know of it. */
  get(request: Request, kind: KindName, id: string): StoredRevision | undefined {
    const access = this.access(request, kind, "read");
    const stored = this.controlPlane().get({ workspace: access.workspace, kind, id });
    return stored === undefined || access.allows(stored) !== "allowed" ? undefined : stored;
  }

  /**
   * Makes a change in the caller's name.
   * @throws ProblemError as `toRefusalProblem` has them, when it is not made
   */
  async change(
    request: Request,
    access: Access,
    command: Command,
    options: ChangeOptions = {},
  ): Promise<Extract<Changed, { ok: true }>> {
    const origin = { actor: access.principal.actor, requestId: requestIdOf(request), atMs: this.sources.now() };
    const changed = await this.controlPlane().change(command, origin, { ...options, allows: access.allows });
    if (!changed.ok) throw toRefusalProblem(changed);
    return changed;
  }

  /** The configuration itself, of which the caller may not know everything. */
  controlPlane(): ControlPlane {
    return configurationOf(this.sources.controlPlane);
  }
}

/** Those of some documents that may be known of. */
export function visible(documents: Iterable<StoredRevision>, { allows }: Access): StoredRevision[] {
  return [...documents].filter((document) => allows(document) === "allowed");
}
