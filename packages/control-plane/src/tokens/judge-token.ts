import { timingSafeEqual } from "node:crypto";
import type { StoredRevision } from "../documents/revision.js";
import { installation } from "../kinds/kind.js";
import type { Grant, Principal } from "../permissions/principal.js";
import { isAtLeast, type Role } from "../permissions/roles.js";
import type { ControlPlane } from "../store/control-plane.js";
import { tokenDigest } from "./formats.js";

/** A token that is good as far as its document says; how often it was used is known elsewhere. */
export interface JudgedToken {
  ok: true;
  token: StoredRevision;
  principal: Principal;
  /** Null: as often as one likes. */
  usesMax: number | null;
}

export type TokenVerdict = JudgedToken | { ok: false; reason: "unknown" | "expired" | "replaced" | "owner-gone" };

/** What of the configuration a token is judged by. */
export type TokenView = Pick<ControlPlane, "holderOf" | "get" | "named">;

interface TokenDocument {
  label: string;
  access: "read-only" | "read-write";
  scopes: string[] | null;
  project_ids: string[] | null;
  expires_at: string | null;
  uses_max: number | null;
  user_id?: string | null;
  role?: Role;
}

/**
 * Whose a token's text is and what may be done with it, or why nothing. Its owner has to be active and a member of its workspace;
 * the token may do what both may.
 */
export function judgeToken(view: TokenView, text: string, nowMs: number): TokenVerdict {
  const digest = tokenDigest(text);
  const found = view.holderOf(digest.toString("hex"));
  if (found === undefined || found.holder.kind !== "token") return { ok: false, reason: "unknown" };
  const { holder: token, credential } = found;
  if (!timingSafeEqual(digest, Buffer.from(credential.sha256, "hex"))) return { ok: false, reason: "unknown" };
  if (credential.untilMs !== undefined && credential.untilMs <= nowMs) return { ok: false, reason: "replaced" };
  const document = token.document as unknown as TokenDocument;
  if (document.expires_at !== null && Date.parse(document.expires_at) <= nowMs) return { ok: false, reason: "expired" };
  const grant = grantOf(view, token.workspace, document);
  if (grant === undefined) return { ok: false, reason: "owner-gone" };
  const principal: Principal = {
    actor: { kind: "token", id: token.id, name: document.label },
    ...(typeof document.user_id === "string" ? { userId: document.user_id } : {}),
    grants: [grant],
    isAdministrator: false,
    isReadOnly: document.access === "read-only",
    scopes: document.scopes,
  };
  return { ok: true, token, principal, usesMax: document.uses_max };
}

function grantOf(view: TokenView, workspace: string, document: TokenDocument): Grant | undefined {
  const { role = "viewer", project_ids: projectIds, user_id: userId = null } = document;
  if (userId === null) return { workspace, role, projectIds };
  const user = view.get({ workspace: installation, kind: "user", id: userId });
  if (user?.document.active !== true) return undefined;
  const membership = view.named(workspace, "membership", "user_id", userId)?.document as
    | { role: Role; project_ids: string[] | null }
    | undefined;
  if (membership === undefined) return undefined;
  return {
    workspace,
    role: isAtLeast(membership.role, role) ? role : membership.role,
    projectIds: both(projectIds, membership.project_ids),
  };
}

/** Null is all of them. */
function both(some: readonly string[] | null, others: readonly string[] | null): readonly string[] | null {
  if (some === null || others === null) return some ?? others;
  return some.filter((id) => others.includes(id));
}
