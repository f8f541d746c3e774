import type { History } from "../connect.js";

/** One change of a document, or one thing that happened to a sign-in. */
export interface AuditRow {
  type: "change" | "sign-in";
  workspace: string;
  /** Unix milliseconds. */
  atMs: number;
  /** The revision that was made; of a sign-in its place in the log. */
  sequence: number;
  /** Which document; of a sign-in its own id, and no kind. */
  kind: string;
  id: string;
  action: string;
  /** Empty of a sign-in of nobody. */
  actorKind: string;
  actorId: string;
  actorName: string;
  requestId: string;
  method: string;
  address: string;
  count: number;
}

/** Where a row stands among all of them. */
export type AuditPlace = Pick<AuditRow, "atMs" | "type" | "sequence" | "id">;

export interface AuditRequest {
  /** Whose; there may be several. */
  workspaces: readonly string[];
  /** Only changes of documents of these kinds. */
  kinds: readonly string[];
  type?: AuditRow["type"] | undefined;
  /** An id, or a name. */
  actor?: string | undefined;
  /** Which document: then there are no sign-ins. */
  kind?: string | undefined;
  id?: string | undefined;
  action?: string | undefined;
  /** Unix milliseconds, from the first to before the second. */
  fromMs: number;
  toMs: number;
  /** The last row of the page before. */
  after?: AuditPlace | undefined;
  limit: number;
}

/** The most rows that are asked for at once. */
export const auditRowsMax = 1_000;

/** An empty text stands for whatever it is. */
const SQL = `
  SELECT * FROM (
      SELECT
          'change' AS type, workspace, toUnixTimestamp64Milli(at) AS atMs, revision AS sequence, kind, id, action,
          actor_kind AS actorKind, actor_id AS actorId, actor_name AS actorName, request_id AS requestId,
          '' AS method, '' AS address, toUInt32(1) AS count
      FROM config_revisions
      WHERE {type:String} IN ('', 'change')
        AND workspace IN {workspaces:Array(String)} AND kind IN {kinds:Array(String)}
        AND at >= fromUnixTimestamp64Milli({fromMs:Int64}, 'UTC') AND at < fromUnixTimestamp64Milli({toMs:Int64}, 'UTC')
        AND {kind:String} IN ('', kind) AND {id:String} IN ('', id)
      UNION ALL
      SELECT
          'sign-in' AS type, workspace, toUnixTimestamp64Milli(at) AS atMs, event_seq AS sequence, '' AS kind, id, action,
          if(user_id = '', '', 'user') AS actorKind, user_id AS actorId, user_name AS actorName, request_id AS requestId,
          method, address, count
      FROM sign_ins
      WHERE {type:String} IN ('', 'sign-in') AND {kind:String} = '' AND {id:String} = ''
        AND workspace IN {workspaces:Array(String)}
        AND at >= fromUnixTimestamp64Milli({fromMs:Int64}, 'UTC') AND at < fromUnixTimestamp64Milli({toMs:Int64}, 'UTC')
  )
  WHERE {action:String} IN ('', action) AND {actor:String} IN ('', actorId, actorName)
    AND (atMs, type, sequence, id) < ({afterMs:Int64}, {afterType:String}, {afterSequence:UInt64}, {afterId:String})
  ORDER BY atMs DESC, type DESC, sequence DESC, id DESC
  LIMIT 1 BY atMs, type, sequence, id, workspace, kind
  LIMIT {limit:UInt32}`;

/** Later than any row. */
const everMs = Date.UTC(2299, 11, 31);

/** Who changed which document and what happened to sign-ins, the newest first, without documents themselves. */
export async function readAudit({ client }: History, request: AuditRequest): Promise<AuditRow[]> {
  const { workspaces, kinds, fromMs, toMs, after = { atMs: everMs, type: "", sequence: 0, id: "" } } = request;
  const { type = "", actor = "", kind = "", id = "", action = "" } = request;
  const result = await client.query({
    query: SQL,
    query_params: {
      ...{ workspaces, kinds, fromMs, toMs, type, actor, kind, id, action },
      ...{ afterMs: after.atMs, afterType: after.type, afterSequence: after.sequence, afterId: after.id },
      limit: Math.min(request.limit, auditRowsMax),
    },
    format: "JSONEachRow",
  });
  const rows = await result.json<AuditRow>();
  return rows.map((row) => ({
    ...row,
    atMs: Number(row.atMs),
    sequence: Number(row.sequence),
    count: Number(row.count),
  }));
}
