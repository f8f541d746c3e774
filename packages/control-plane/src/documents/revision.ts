import { z } from "zod";
import { type KindName, kindNames } from "../kinds/index.js";
import { type Document, documentBytesMax } from "../kinds/kind.js";

/** Who made a change. */
export interface Actor {
  kind: "user" | "token" | "system";
  id: string;
  /** As the audit shows it. */
  name: string;
}

/** What proves that somebody may act as a document: a token's text, of which only this is kept. */
export interface Credential {
  /** Of the text, in hexadecimal digits. */
  sha256: string;
  /** It is good until then; absent: as long as the document is. */
  untilMs?: number;
}

/** How a revision came about. */
export type Action = "created" | "replaced" | "patched" | "deleted";

/**
 * One revision of a document: an event, and the value of its key. A deletion is a revision, too, so that the audit knows who it
 * was; it carries the document as it was last.
 */
export interface Revision {
  kind: KindName;
  id: string;
  /** `installation` for what belongs to no workspace. */
  workspace: string;
  document: Document;
  /** Names the secret that belongs to this revision; absent: it has none. */
  secret?: string;
  /** What the document is known by; never shown, and no part of the document, which is. Absent: nothing. */
  credentials?: readonly Credential[];
  action: Action;
  actor: Actor;
  /** Of the request that made the change. */
  requestId: string;
  /** When the change was made, and the document first (Unix milliseconds). */
  atMs: number;
  createdAtMs: number;
}

/** A revision, and its number: the place in the log. Numbers of one document grow. */
export interface StoredRevision extends Revision {
  revision: number;
  /** References to what was deleted since were taken out of the document, which has no revision of its own for that. */
  isCleared?: true;
}

/** Of the envelope: what a later version writes another way has a higher one. */
export const schemaVersion = 1;

/** Larger than a document by what surrounds it. */
export const revisionBytesMax = documentBytesMax + 8 * 1024;

/** A rotated token has two: the new one, and the one before. */
const credentialsMax = 2;

const text = z.string().max(512);
const ms = z.int().nonnegative();

const envelope = z.object({
  v: z.literal(schemaVersion),
  kind: z.enum(kindNames),
  id: text,
  workspace: text,
  // Was validated when it was written; a replica reads a hundred thousand of them at its start.
  document: z.custom<Document>((value) => typeof value === "object" && value !== null && !Array.isArray(value)),
  secret: text.optional(),
  credentials: z
    .array(z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), until_ms: ms.optional() }))
    .max(credentialsMax)
    .optional(),
  action: z.enum(["created", "replaced", "patched", "deleted"]),
  actor: z.object({ kind: z.enum(["user", "token", "system"]), id: text, name: text }),
  request_id: text,
  at_ms: ms,
  created_at_ms: ms,
});

/** The value of a revision's key: JSON, no larger than `revisionBytesMax` when the document is within its bound. */
export function encodeRevision(revision: Revision): Uint8Array {
  const { requestId, atMs, createdAtMs, secret, credentials, ...same } = revision;
  const value: z.infer<typeof envelope> = {
    v: schemaVersion,
    ...same,
    ...(secret === undefined ? {} : { secret }),
    ...(credentials === undefined
      ? {}
      : {
          credentials: credentials.map(({ sha256, untilMs }) =>
            untilMs === undefined ? { sha256 } : { sha256, until_ms: untilMs },
          ),
        }),
    request_id: requestId,
    at_ms: atMs,
    created_at_ms: createdAtMs,
  };
  return Buffer.from(JSON.stringify(value));
}

/** What `encodeRevision` wrote; a reason for anything else, such as a revision of a later version. */
export function decodeRevision(payload: Uint8Array): { ok: true; revision: Revision } | { ok: false; reason: string } {
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength).toString("utf8"));
  } catch (error) {
    return { ok: false, reason: (error as Error).message };
  }
  const parsed = envelope.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { ok: false, reason: `${issue?.path.join(".")}: ${issue?.message}` };
  }
  const { v: _version, secret, credentials, ...data } = parsed.data;
  const { request_id: requestId, at_ms: atMs, created_at_ms: createdAtMs, ...same } = data;
  return {
    ok: true,
    revision: {
      ...same,
      ...(secret === undefined ? {} : { secret }),
      ...(credentials === undefined ? {} : { credentials: credentials.map(toCredential) }),
      requestId,
      atMs,
      createdAtMs,
    },
  };
}

function toCredential({ sha256, until_ms: untilMs }: { sha256: string; until_ms?: number | undefined }): Credential {
  return untilMs === undefined ? { sha256 } : { sha256, untilMs };
}

/** The revision as others than the owner of the configuration may keep it: without what is secret in its document. */
export function redacted<R extends Revision>(revision: R, redact: ((document: Document) => Document) | undefined): R {
  return redact === undefined ? revision : { ...revision, document: redact(revision.document) };
}
