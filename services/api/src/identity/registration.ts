import { installation, type Origin } from "@statwire/control-plane";
import { ProblemError } from "../http/problem.js";
import { hasUsers, makeAdministrator } from "./first-administrator.js";
import { controlOf, type IdentityDeps, type Visitor } from "./identity.js";
import { hashOfNew } from "./passwords.js";
import { noSecret, toRefusalProblem, toUser, type User } from "./users.js";

export interface Registration {
  email: string;
  password: string;
  username?: string;
  name?: string;
}

/** Who makes them: nobody has signed in yet. */
const system: Origin["actor"] = { kind: "system", id: "registration", name: "Registration" };

/**
 * An account that nobody was invited to. The first one is the administrator and owns the workspace that is served, as with its
 * one-time link; each one after it owns a workspace of its own, where that is let.
 * @throws ProblemError `conflict` when an account is there and no more are let, `forbidden` when none are, `invalid-input`,
 * `unavailable`, `busy`
 */
export async function register(deps: IdentityDeps, person: Registration, visitor: Visitor): Promise<User> {
  const control = controlOf(deps);
  const { registration } = deps.policy;
  if (registration === "closed") throw new ProblemError("forbidden", "Accounts are made by invitation here.");
  const isFirst = !hasUsers(control);
  if (!isFirst && registration === "first") {
    throw new ProblemError("conflict", "There is a user already: administrators invite others.");
  }
  const passwordHash = await hashOfNew(deps, "password", person.password)();
  const origin = { actor: system, requestId: visitor.requestId, atMs: deps.now() };
  return isFirst
    ? makeAdministrator(deps, person, passwordHash, origin)
    : makeOwner(deps, person, passwordHash, origin);
}

/**
 * The workspace, the user, and its membership as the owner. Killed before the last of them, the user belongs nowhere: an
 * administrator lets it in or deletes it.
 */
async function makeOwner(
  deps: IdentityDeps,
  { email, username, name }: Registration,
  passwordHash: string,
  origin: Origin,
): Promise<User> {
  const control = controlOf(deps);
  const person = { email, ...(username === undefined ? {} : { username }), ...(name === undefined ? {} : { name }) };
  const secret = { ...noSecret, password_hash: passwordHash };
  const kept = { email_verified: false };
  const command = { verb: "create", workspace: installation, kind: "user", input: person, kept, secret } as const;
  const possible = await control.change(command, origin, { dryRun: true });
  if (!possible.ok) throw toRefusalProblem(possible);
  const workspace = crypto.randomUUID();
  const input = { id: workspace, name: name ?? username ?? email, plan: deps.policy.registrationPlan };
  const space = await control.change({ verb: "create", workspace, kind: "workspace", input }, origin);
  if (!space.ok) throw toRefusalProblem(space);
  const made = await control.change(command, origin);
  if (!made.ok) {
    // Somebody took the name meanwhile; where it is not known whether the user was stored, nothing is taken back.
    if (made.code !== "unavailable")
      await control.change({ verb: "delete", workspace, kind: "workspace", id: workspace }, origin);
    throw toRefusalProblem(made);
  }
  const owner = { user_id: made.current.id, role: "owner" };
  const member = await control.change({ verb: "create", workspace, kind: "membership", input: owner }, origin);
  if (!member.ok) throw toRefusalProblem(member);
  return toUser(made.current);
}
