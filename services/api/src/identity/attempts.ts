import { createHash } from "node:crypto";
import { admit, type LockoutState, rememberMs, takeBack } from "@statwire/control-plane/identity";
import { z } from "zod";
import { ProblemError } from "../http/problem.js";
import { type IdentityDeps, inRedis, type LockoutScope } from "./identity.js";

/** An attempt that was let through. What is not told to it counts as a failure. */
export interface Attempt {
  /** It was right: the name is open again from this address. */
  succeeded(): Promise<void>;
  /** It was neither right nor wrong. */
  withdrawn(): Promise<void>;
}

const stored = z.object({
  attempts: z.number(),
  firstAtMs: z.number(),
  lockedUntilMs: z.number().optional(),
});

/** More that want to change one state at once than this are too many whatever the state is. */
const racesMax = 8;

const replaceIfSame = `local now = redis.call('GET', KEYS[1])
  if (now or '') ~= ARGV[1] then return 0 end
  if ARGV[2] == '' then redis.call('DEL', KEYS[1]) else redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) end
  return 1`;

/**
 * Asks for an attempt on a name from an address.
 * @throws ProblemError `locked-out` with `Retry-After`; the same whether or not somebody has the name.
 */
export async function beginAttempt(deps: IdentityDeps, login: string, address: string): Promise<Attempt> {
  const keys: Record<LockoutScope, string> = {
    address: digest("address", address),
    "name-and-address": digest("both", login.toLowerCase(), address),
    name: digest("name", login.toLowerCase()),
  };
  const begun: LockoutScope[] = [];
  for (const scope of scopes) {
    const retryAfterMs = await admitted(deps, scope, keys[scope]);
    if (retryAfterMs === 0) begun.push(scope);
    else {
      // What was not tried does not count where there was room for it.
      for (const other of begun)
        await change(deps, keys[other], (state) => takeBack(state, deps.policy.lockouts[other]), other);
      throw tooManyAttempts(retryAfterMs);
    }
  }
  const back = (scope: LockoutScope) => (state: LockoutState | undefined) =>
    takeBack(state, deps.policy.lockouts[scope]);
  return {
    succeeded: async () => {
      await change(deps, keys["name-and-address"], () => undefined, "name-and-address");
      for (const scope of ["name", "address"] as const) await change(deps, keys[scope], back(scope), scope);
    },
    withdrawn: async () => {
      for (const scope of scopes) await change(deps, keys[scope], back(scope), scope);
    },
  };
}

const scopes = ["address", "name-and-address", "name"] as const satisfies readonly LockoutScope[];

/** 0, or for how long it is closed. */
async function admitted(deps: IdentityDeps, scope: LockoutScope, key: string): Promise<number> {
  let retryAfterMs = 0;
  const changed = await change(
    deps,
    key,
    (state) => {
      const admission = admit(state, deps.policy.lockouts[scope], deps.now());
      retryAfterMs = admission.admitted ? 0 : admission.retryAfterMs;
      return admission.admitted ? admission.state : state;
    },
    scope,
  );
  return changed ? retryAfterMs : 1_000;
}

/** Changes a state by a pure function, whoever else does so at the same time. False when too many do. */
async function change(
  deps: IdentityDeps,
  key: string,
  next: (state: LockoutState | undefined) => LockoutState | undefined,
  scope: LockoutScope,
): Promise<boolean> {
  const name = `${deps.keyPrefix}attempts:${key}`;
  for (let race = 0; race < racesMax; race += 1) {
    const before = (await inRedis(deps, (client) => client.get(name))) ?? "";
    const state = next(before === "" ? undefined : stored.parse(JSON.parse(before)));
    const after = state === undefined ? "" : JSON.stringify(state);
    if (after === before) return true;
    const forMs = state === undefined ? 1 : Math.ceil(rememberMs(state, deps.policy.lockouts[scope], deps.now()));
    const args = { keys: [name], arguments: [before, after, String(forMs)] };
    if ((await inRedis(deps, (client) => client.eval(replaceIfSame, args))) === 1) return true;
  }
  return false;
}

function tooManyAttempts(retryAfterMs: number): ProblemError {
  const seconds = Math.max(1, Math.ceil(retryAfterMs / 1_000));
  return new ProblemError("locked-out", `Too many attempts failed. Try again in ${seconds} seconds.`, {
    headers: { "Retry-After": String(seconds) },
  });
}

/** Names and addresses do not lie about in Redis. */
function digest(...parts: string[]): string {
  return createHash("sha256").update(JSON.stringify(parts), "utf8").digest("base64url");
}
