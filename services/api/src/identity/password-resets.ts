import { createHash } from "node:crypto";
import { isLinkGood, type Link, linkSubject, linkToken } from "@statwire/control-plane/identity";
import { ProblemError } from "../http/problem.js";
import { eventOf } from "./check-credentials.js";
import { controlOf, type IdentityDeps, inRedis, mailerOf, type Visitor } from "./identity.js";
import { hashOfNew } from "./passwords.js";
import { endSignIns } from "./sign-in-store.js";
import { changeUser, findUser, ofMailboxOwner, readUserSecret, type User, userOf } from "./users.js";

const linkMs = 3_600_000;
/** Nobody's mailbox is filled by others. */
const mailEverySeconds = 60;

/**
 * Sends a link to who has an address, if anybody has. What is answered, and how fast, is the same for everybody.
 * @throws ProblemError `mail-off`, `unavailable`
 */
export async function askForReset(deps: IdentityDeps, email: string, visitor: Visitor): Promise<void> {
  const mailer = mailerOf(deps);
  const user = findUser(controlOf(deps), email);
  const isFirst = await isFirstOfMinute(deps, email);
  if (user === undefined || !user.isActive || !isFirst) return;
  const token = linkToken(deps.key, linkOf(user), deps.now() + linkMs);
  mailer.send({
    to: user.email,
    subject: "Statwire: a new password",
    text: `Somebody, you perhaps, has asked for a new password of ${user.email}.

${deps.policy.publicUrl}/account#password-reset=${token}

The link is good for an hour, and once. If it was not you, there is nothing to do.
`,
  });
  deps.recordSignIn({ ...eventOf(deps, visitor), action: "password-reset-asked", userId: user.id });
}

/**
 * Gives a user the password of its choice, by the token of a link. Sessions and tokens of before are void; one-time codes stay.
 * @throws ProblemError `invalid-link`, `invalid-input`, `busy`, `conflict`
 */
export async function resetPassword(
  deps: IdentityDeps,
  { token, password }: { token: string; password: string },
  visitor: Visitor,
): Promise<User> {
  const control = controlOf(deps);
  const user = userOf(control, linkSubject(token) ?? "");
  if (user === undefined || !user.isActive || !isLinkGood(deps.key, linkOf(user), token, deps.now())) {
    throw new ProblemError("invalid-link", "The link is not good: it ended, or was used before.");
  }
  const passwordHash = await hashOfNew(deps, "password", password)();
  const secret = await readUserSecret(deps, user);
  const change = user.isVerified
    ? { secret: { ...secret, password_hash: passwordHash }, voidsCredentials: true }
    : ofMailboxOwner(passwordHash);
  const changed = await changeUser(deps, user, change, visitor);
  // They are void already; this takes them off the list.
  await endSignIns(deps, user.id).catch(() => undefined);
  deps.recordSignIn({ ...eventOf(deps, visitor), action: "password-changed", method: "link", userId: user.id });
  return changed;
}

/** Void when the password was changed, or the address was. */
function linkOf(user: User): Link {
  return { purpose: "password-reset", subject: user.id, state: `${user.credentials} ${user.email}` };
}

async function isFirstOfMinute(deps: IdentityDeps, email: string): Promise<boolean> {
  const digest = createHash("sha256").update(email.toLowerCase(), "utf8").digest("base64url");
  const key = `${deps.keyPrefix}reset-asked:${digest}`;
  return (await inRedis(deps, (client) => client.set(key, "1", { NX: true, EX: mailEverySeconds }))) !== null;
}
