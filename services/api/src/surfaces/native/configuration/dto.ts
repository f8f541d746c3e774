/** Who made a change. */
export interface ChangeActor {
  kind: "user" | "token" | "system";
  id: string;
  name: string;
}

/** What every document has beside its own fields. */
export interface DocumentMeta {
  id: string;
  /** `_` for what belongs to the installation. */
  workspace: string;
  /**
   * Grows with each change; the `ETag` is made of it.
   * @isInt
   */
  revision: number;
  created_at: string;
  updated_at: string;
  updated_by: ChangeActor;
}

export interface SecretMeta {
  /** Whether something is stored apart. */
  secret_set: boolean;
}

/** One revision in a document's history. */
export interface RevisionMeta {
  /** @isInt */
  revision: number;
  action: "created" | "replaced" | "patched" | "deleted";
  at: string;
  actor: ChangeActor;
  /** Of the request that made it. */
  request_id: string;
}

/** A merge patch (RFC 7396). */
export interface MergePatch {
  [field: string]: unknown;
}

export interface BatchProblem {
  /** As in problem documents. */
  code: string;
  detail: string;
  errors: BatchFieldError[];
}

export interface BatchFieldError {
  field: string;
  message: string;
}

export interface BatchResult {
  /**
   * The status that a request of its own would have had.
   * @isInt
   */
  status: number;
  id: string | null;
  /**
   * The revision that was made; null when none was.
   * @isInt
   */
  revision: number | null;
  problem: BatchProblem | null;
}

export interface BatchResults {
  /** In the order of the items. */
  results: BatchResult[];
}
