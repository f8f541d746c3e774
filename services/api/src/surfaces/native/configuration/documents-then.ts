import {
  type ControlPlane,
  installation,
  isKindName,
  type KindName,
  kindOf,
  type StoredRevision,
  viewOf,
} from "@statwire/control-plane";
import type { DocumentsAtRequest, DocumentThen } from "@statwire/history-store";
import { ProblemError } from "../../../http/problem.js";

/** What the history store knows of documents at a moment. Errors: `unavailable` problem while it cannot be reached. */
export interface StoredDocuments {
  /** Those that have changed since, as they were. */
  documentsAt(request: DocumentsAtRequest): Promise<readonly DocumentThen[]>;
  /** The newest revision that is stored. */
  newestRevision(): Promise<number>;
}

export interface ThenDeps {
  controlPlane: ControlPlane;
  stored: StoredDocuments;
  /** Every revision of a document, the newest first. */
  history(document: StoredRevision): Promise<readonly StoredRevision[]>;
  now(): number;
}

/** Documents that have changed since, at most. */
const changedMax = 100_000;
/** Documents whose past is read from the log, because the history may not have it yet. */
const readMax = 2_000;
const readAtOnce = 8;
/** What is older is in the history. */
const settledAfterMs = 60_000;

/**
 * The documents of a kind in a workspace as they were at a moment. What has not changed since is what it is now; of what has, the
 * history knows how it was, and of the last minute's changes the log does.
 * @throws ProblemError `unavailable`
 */
export async function documentsThen(
  deps: ThenDeps,
  { workspace, kind, atMs }: { workspace: string; kind: KindName; atMs: number },
): Promise<StoredRevision[]> {
  const { controlPlane, stored } = deps;
  const kinds = withReferenced(kind);
  const workspaces = [...new Set([workspace, installation])];
  const newest = await stored.newestRevision();
  const past = await stored.documentsAt({ workspaces, kinds: [...kinds], atMs, limit: changedMax + 1 });
  if (past.length > changedMax) throw new ProblemError("unavailable", "Too much has changed since.");
  const known = workspaces.flatMap((one) => [...controlPlane.latest(one)].filter((found) => kinds.has(found.kind)));
  const unchanged = known.filter((found) => found.atMs <= atMs);
  const isUnsettled = ({ revision, atMs: changedAtMs }: StoredRevision) =>
    revision > newest || changedAtMs > deps.now() - settledAfterMs;
  const unsettled = known.filter((found) => found.atMs > atMs && found.createdAtMs <= atMs && isUnsettled(found));
  if (unsettled.length > readMax) {
    throw new ProblemError("unavailable", "Too much has changed just now. Try again in a minute.", {
      headers: { "Retry-After": "60" },
    });
  }
  const read = await readEach(unsettled, async (found) =>
    (await deps.history(found)).find((revision) => revision.atMs <= atMs),
  );
  const then = viewOf([...past.flatMap(toStored), ...unchanged, ...read]);
  return [...then.list(workspace, kind)];
}

/** A kind, and those that its documents point at, whose absence would show in it. */
function withReferenced(kind: KindName, found = new Set<KindName>(["workspace"])): Set<KindName> {
  found.add(kind);
  for (const { kind: other } of kindOf(kind).references) {
    if (isKindName(other) && !found.has(other)) withReferenced(other, found);
  }
  return found;
}

function toStored(then: DocumentThen): StoredRevision[] {
  const { workspace, kind, id, revision, atMs, createdAtMs, requestId, actorKind, actorId, actorName } = then;
  if (!isKindName(kind)) return [];
  return [
    {
      ...{ workspace, kind, id, revision, atMs, createdAtMs, requestId },
      document: JSON.parse(then.document) as StoredRevision["document"],
      action: then.action as StoredRevision["action"],
      actor: { kind: actorKind as StoredRevision["actor"]["kind"], id: actorId, name: actorName },
    },
  ];
}

async function readEach(
  documents: readonly StoredRevision[],
  read: (document: StoredRevision) => Promise<StoredRevision | undefined>,
): Promise<StoredRevision[]> {
  const found: StoredRevision[] = [];
  const waiting = documents.values();
  const reader = async () => {
    for (const document of waiting) {
      const then = await read(document);
      if (then !== undefined) found.push(then);
    }
  };
  await Promise.all(Array.from({ length: readAtOnce }, reader));
  return found;
}
