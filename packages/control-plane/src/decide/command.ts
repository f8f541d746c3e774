import type { Actor, Credential } from "../documents/revision.js";
import type { KindName } from "../kinds/index.js";
import type { Document } from "../kinds/kind.js";

/** What somebody wants to change. Documents and patches are as they came in: nothing about them was checked. */
export type Command =
  /** `proposedId`: the id that a new document gets, where something made beforehand names it; absent: any. */
  | ({ verb: "create"; input: unknown; proposedId?: string } & CreateOptions & Target)
  | ({ verb: "replace"; id: string; input: unknown } & ChangeOptions & Target)
  | ({ verb: "patch"; id: string; patch: unknown } & ChangeOptions & Target)
  | ({ verb: "delete"; id: string } & Pick<ChangeOptions, "expected"> & Target);

interface Target {
  workspace: string;
  kind: KindName;
}

interface CreateOptions {
  /** What only we write (`Kind.kept`), checked by its schema. */
  kept?: Document;
  /** What is stored apart (`Kind.secret`), checked by its schema. */
  secret?: unknown;
  /** What it is to be known by from then on; absent: by what it was. */
  credentials?: readonly Credential[];
}

interface ChangeOptions extends CreateOptions {
  /** Only if the current revision has this number. */
  expected?: number;
}

/** Who asks, and when. */
export interface Origin {
  actor: Actor;
  requestId: string;
  atMs: number;
}
