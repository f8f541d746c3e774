import { type Kind, kindOf, type StoredRevision } from "@statwire/control-plane";
import type { DocumentMeta, RevisionMeta } from "./dto.js";

/** A document as it is served. Its type follows from its kind, whose schema the DTO is generated from. */
export function toDocument<Document extends DocumentMeta>(stored: StoredRevision): Document {
  const { id, workspace, revision, createdAtMs, atMs, actor } = stored;
  const kind = kindOf(stored.kind);
  const meta: DocumentMeta & { secret_set?: boolean } = {
    id,
    workspace,
    revision,
    created_at: new Date(createdAtMs).toISOString(),
    updated_at: new Date(atMs).toISOString(),
    updated_by: actor,
    ...(kind.secretFrom === undefined ? {} : { secret_set: (stored.secret ?? stored.credentials) !== undefined }),
  };
  return { ...meta, ...shown(kind, stored) } as unknown as Document;
}

/** One revision of a document's history. */
export function toRevision<Revision extends RevisionMeta>(stored: StoredRevision): Revision {
  const { revision, action, atMs, actor, requestId } = stored;
  const meta: RevisionMeta = {
    revision,
    action,
    at: new Date(atMs).toISOString(),
    actor,
    request_id: requestId,
  };
  return { ...meta, document: shown(kindOf(stored.kind), stored) } as unknown as Revision;
}

/** Documents of a former version lack fields that the kind has now: they have their defaults. */
function shown({ fields, kept }: Kind, { document }: StoredRevision): Record<string, unknown> {
  const missing = Object.entries({ ...fields.shape, ...kept?.shape }).flatMap(([name, schema]) => {
    if (document[name] !== undefined) return [];
    const absent = schema.safeParse(undefined);
    return absent.success ? [[name, absent.data]] : [];
  });
  return { ...document, ...Object.fromEntries(missing) };
}
