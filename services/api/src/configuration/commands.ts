import { type Command, type KindName, kindOf } from "@statwire/control-plane";
import { invalidField } from "../http/problem.js";
import type { Access } from "./access.js";
import { type MadeSecret, madeSecrets } from "./made-secrets.js";

/** A batch as every kind has it; the generated validation has checked it. */
export interface Batch {
  dry_run?: boolean;
  items: {
    operation: "create" | "replace" | "patch" | "delete";
    id?: string;
    revision?: number;
    document?: object;
    patch?: object;
  }[];
}

/** What creates a document of what a client has sent, and what is shown of it once. */
export function createCommand(
  { principal, workspace }: Pick<Access, "principal" | "workspace">,
  kind: KindName,
  body: object,
): { command: Command; made: MadeSecret | undefined } {
  const { secret, input } = split(kind, body);
  const made = madeSecrets[kind]?.(input, principal, workspace);
  const own = made === undefined ? secret : { kept: made.kept, credentials: made.credentials };
  const proposed = made === undefined ? {} : { proposedId: made.proposedId };
  return { command: { verb: "create", workspace, kind, input, ...own, ...proposed }, made };
}

/** What an item of a batch asks for. Errors: invalid-input naming the member. */
export function batchCommand(access: Access, kind: KindName, item: Batch["items"][number]): Command {
  const { operation, id, revision, document = {}, patch = {} } = item;
  if (operation === "create") {
    // The generated validation knows that, too: what is shown once has no place in a batch's answer.
    const { createdBy, secretFrom } = kindOf(kind);
    if (createdBy !== undefined || secretFrom === "made")
      throw invalidField("operation", "these are not made in a batch");
    return createCommand(access, kind, document).command;
  }
  if (id === undefined) throw invalidField("id", "is required");
  const target = { workspace: access.workspace, kind, id, ...(revision === undefined ? {} : { expected: revision }) };
  if (operation === "delete") return { verb: "delete", ...target };
  const { secret, input } = split(kind, operation === "replace" ? document : patch);
  if (operation === "replace") return { verb: "replace", ...target, input, ...secret };
  return { verb: "patch", ...target, patch: input, ...secret };
}

/** What a client writes of a document, and what of it is stored apart. */
export function split(kind: KindName, body: object): { input: object; secret: { secret?: unknown } } {
  if (kindOf(kind).secretFrom !== "client" || !("secret" in body)) return { input: body, secret: {} };
  const { secret, ...input } = body;
  return { input, secret: { secret } };
}
