import { type ControlPlane, installation, type Origin } from "@statwire/control-plane";
import { hashPassword, isLinkGood, type Link, linkToken } from "@statwire/control-plane/identity";
import { ProblemError } from "../http/problem.js";
import { controlOf, type IdentityDeps, type Visitor } from "./identity.js";
import { hashOfNew } from "./passwords.js";
import { noSecret, toRefusalProblem, toUser, type User } from "./users.js";

/** Good for as long as there is no user. */
const link: Link = { purpose: "first-administrator", subject: "installation", state: "no-user" };
const linkMs = 24 * 3_600_000;

/** Who makes them: nobody else is there yet. */
const system: Origin["actor"] = { kind: "system", id: "first-administrator", name: "First administrator" };

/**
 * The token of a link with which the first administrator makes an account.
 * @throws ProblemError `conflict` when there is a user
 */
export function firstAdministratorLink(deps: IdentityDeps): { token: string; expiresAtMs: number } {
  if (hasUsers(controlOf(deps))) throw alreadyThere();
  const expiresAtMs = deps.now() + linkMs;
  return { token: linkToken(deps.key, link, expiresAtMs), expiresAtMs };
}

export interface NewAdministrator {
  email: string;
  password: string;
  name?: string;
}

/**
 * Makes the first administrator for who holds the link.
 * @throws ProblemError `invalid-link`, `conflict`, `invalid-input`
 */
export async function makeFirstAdministrator(
  deps: IdentityDeps,
  { token, ...person }: NewAdministrator & { token: string },
  visitor: Visitor,
): Promise<User> {
  const control = controlOf(deps);
  if (!isLinkGood(deps.key, link, token, deps.now())) throw new ProblemError("invalid-link", "The link is not good.");
  if (hasUsers(control)) throw alreadyThere();
  const passwordHash = await hashOfNew(deps, "password", person.password)();
  return makeAdministrator(deps, person, passwordHash, { ...originOf(deps), requestId: visitor.requestId });
}

/** Makes the administrator that the settings name, unless there is a user. Answers whether it did. */
export async function ensureAdministrator(
  deps: IdentityDeps,
  person: Pick<NewAdministrator, "email" | "password">,
): Promise<boolean> {
  if (hasUsers(controlOf(deps))) return false;
  await makeAdministrator(deps, person, await hashPassword(person.password), originOf(deps));
  return true;
}

/**
 * The user, and its membership of the workspace that is served. Killed in between, the user is an administrator anyway.
 * @throws ProblemError `conflict` for the second of two, `invalid-input`, `unavailable`
 */
export async function makeAdministrator(
  deps: IdentityDeps,
  { email, username, name }: { email: string; username?: string; name?: string },
  passwordHash: string,
  origin: Origin,
): Promise<User> {
  const control = controlOf(deps);
  const made = await control.change(
    {
      ...{ verb: "create", workspace: installation, kind: "user" },
      input: {
        ...{ email, administrator: true },
        ...(username === undefined ? {} : { username }),
        ...(name === undefined ? {} : { name }),
      },
      secret: { ...noSecret, password_hash: passwordHash },
    },
    origin,
    // Two who hold the link at once make one user: of the second it is said that the key was used for something else.
    { idempotencyKey: "first-administrator" },
  );
  if (!made.ok) throw toRefusalProblem(made);
  const member = await control.change(
    {
      ...{ verb: "create", workspace: deps.workspace, kind: "membership" },
      input: { user_id: made.current.id, role: "owner" },
    },
    origin,
  );
  if (!member.ok && member.code !== "taken") throw toRefusalProblem(member);
  return toUser(made.current);
}

/** Whether anybody can sign in. */
export function hasUsers(control: ControlPlane): boolean {
  for (const _user of control.list(installation, "user")) return true;
  return false;
}

function originOf(deps: IdentityDeps): Origin {
  return { actor: system, requestId: "start", atMs: deps.now() };
}

function alreadyThere(): ProblemError {
  return new ProblemError("conflict", "There is a user already: administrators invite others.");
}
