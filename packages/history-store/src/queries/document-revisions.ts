import type { History } from "../connect.js";

/** One revision of a configuration document, without what is secret. */
export interface DocumentRevision {
  revision: number;
  /** Unix milliseconds. */
  atMs: number;
  createdAtMs: number;
  action: string;
  actorKind: string;
  actorId: string;
  actorName: string;
  requestId: string;
  /** JSON. */
  document: string;
}

/** The most revisions that are asked for at once. */
export const documentRevisionsMax = 1_000;

const SQL = `
  SELECT
      toUInt64(revision) AS revision,
      toUnixTimestamp64Milli(at) AS atMs,
      toUnixTimestamp64Milli(created_at) AS createdAtMs,
      action,
      actor_kind AS actorKind,
      actor_id AS actorId,
      actor_name AS actorName,
      request_id AS requestId,
      document
  FROM config_revisions
  WHERE workspace = {workspace:String} AND kind = {kind:String} AND id = {id:String}
    AND document != ''
    AND at < fromUnixTimestamp64Milli({beforeMs:Int64}, 'UTC')
  ORDER BY at DESC, revision DESC
  LIMIT 1 BY revision, at
  LIMIT {limit:UInt32}`;

/** Revisions of a document made before a moment (Unix milliseconds), the newest first: also of one that the log has forgotten. */
export async function readDocumentRevisions(
  { client }: History,
  { limit, ...document }: { workspace: string; kind: string; id: string; beforeMs: number; limit: number },
): Promise<DocumentRevision[]> {
  const result = await client.query({
    query: SQL,
    query_params: { ...document, limit: Math.min(limit, documentRevisionsMax) },
    format: "JSONEachRow",
  });
  const rows = await result.json<DocumentRevision>();
  return rows.map((row) => ({
    ...row,
    revision: Number(row.revision),
    atMs: Number(row.atMs),
    createdAtMs: Number(row.createdAtMs),
  }));
}
