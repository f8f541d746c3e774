import { createHash } from "node:crypto";
import {
  type ControlPlane,
  installation,
  mayDo,
  type Principal,
  type Role,
  type StoredRevision,
} from "@statwire/control-plane";
import { sameText } from "@statwire/control-plane/identity";
import { z } from "zod";
import { ProblemError } from "../http/problem.js";
import { eventOf } from "./check-credentials.js";
import { controlOf, type IdentityDeps, mailerOf, type Visitor } from "./identity.js";
import { hashOfNew } from "./passwords.js";
import {
  changeUser,
  findUser,
  noSecret,
  ofMailboxOwner,
  toActor,
  toRefusalProblem,
  toUser,
  type User,
} from "./users.js";

/** An offer to become a member. */
export interface Offer {
  workspace: string;
  email: string;
  role: Role;
  /** Only these; null: all of the workspace. */
  projectIds: readonly string[] | null;
}

const secretBytes = 32;
const goodForMs = 7 * 24 * 3_600_000;

/**
 * Stores an invitation and sends its link.
 * @throws ProblemError `forbidden`, `mail-off`, `invalid-input`, `conflict`, `unavailable`
 */
export async function invite(
  deps: IdentityDeps,
  principal: Principal,
  offer: Offer,
  visitor: Visitor,
): Promise<{ id: string; expiresAtMs: number }> {
  const { workspace, email, role, projectIds } = offer;
  const atMs = deps.now();
  const input = { email, role, project_ids: projectIds, expires_at: new Date(atMs + goodForMs).toISOString() };
  const target = { id: "", document: input };
  // What the caller may not know of is answered like what the caller may not do.
  if (mayDo(principal, { verb: "create", workspace, kind: "invitation", target }) !== "allowed") throw mayNotInvite();
  const mailer = mailerOf(deps);
  const secret = deps.randomBytes(secretBytes).toString("base64url");
  const made = await controlOf(deps).change(
    {
      ...{ verb: "create", workspace, kind: "invitation", input, secret: { sha256: proofOf(email, secret) } },
      kept: { status: "pending", invited_by: principal.actor.id },
    },
    { actor: principal.actor, requestId: visitor.requestId, atMs },
  );
  if (!made.ok) throw toRefusalProblem(made);
  const { id } = made.current;
  const isTaken = mailer.send({
    to: email.toLowerCase(),
    subject: "Statwire: an invitation",
    text: `You are invited to the workspace "${workspace}" as ${role}.

${deps.policy.publicUrl}/account#invitation=${workspace}.${id}.${secret}

The link is good for seven days, and once.
`,
  });
  if (!isTaken)
    throw new ProblemError("unavailable", "Too many mails wait to be sent: the invitation's was not taken.");
  return { id, expiresAtMs: atMs + goodForMs };
}

/** What somebody who accepts says; a password and a name only when there is no such user yet. */
export interface Acceptance {
  /** Of the link: workspace, id and secret. */
  token: string;
  password?: string;
  name?: string;
  /** Who is signed in already, and accepts what was sent to this user's own address; absent: whoever has the link. */
  by?: User;
}

/**
 * Lets in who was invited. The link proves that its mailbox is theirs: who has no user yet gets one, who has one is a member from
 * then on and signs in as ever. Interrupted anywhere, it can be done again.
 * @throws ProblemError `invalid-link`, `invalid-input`, `forbidden`, `conflict`, `busy`, `unavailable`
 */
export async function acceptInvitation(
  deps: IdentityDeps,
  acceptance: Acceptance,
  visitor: Visitor,
): Promise<{ user: User; isNew: boolean; workspace: string }> {
  const control = controlOf(deps);
  const invitation = await pendingInvitation(deps, control, acceptance.token);
  const { workspace, id, revision, document } = invitation.stored;
  const known = findUser(control, document.email as string);
  if (known !== undefined && !known.isActive) throw invalidLink();
  if (acceptance.by !== undefined && acceptance.by.id !== known?.id) {
    throw new ProblemError("forbidden", "The invitation was sent to another address than yours.");
  }
  const user = await whoAccepts(deps, known, document.email as string, acceptance, visitor);
  const origin = { actor: toActor(user), requestId: visitor.requestId, atMs: deps.now() };
  const member = await control.change(
    {
      ...{ verb: "create", workspace, kind: "membership" },
      input: { user_id: user.id, role: document.role, project_ids: document.project_ids },
    },
    origin,
  );
  // Whoever is a member already keeps the role of before.
  if (!member.ok && member.code !== "taken") throw toRefusalProblem(member);
  const accepted = await control.change(
    {
      ...{ verb: "patch", workspace, kind: "invitation", id, patch: {}, expected: revision },
      kept: { status: "accepted", accepted_by: user.id },
      secret: null,
    },
    origin,
  );
  if (!accepted.ok) throw toRefusalProblem(accepted);
  deps.recordSignIn({ ...eventOf(deps, visitor), action: "invitation-accepted", method: "link", userId: user.id });
  const isNew = known === undefined || (!known.isVerified && acceptance.by === undefined);
  return { user, isNew, workspace };
}

/**
 * Takes an invitation back: its link is good no more.
 * @throws ProblemError `forbidden`, `conflict` when it is not pending, `unavailable`
 */
export async function cancelInvitation(
  deps: IdentityDeps,
  principal: Principal,
  invitation: StoredRevision,
  visitor: Visitor,
): Promise<StoredRevision> {
  const { workspace, id, revision, document } = invitation;
  const asked = { verb: "update", workspace, kind: "invitation", target: { id, document } } as const;
  if (mayDo(principal, asked) !== "allowed") throw new ProblemError("forbidden", "You may not cancel this invitation.");
  if (document.status !== "pending") {
    throw new ProblemError("conflict", `The invitation was ${document.status} before.`);
  }
  const cancelled = await controlOf(deps).change(
    {
      ...{ verb: "patch", workspace, kind: "invitation", id, patch: {}, expected: revision },
      ...{ kept: { status: "cancelled" }, secret: null },
    },
    { actor: principal.actor, requestId: visitor.requestId, atMs: deps.now() },
  );
  if (!cancelled.ok) throw toRefusalProblem(cancelled);
  return cancelled.current;
}

const storedSecret = z.object({ sha256: z.string() });

/** The invitation of a link that is good now. */
async function pendingInvitation(
  deps: IdentityDeps,
  control: ControlPlane,
  token: string,
): Promise<{ stored: StoredRevision }> {
  const [workspace = "", id = "", secret = ""] = token.split(".", 3);
  const stored = control.get({ workspace, kind: "invitation", id });
  if (stored === undefined || stored.document.status !== "pending") throw invalidLink();
  const { expires_at: end } = stored.document as { expires_at: string | null };
  const endMs = Math.min(stored.createdAtMs + goodForMs, end === null ? Number.POSITIVE_INFINITY : Date.parse(end));
  const kept = storedSecret.safeParse(await control.readSecret(stored));
  const proof = proofOf(stored.document.email as string, secret);
  if (deps.now() >= endMs || !kept.success || !sameText(kept.data.sha256, proof)) throw invalidLink();
  return { stored };
}

/** Bound to the address: a link proves nothing of another mailbox, should the invitation be changed. */
function proofOf(email: string, secret: string): string {
  return createHash("sha256")
    .update(JSON.stringify([email.toLowerCase(), secret]), "utf8")
    .digest("hex");
}

/** The user whose mailbox it is. Who is signed in and has the link, too, has shown that it is theirs. */
async function whoAccepts(
  deps: IdentityDeps,
  known: User | undefined,
  email: string,
  acceptance: Acceptance,
  visitor: Visitor,
): Promise<User> {
  if (known?.isVerified === true) return known;
  if (known === undefined || acceptance.by === undefined) {
    return takeMailbox(deps, known, email, acceptance, visitor);
  }
  return changeUser(deps, known, { kept: { email_verified: true } }, visitor);
}

/** A new user, or the one of whoever had only registered with the address. */
async function takeMailbox(
  deps: IdentityDeps,
  registered: User | undefined,
  email: string,
  { password, name }: Acceptance,
  visitor: Visitor,
): Promise<User> {
  if (password === undefined) {
    const message = "is required, because nobody has shown yet that this address is theirs";
    throw new ProblemError("invalid-input", `password: ${message}`, { errors: [{ field: "password", message }] });
  }
  const passwordHash = await hashOfNew(deps, "password", password)();
  if (registered !== undefined) return changeUser(deps, registered, ofMailboxOwner(passwordHash), visitor);
  const made = await controlOf(deps).change(
    {
      ...{ verb: "create", workspace: installation, kind: "user" },
      input: { email, ...(name === undefined ? {} : { name }) },
      secret: { ...noSecret, password_hash: passwordHash },
    },
    {
      actor: { kind: "system", id: "invitation", name: "Invitation" },
      ...{ requestId: visitor.requestId, atMs: deps.now() },
    },
  );
  if (!made.ok) throw toRefusalProblem(made);
  return toUser(made.current);
}

function invalidLink(): ProblemError {
  return new ProblemError("invalid-link", "The link is not good: it ended, was used before, or was taken back.");
}

function mayNotInvite(): ProblemError {
  return new ProblemError("forbidden", "You may not invite anybody to this workspace in this role.");
}
