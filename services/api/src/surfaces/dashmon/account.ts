import {
  type Command,
  type ControlPlane,
  type Grant,
  type KindName,
  type Plan,
  planOf,
  type StoredRevision,
  type Verb,
} from "@statwire/control-plane";
import type { Request } from "express";
import type { Access } from "../../configuration/access.js";
import { type DocumentSources, Documents } from "../../configuration/documents.js";
import { expectedRevision } from "../../configuration/if-match.js";
import { type Caller, callerOf } from "../../http/authentication.js";
import { contextOf } from "../../http/context.js";
import { ProblemError } from "../../http/problem.js";
import { premiumRequired, refusal } from "./errors.js";
import { limitsOf } from "./plans.js";

/** The configuration as one request of Dashmon's sees it: the workspace that its caller acts in, and what that is entitled to. */
export class Account {
  readonly #documents: Documents;

  constructor(
    readonly request: Request,
    private readonly sources: DocumentSources,
  ) {
    this.#documents = new Documents(sources);
  }

  get control(): ControlPlane {
    return this.#documents.controlPlane();
  }

  get nowMs(): number {
    return this.sources.now();
  }

  /** As `accessTo` finds it, but never one that the caller is not let into. */
  get workspace(): string {
    const { principal, workspace: own } = this.caller;
    const named = this.request.get("x-workspace");
    const isLetIn = principal.grants.some(({ workspace }) => workspace === named);
    return (isLetIn ? named : own) ?? contextOf(this.request).workspace;
  }

  get caller(): Caller {
    const caller = callerOf(this.request);
    if (caller === undefined) throw new Error("an operation without authentication asks for an account");
    return caller;
  }

  /** What the caller is in the workspace; undefined: nothing. */
  get grant(): Grant | undefined {
    return this.caller.principal.grants.find(({ workspace }) => workspace === this.workspace);
  }

  get plan(): Plan {
    return planOf(this.control, this.workspace, this.nowMs);
  }

  /** @throws ProblemError as `accessTo` */
  access(kind: KindName, verb: Verb): Access {
    return this.#documents.access(this.request, kind, verb);
  }

  list(kind: KindName): StoredRevision[] {
    return this.#documents.list(this.request, kind);
  }

  get(kind: KindName, id: string): StoredRevision | undefined {
    return this.#documents.get(this.request, kind, id);
  }

  /** The document with a unique name that the caller may know of. */
  named(kind: KindName, field: string, name: string): StoredRevision | undefined {
    const { workspace, allows } = this.access(kind, "read");
    const found = this.control.named(workspace, kind, field, name);
    return found !== undefined && allows(found) === "allowed" ? found : undefined;
  }

  /**
   * Makes a change.
   * @throws ProblemError as the configuration has them; Answer 403 `over_limit`
   */
  async change(access: Access, command: Command): Promise<StoredRevision> {
    if (command.verb !== "delete") this.#refuseOverLimit();
    return (await this.#documents.change(this.request, access, command)).current;
  }

  /**
   * Changes what the path names: only if it has the revision still that a client has seen in an `ETag` and sends as `If-Match`.
   * @throws ProblemError as `change`, and `document-changed`
   */
  changeNamed(access: Access, command: Exclude<Command, { verb: "create" }>): Promise<StoredRevision> {
    const ifMatch = this.request.get("if-match");
    return this.change(access, ifMatch === undefined ? command : { ...command, ...expectedRevision(ifMatch) });
  }

  /** @throws Answer 403 `premium_required` */
  requirePremium(): void {
    if (this.plan === "free") throw premiumRequired();
  }

  /** Whether a workspace has more than its plan includes, as after the end of a larger one. */
  get isOverLimit(): boolean {
    const { plan, control, workspace } = this;
    const { projects, devicesPerProject } = limitsOf(plan);
    if ([...control.list(workspace, "project")].length > projects) return true;
    if (devicesPerProject === null) return false;
    const counts = new Map<unknown, number>();
    for (const { document } of control.list(workspace, "device")) {
      const { project_id: project } = document;
      if (project !== null) counts.set(project, (counts.get(project) ?? 0) + 1);
    }
    return [...counts.values()].some((count) => count > devicesPerProject);
  }

  /** The user who owns the workspace, the first of several; undefined: only the installation's key does. */
  get ownerUserId(): string | undefined {
    return ownerOf(this.control, this.workspace);
  }

  #refuseOverLimit(): void {
    if (this.plan === "unlimited" || !this.isOverLimit) return;
    throw refusal(403, "over_limit", "The workspace has more than its plan includes: delete something, or upgrade.");
  }
}

/** The user who owns a workspace: whoever has been its owner for the longest. */
export function ownerOf(control: Pick<ControlPlane, "list">, workspace: string): string | undefined {
  let first: StoredRevision | undefined;
  for (const member of control.list(workspace, "membership")) {
    if (member.document.role !== "owner") continue;
    if (first === undefined || member.createdAtMs < first.createdAtMs) first = member;
  }
  return first?.document.user_id as string | undefined;
}

/** Answers something else for a problem of one code. */
export async function orElse<T>(
  work: Promise<T>,
  answers: Partial<Record<ProblemError["code"], (error: ProblemError) => Error>>,
): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ProblemError) throw answers[error.code]?.(error) ?? error;
    throw error;
  }
}
