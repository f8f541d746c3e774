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
  const name = login.toLowerCase();
  const both: Counted = ["name-and-address", digest("both", name, address)];
  const ofAddress: Counted = ["address", digest("address", address)];
  const ofName: Counted = ["name", digest("name", name)];
  const all = [ofAddress, both, ofName];
  await begin(deps, all);
  return {
    succeeded: async () => {
      await change(deps, both[1], () => undefined, both[0]);
      await giveBack(deps, [ofName, ofAddress]);
    },
    withdrawn: () => giveBack(deps, all),
  };
}

/**
 * Takes a one-time code of a user. A wrong one, for which `take` answers undefined, counts against the user, from whatever address.
 * Whoever guesses codes knows the password: a right code is not counted, and does not let the guesses before it be forgotten.
 * @throws ProblemError `locked-out` with `Retry-After`
 */
export async function countingCodes<T>(
  deps: IdentityDeps,
  userId: string,
  take: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const counted: Counted[] = [["code", digest("code", userId)]];
  await begin(deps, counted);
  const taken = await take().catch(async (error: unknown) => {
    // Neither right nor wrong.
    await giveBack(deps, counted).catch(() => undefined);
    throw error;
  });
  if (taken !== undefined) await giveBack(deps, counted);
  return taken;
}

/** Where an attempt counts, and the key of it. */
type Counted = readonly [scope: LockoutScope, key: string];

async function begin(deps: IdentityDeps, all: readonly Counted[]): Promise<void> {
  const begun: Counted[] = [];
  for (const counted of all) {
    const retryAfterMs = await admitted(deps, ...counted);
    if (retryAfterMs > 0) {
      // What was not tried does not count where there was room for it.
      await giveBack(deps, begun);
      throw tooManyAttempts(retryAfterMs);
    }
    begun.push(counted);
  }
}

async function giveBack(deps: IdentityDeps, all: readonly Counted[]): Promise<void> {
  for (const [scope, key] of all)
    await change(deps, key, (state) => takeBack(state, deps.policy.lockouts[scope]), scope);
}

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
