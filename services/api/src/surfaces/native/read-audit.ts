import { type ControlPlane, installation, isKindName, mayReadAudit, type Principal } from "@statwire/control-plane";
import type { AuditPlace, AuditRequest, AuditRow } from "@statwire/history-store";
import { invalidField, ProblemError } from "../../http/problem.js";
import type { AuditEntry, AuditList } from "./dto-audit.js";
import { instantForms, parseInstantMs } from "./parse-instant.js";

export interface AuditReadings {
  /** Errors: `unavailable` problem while the history cannot be reached. */
  readAudit(request: AuditRequest): Promise<readonly AuditRow[]>;
  controlPlane(): ControlPlane | undefined;
  now(): number;
}

/** What is asked for, as it came in. */
export interface AuditQuery {
  type?: "change" | "sign-in" | undefined;
  actor?: string | undefined;
  kind?: string | undefined;
  id?: string | undefined;
  action?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** Later than any entry. */
const everMs = Date.UTC(2299, 11, 31);

/**
 * One page of who did what in a workspace; an administrator's own, when none is named, with what belongs to the installation.
 * Errors: unknown-document for a workspace that is not to be known of, forbidden, invalid-input naming the parameter.
 * @param asked the workspace that the request names
 */
export async function readAudit(
  { readAudit: read, now }: AuditReadings,
  principal: Principal,
  { asked, own }: { asked: string | undefined; own: string },
  query: AuditQuery,
): Promise<AuditList> {
  const { kind, id, limit, type, actor, action } = query;
  if (kind !== undefined && !isKindName(kind)) throw invalidField("kind", `there is no kind "${kind}" of documents`);
  if (id !== undefined && kind === undefined) throw invalidField("id", "needs a kind: ids are of documents");
  const workspaces = asked === undefined ? unnamedWorkspaces(principal, own) : [asked];
  const readable = workspaces.flatMap((workspace) => kindsOf(principal, workspace));
  const rows = await read({
    ...{ workspaces, kinds: readable, type, actor, kind, id, action },
    fromMs: instantOf("from", query.from, 0, now()),
    toMs: instantOf("to", query.to, everMs, now()),
    after: query.cursor === undefined ? undefined : parseCursor(query.cursor),
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    entries: page.map(toEntry),
    next_cursor: last !== undefined && rows.length > limit ? toCursor(last) : null,
  };
}

/** An administrator need not be a member of the workspace that is served. */
function unnamedWorkspaces(principal: Principal, own: string): string[] {
  if (!principal.isAdministrator) return [own];
  const mayRead = (workspace: string) => mayReadAudit(principal, workspace).permission === "allowed";
  return [...(mayRead(own) ? [own] : []), installation];
}

function kindsOf(principal: Principal, workspace: string): readonly string[] {
  const access = mayReadAudit(principal, workspace);
  if (access.permission === "allowed") return access.kinds;
  if (access.permission === "forbidden") throw new ProblemError("forbidden", "you may not read the audit");
  throw new ProblemError("unknown-document", `there is no workspace "${workspace}"`);
}

function instantOf(field: "from" | "to", text: string | undefined, absentMs: number, nowMs: number): number {
  if (text === undefined) return absentMs;
  const instantMs = parseInstantMs(text, nowMs);
  if (instantMs === undefined) throw invalidField(field, `expected ${instantForms}`);
  return instantMs;
}

/** Rows as clients see them: nothing of what a document says, and nothing that was presented. */
function toEntry(row: AuditRow): AuditEntry {
  const { type, atMs, action, workspace, actorKind, actorId, actorName, kind, id, sequence, count } = row;
  const isChange = type === "change";
  return {
    at: new Date(atMs).toISOString(),
    ...{ type, action, workspace },
    actor: actorKind === "" ? null : { kind: actorKind as "user" | "token" | "system", id: actorId, name: actorName },
    document: isChange ? { kind, id, revision: sequence } : null,
    method: textOrNull(row.method),
    address: textOrNull(row.address),
    request_id: textOrNull(row.requestId),
    count,
  };
}

function textOrNull(text: string): string | null {
  return text === "" ? null : text;
}

function toCursor({ atMs, type, sequence, id }: AuditPlace): string {
  return Buffer.from(JSON.stringify([atMs, type, sequence, id])).toString("base64url");
}

function parseCursor(cursor: string): AuditPlace {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(parsed) && parsed.length === 4) {
      const [atMs, type, sequence, id] = parsed as unknown[];
      const isPlace = isCount(atMs) && isCount(sequence) && typeof id === "string";
      if (isPlace && (type === "change" || type === "sign-in")) return { atMs, type, sequence, id };
    }
  } catch {
    // refused below
  }
  throw invalidField("cursor", "is not a next_cursor of this API");
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
