import { z } from "zod";
import { type IdentityDeps, inRedis } from "./identity.js";

/** Something that somebody is signed in with, as Redis has it. */
export interface SignIn {
  /** A browser's session, or a program's pair of tokens. */
  kind: "session" | "tokens";
  userId: string;
  /** The user's credentials at the sign-in. */
  credentials: string;
  createdAtMs: number;
  seenAtMs: number;
  /** When it ends whatever happens. */
  expiresAtMs: number;
  address: string;
  agent: string;
  /** Of the refresh token that is good; 0 of a session. */
  sequence: number;
  /** The workspace that its holder has chosen to act in; absent: none was chosen. */
  workspace?: string;
}

const stored = z.object({
  kind: z.enum(["session", "tokens"]),
  userId: z.string(),
  credentials: z.string(),
  createdAtMs: z.number(),
  seenAtMs: z.number(),
  expiresAtMs: z.number(),
  address: z.string(),
  agent: z.string(),
  sequence: z.number(),
  workspace: z.string().optional(),
});

/** Most sign-ins of one user at once: the oldest goes when there is one more. */
export const signInsMax = 50;

/** Replaces a value only if it is still what was read, so that nothing that was deleted comes back. */
const replaceIfSame = `if redis.call('GET', KEYS[1]) == ARGV[1] then
  redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) return 1 end return 0`;

/** Keeps a sign-in under its id, which is the SHA-256 of what its holder has. */
export async function keepSignIn(deps: IdentityDeps, id: string, signIn: SignIn, forMs: number): Promise<void> {
  const index = indexKey(deps, signIn.userId);
  await inRedis(deps, async (client) => {
    await client
      .multi()
      .set(signInKey(deps, id), encode(signIn), { PX: forMs })
      .zAdd(index, { score: signIn.createdAtMs, value: id })
      .pExpireAt(index, deps.now() + indexKeptMs)
      .exec();
    const surplus = await client.zRange(index, 0, -(signInsMax + 1));
    if (surplus.length === 0) return;
    await client
      .multi()
      .unlink(surplus.map((old) => signInKey(deps, old)))
      .zRem(index, surplus)
      .exec();
  });
}

/** Longer than any sign-in lasts. */
const indexKeptMs = 400 * 24 * 3_600_000;

/** The sign-in with an id, while it lasts. */
export async function readSignIn(deps: IdentityDeps, id: string): Promise<SignIn | undefined> {
  const text = await inRedis(deps, (client) => client.get(signInKey(deps, id)));
  return parse(text, deps.now());
}

/** Puts a later state in the place of the one that was read. False when it is gone or another by now. */
export async function replaceSignIn(
  deps: IdentityDeps,
  id: string,
  before: SignIn,
  after: SignIn,
  forMs: number,
): Promise<boolean> {
  const args = {
    keys: [signInKey(deps, id)],
    arguments: [encode(before), encode(after), String(forMs)],
  };
  return (await inRedis(deps, (client) => client.eval(replaceIfSame, args))) === 1;
}

/** Everything that a user is signed in with, the newest first. */
export async function listSignIns(deps: IdentityDeps, userId: string): Promise<{ id: string; signIn: SignIn }[]> {
  const index = indexKey(deps, userId);
  return inRedis(deps, async (client) => {
    const ids = await client.zRange(index, 0, -1, { REV: true });
    if (ids.length === 0) return [];
    const texts = await client.mGet(ids.map((id) => signInKey(deps, id)));
    const found = ids.map((id, place) => ({ id, signIn: parse(texts[place] ?? null, deps.now()) }));
    const ended = found.filter(({ signIn }) => signIn === undefined).map(({ id }) => id);
    if (ended.length > 0) await client.zRem(index, ended);
    return found.filter((entry): entry is { id: string; signIn: SignIn } => entry.signIn !== undefined);
  });
}

/** Ends a sign-in of a user. False when the user has none with that id. */
export async function endSignIn(deps: IdentityDeps, userId: string, id: string): Promise<boolean> {
  const index = indexKey(deps, userId);
  return inRedis(deps, async (client) => {
    if ((await client.zScore(index, id)) === null) return false;
    await client.multi().unlink(signInKey(deps, id)).zRem(index, id).exec();
    return true;
  });
}

/** Ends all of a user's sign-ins, but the one that is named. */
export async function endSignIns(deps: IdentityDeps, userId: string, but?: string): Promise<void> {
  const index = indexKey(deps, userId);
  await inRedis(deps, async (client) => {
    const ids = (await client.zRange(index, 0, -1)).filter((id) => id !== but);
    if (ids.length === 0) return;
    await client
      .multi()
      .unlink(ids.map((id) => signInKey(deps, id)))
      .zRem(index, ids)
      .exec();
  });
}

/** One text for one state, whatever the order of its members is: texts are compared. */
function encode(signIn: SignIn): string {
  return JSON.stringify(stored.parse(signIn));
}

function parse(text: string | null, nowMs: number): SignIn | undefined {
  if (text === null) return undefined;
  const signIn = stored.parse(JSON.parse(text));
  return nowMs < signIn.expiresAtMs ? signIn : undefined;
}

function signInKey({ keyPrefix }: IdentityDeps, id: string): string {
  return `${keyPrefix}sign-in:${id}`;
}

function indexKey({ keyPrefix }: IdentityDeps, userId: string): string {
  return `${keyPrefix}sign-ins-of:${userId}`;
}
