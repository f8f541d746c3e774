import type { Actor, ControlPlane, StoredRevision } from "@statwire/control-plane";
import { isLinkGood, type Link, linkSubject, linkToken } from "@statwire/control-plane/identity";
import { type EnrollmentKey, isUserKey, nodeToken } from "@statwire/credentials";
import { nameBytesMax } from "@statwire/events";
import { z } from "zod";
import { ProblemError } from "../http/problem.js";
import { controlOf, type IdentityDeps, type Visitor } from "./identity.js";
import { toRefusalProblem } from "./users.js";

/** Which node may come, and who said so. */
export interface Enrollment {
  workspace: string;
  node: string;
  invitedBy: string;
}

/**
 * A token with which one node gets its credential, once. Nothing is kept of it: it is void as soon as the node has another
 * credential than when it was made.
 * @param validMs how long it is good
 * @throws ProblemError `invalid-input`, `name-taken` when the node has a credential that is good, `enrollment-off`
 */
export function inviteNode(
  deps: IdentityDeps,
  { workspace, node, validMs, invitedBy }: Enrollment & { validMs: number },
): { token: string; expiresAtMs: number } {
  enrollmentKeyOf(deps);
  if (Buffer.byteLength(node) > nameBytesMax) throw invalidField("node", `expected at most ${nameBytesMax} bytes`);
  const credentials = credentialsOf(controlOf(deps), workspace, node);
  if (credentials.some(isGood)) throw hasCredential(node);
  const expiresAtMs = deps.now() + validMs;
  return { token: linkToken(deps.key, linkOf({ workspace, node, invitedBy }, credentials), expiresAtMs), expiresAtMs };
}

/** What a node has then: with the other half of its key it is a credential of the bus. */
export interface NodeCredential {
  id: string;
  workspace: string;
  node: string;
  /** A token of NATS (JWT). It is no secret: nobody can use it without the key. */
  jwt: string;
}

/**
 * Signs the key of a node that comes with such a token. Whose answer was lost asks again with both, and is answered alike.
 * @param publicKey of a user of NATS (`U…`), made where it is used
 * @throws ProblemError `invalid-link`, `invalid-input`, `name-taken`, `enrollment-off`, `unavailable`
 */
export async function enrollNode(
  deps: IdentityDeps,
  { token, publicKey }: { token: string; publicKey: string },
  visitor: Visitor,
): Promise<NodeCredential> {
  const key = enrollmentKeyOf(deps);
  const control = controlOf(deps);
  const enrollment = enrollmentIn(linkSubject(token) ?? "");
  if (enrollment === undefined) throw invalidEnrollment();
  const { workspace, node, invitedBy } = enrollment;
  const credentials = credentialsOf(control, workspace, node);
  const isGiven = (before: readonly StoredRevision[]) =>
    isLinkGood(deps.key, linkOf(enrollment, before), token, deps.now());
  const sign = async ({ id }: StoredRevision) => {
    return { id, workspace, node, jwt: await nodeToken(key, publicKey, { workspace, node }) };
  };
  const own = credentials.find(({ document }) => document.public_key === publicKey);
  if (own !== undefined && isGood(own) && isGiven(credentials.filter((one) => one !== own))) return sign(own);
  if (!isGiven(credentials)) throw invalidEnrollment();
  if (!isUserKey(publicKey))
    throw invalidField("public_key", "expected the public key of a user of NATS (U and 55 more)");
  if (own !== undefined) throw invalidField("public_key", "was revoked: the node makes another key");
  const made = await control.change(
    {
      ...{ verb: "create", workspace, kind: "credential", input: {} },
      kept: { node, public_key: publicKey, invited_by: invitedBy },
    },
    {
      actor: { kind: "system", id: "enrollment", name: `Enrollment of ${node}`.slice(0, 200) },
      ...{ requestId: visitor.requestId, atMs: deps.now() },
    },
  );
  if (!made.ok) throw made.code === "taken" ? hasCredential(node) : toRefusalProblem(made);
  return sign(made.current);
}

/**
 * Notes that the bus was told to refuse a credential; who tells it has the bus's keys. Repeating it changes nothing.
 * @throws ProblemError `unknown-document`, `unavailable`
 */
export async function noteRevocation(
  deps: IdentityDeps,
  { workspace, id, actor }: { workspace: string; id: string; actor: Actor },
  visitor: Visitor,
): Promise<void> {
  const control = controlOf(deps);
  const stored = control.get({ workspace, kind: "credential", id });
  if (stored === undefined) throw new ProblemError("unknown-document", `there is no credential "${id}"`);
  if (!isGood(stored)) return;
  const atMs = deps.now();
  const noted = await control.change(
    {
      ...{ verb: "patch", workspace, kind: "credential", id, patch: {} },
      kept: { revoked_at: new Date(atMs).toISOString() },
    },
    { actor, requestId: visitor.requestId, atMs },
  );
  if (!noted.ok) throw toRefusalProblem(noted);
}

/** Void when the node has got a credential, whatever became of that. */
function linkOf(enrollment: Enrollment, credentials: readonly StoredRevision[]): Link {
  const { workspace, node, invitedBy } = enrollment;
  const ids = credentials.map(({ id }) => id).sort();
  return { purpose: "enrollment", subject: JSON.stringify([workspace, node, invitedBy]), state: ids.at(-1) ?? "none" };
}

const subjectForm = z.tuple([z.string(), z.string().min(1), z.string()]);

function enrollmentIn(subject: string): Enrollment | undefined {
  try {
    const [workspace, node, invitedBy] = subjectForm.parse(JSON.parse(subject));
    return { workspace, node, invitedBy };
  } catch {
    return undefined;
  }
}

function credentialsOf(control: ControlPlane, workspace: string, node: string): StoredRevision[] {
  return control.having(workspace, "credential", "node", node);
}

function isGood({ document }: StoredRevision): boolean {
  return document.revoked_at === null;
}

function enrollmentKeyOf({ enrollmentKey }: IdentityDeps): EnrollmentKey {
  if (enrollmentKey !== undefined) return enrollmentKey;
  throw new ProblemError("enrollment-off", "This installation has no key for it: see ENROLLMENT_KEY in docs/nodes.md.");
}

function hasCredential(node: string): ProblemError {
  return new ProblemError("name-taken", `"${node}" has a credential; revoke it first, if it is to have another.`);
}

function invalidEnrollment(): ProblemError {
  return new ProblemError("invalid-link", "The enrollment token is not good: it ended, or was used before.");
}

function invalidField(field: string, message: string): ProblemError {
  return new ProblemError("invalid-input", `${field}: ${message}`, { errors: [{ field, message }] });
}
