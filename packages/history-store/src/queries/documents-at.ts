import type { History } from "../connect.js";
import type { DocumentRevision } from "./document-revisions.js";

/** A document as it was at a moment. */
export interface DocumentThen extends DocumentRevision {
  workspace: string;
  kind: string;
  id: string;
}

export interface DocumentsAtRequest {
  workspaces: readonly string[];
  kinds: readonly string[];
  /** Unix milliseconds. */
  atMs: number;
  limit: number;
}

const SQL = `
  SELECT
      workspace, kind, id,
      toUInt64(then.1) AS revision, then.2 AS atMs, then.3 AS createdAtMs, then.4 AS action,
      then.5 AS actorKind, then.6 AS actorId, then.7 AS actorName, then.8 AS requestId, then.9 AS document
  FROM (
      SELECT
          workspace, kind, id,
          argMaxIf(
              (revision, toUnixTimestamp64Milli(at), toUnixTimestamp64Milli(created_at), action,
               actor_kind, actor_id, actor_name, request_id, document),
              revision, at <= fromUnixTimestamp64Milli({atMs:Int64}, 'UTC')) AS then
      FROM config_revisions
      WHERE workspace IN {workspaces:Array(String)} AND kind IN {kinds:Array(String)}
          -- Of a later version's revisions this one knows nothing more.
          AND document != ''
      GROUP BY workspace, kind, id
      HAVING min(at) <= fromUnixTimestamp64Milli({atMs:Int64}, 'UTC')
          AND max(at) > fromUnixTimestamp64Milli({atMs:Int64}, 'UTC')
  )
  LIMIT {limit:UInt32}`;

/**
 * Documents that have changed since a moment, as they were then; one that was deleted then has that action. What has not changed
 * since is what it is now.
 */
export async function documentsAt({ client }: History, request: DocumentsAtRequest): Promise<DocumentThen[]> {
  const result = await client.query({ query: SQL, query_params: { ...request }, format: "JSONEachRow" });
  const rows = await result.json<DocumentThen>();
  return rows.map((row) => ({
    ...row,
    revision: Number(row.revision),
    atMs: Number(row.atMs),
    createdAtMs: Number(row.createdAtMs),
  }));
}

/** The newest revision of the configuration that is stored; 0 when there is none. */
export async function newestRevision({ client }: History): Promise<number> {
  const query = "SELECT toUInt64(max(revision)) AS newest FROM config_revisions";
  const [row] = await (await client.query({ query, format: "JSONEachRow" })).json<{ newest: number | string }>();
  return Number(row?.newest ?? 0);
}
