import type { ChangeActor } from "./configuration/dto.js";

/** Which document was changed. */
export interface AuditedDocument {
  /** As in its path, but one of them: `device`, `project` and so on. */
  kind: string;
  id: string;
  /**
   * What was made; what it says is in the document's history.
   * @isInt
   */
  revision: number;
}

/** One change of a document, or one thing that happened to a sign-in. */
export interface AuditEntry {
  at: string;
  type: "change" | "sign-in";
  /**
   * Of a change `created`, `replaced`, `patched` or `deleted`; of a sign-in `signed-in`, `refused`, `locked-out`, `signed-out`,
   * `token-reused`, `password-changed`, `password-reset-asked`, `two-factor-enabled`, `two-factor-disabled`,
   * `recovery-code-used`, `invitation-accepted`, or `lost` for those that there were too many of.
   */
  action: string;
  /** `_` for what belongs to the installation. */
  workspace: string;
  /** Who made the change, or whose sign-in it was; null when nobody has the name that was tried. */
  actor: ChangeActor | null;
  /** Null of a sign-in. */
  document: AuditedDocument | null;
  /** How somebody signed in: `password`, `refresh-token`, `openid`, `link`; null where that does not matter. */
  method: string | null;
  /** Where a sign-in came from. */
  address: string | null;
  /** Of the request; null when there was none. */
  request_id: string | null;
  /**
   * How many were lost; 1 of any other action.
   * @isInt
   */
  count: number;
}

export interface AuditList {
  /** The newest first. */
  entries: AuditEntry[];
  /** For the next page, which is older; null: this is the last one. */
  next_cursor: string | null;
}
