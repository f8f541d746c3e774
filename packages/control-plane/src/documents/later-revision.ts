import { escapeToken } from "@statwire/events";
import { z } from "zod";
import { isKindName } from "../kinds/index.js";
import { schemaVersion } from "./revision.js";

/** What this version can say of a revision that a later one has written. */
export interface LaterRevision {
  workspace: string;
  kind: string;
  id: string;
  action: string;
  actor: { kind: string; id: string; name: string };
  requestId: string;
  atMs: number | undefined;
  createdAtMs: number | undefined;
}

const text = z.string().max(512).catch("");
const ms = z.int().nonnegative().optional().catch(undefined);

/** Whose it is has to be there, whatever else is new. */
const envelope = z.object({
  v: z.int().min(1),
  workspace: z.string().min(1).max(512),
  kind: z.string().regex(/^[a-z][a-z0-9_-]{0,62}$/),
  id: z.string().min(1).max(512),
  action: text,
  actor: z.object({ kind: text, id: text, name: text }).catch({ kind: "", id: "", name: "" }),
  request_id: text,
  at_ms: ms,
  created_at_ms: ms,
});

/**
 * A revision of a later version, or of a kind that only a later version knows; undefined for anything else. What its document says
 * is not told: which of it is secret is not known here.
 * @param key of the bucket, which has to be its own
 */
export function decodeLaterRevision(key: string, payload: Uint8Array): LaterRevision | undefined {
  const parsed = envelope.safeParse(parseJson(payload));
  if (!parsed.success) return undefined;
  const { v, workspace, kind, id, action, actor, request_id: requestId, at_ms, created_at_ms } = parsed.data;
  if (v <= schemaVersion && isKindName(kind)) return undefined;
  if (key !== `${escapeToken(workspace)}.${kind}.${escapeToken(id)}`) return undefined;
  return { workspace, kind, id, action, actor, requestId, atMs: at_ms, createdAtMs: created_at_ms };
}

function parseJson(payload: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength).toString("utf8"));
  } catch {
    return undefined;
  }
}
