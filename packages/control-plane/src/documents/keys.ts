import { createHash } from "node:crypto";
import { escapeToken, SubjectError, unescapeToken } from "@statwire/events";
import { isKindName, type KindName } from "../kinds/index.js";

/** Which document. */
export interface DocumentKey {
  workspace: string;
  kind: KindName;
  id: string;
}

/** The key of a document in the bucket `config`: `<workspace>.<kind>.<id>`, names escaped. */
export function documentKey({ workspace, kind, id }: DocumentKey): string {
  return `${escapeToken(workspace)}.${kind}.${escapeToken(id)}`;
}

/** Whose key it is; undefined for a key that `documentKey` does not return. */
export function parseDocumentKey(key: string): DocumentKey | undefined {
  const [workspace = "", kind = "", id = "", ...more] = key.split(".");
  if (more.length > 0 || !isKindName(kind)) return undefined;
  try {
    return { workspace: unescapeToken(workspace), kind, id: unescapeToken(id) };
  } catch (error) {
    if (error instanceof SubjectError) return undefined;
    throw error;
  }
}

/** The key of a secret of a document, in the bucket `secrets`; each has a name of its own and is never replaced. */
export function secretKey(key: DocumentKey, name: string): string {
  return `${documentKey(key)}.${escapeToken(name)}`;
}

/**
 * The key of the claim on a unique name, in the bucket `claims`. Names may be longer than a token, and in any case: their
 * SHA-256 stands for them.
 */
export function claimKey(claim: { workspace: string; kind: KindName; field: string; name: string }): string {
  return `${escapeToken(claim.workspace)}.${claim.kind}.${claim.field}.${sha256(claim.name)}`;
}

/** The key of whose turn it is to take an owner from a workspace, in the bucket `claims`. */
export function ownerTurnKey(workspace: string): string {
  return `${escapeToken(workspace)}.owners`;
}

/** The key under which a creation is remembered by its `Idempotency-Key`, in the bucket `requests`. */
export function requestKey(request: { workspace: string; kind: KindName; actorId: string; key: string }): string {
  return `${escapeToken(request.workspace)}.${request.kind}.${sha256(JSON.stringify([request.actorId, request.key]))}`;
}

function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
