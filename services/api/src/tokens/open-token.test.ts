import { type ControlPlane, type Principal, tokenDigest } from "@statwire/control-plane";
import { type RedisClient, SnapshotStoreUnavailableError } from "@statwire/snapshot-store";
import { describe, expect, it } from "vitest";
import { isStillGood, openToken, silentMsMax, type TokenDeps } from "./open-token.js";
import { TokenUses } from "./token-uses.js";

const text = `sw_${"t".repeat(43)}`;
const sha256 = tokenDigest(text).toString("hex");

function token(usesMax: number | null) {
  const document = { label: "CI", access: "read-only", scopes: null, project_ids: null, role: "viewer" };
  return {
    kind: "token",
    id: "t1",
    workspace: "default",
    document: { ...document, expires_at: null, uses_max: usesMax, uses_noted: 0 },
  };
}

/** @param options.count what Redis answers to a use */
function deps({
  silentMs = 0,
  usesMax = null as number | null,
  redis = async (): Promise<unknown> => 1,
  count = (): number => 1,
} = {}) {
  const stored = token(usesMax);
  const holderOf = (asked: string) => (asked === sha256 ? { holder: stored, credential: { sha256 } } : undefined);
  const change = async ({ kept }: { kept: object }) => {
    Object.assign(stored.document, kept);
    return { ok: true };
  };
  const control = { silentMs: () => silentMs, holderOf, get: () => stored, change } as unknown as ControlPlane;
  const runRedis = (commands: (client: RedisClient) => Promise<unknown>) =>
    redis().then(() => commands({ eval: async () => count() } as unknown as RedisClient)) as Promise<never>;
  const uses = new TokenUses({ runRedis, keyPrefix: "", now: () => 5 });
  return { control: () => control, uses, now: () => 5, stored } satisfies TokenDeps & { stored: object };
}

const away = () => Promise.reject(new SnapshotStoreUnavailableError("disconnected"));

describe("a token", () => {
  it("is opened, and its use noted", async () => {
    expect(await openToken(deps(), text)).toMatchObject({ ok: true, principal: { actor: { id: "t1" } } });
    expect(await openToken(deps({ usesMax: 1 }), text)).toMatchObject({ ok: true, usesMax: 1 });
    expect(await openToken(deps(), `sw_${"x".repeat(43)}`)).toBeUndefined();
  });

  it("is not looked for when it is not written like one, whatever is known", async () => {
    expect(await openToken({ ...deps(), control: () => undefined }, "changeme")).toBeUndefined();
  });

  it("is unavailable while it is not known which are good", async () => {
    const unavailable = { code: "unavailable", status: 503 };
    await expect(openToken({ ...deps(), control: () => undefined }, text)).rejects.toMatchObject(unavailable);
    await expect(openToken(deps({ silentMs: silentMsMax + 1 }), text)).rejects.toMatchObject(unavailable);
    expect(await openToken(deps({ silentMs: silentMsMax }), text)).toBeDefined();
    const principal = (await openToken(deps(), text))?.principal as Principal;
    expect(isStillGood(deps(), text, principal)).toBe(true);
    expect(isStillGood(deps({ silentMs: silentMsMax + 1 }), text, principal)).toBe(false);
  });

  it("is not good any more for what it opened before it might do something else", async () => {
    const principal = (await openToken(deps(), text))?.principal as Principal;
    const limited = { workspace: "default", role: "viewer", projectIds: ["p1"] } as const;
    for (const other of [{ scopes: ["node:read"] }, { grants: [limited] }, { isReadOnly: false }]) {
      expect(isStillGood(deps(), text, { ...principal, ...other })).toBe(false);
    }
  });

  it("that is good for a number of times is unavailable while these cannot be counted; others go on", async () => {
    await expect(openToken(deps({ usesMax: 1, redis: away }), text)).rejects.toMatchObject({ code: "unavailable" });
    expect(await openToken(deps({ redis: away }), text)).toBeDefined();
  });
});

describe("uses of a token that is good for a number", () => {
  it("are noted after each tenth, and when the last one is over", async () => {
    let count = 0;
    const known = deps({ usesMax: 25, count: () => (count < 25 ? ++count : 0) });
    const noted: number[] = [];
    for (let use = 1; use <= 27; use += 1) {
      const opened = await openToken(known, text);
      expect(opened !== undefined).toBe(use <= 25);
      const { uses_noted: last } = known.stored.document;
      if (last !== noted.at(-1) && last > 0) noted.push(last);
    }
    expect(noted).toEqual([3, 6, 9, 12, 15, 18, 21, 24, 25]);
  });

  it("that were not noted when the last one was let through are noted with the next", async () => {
    const known = deps({ usesMax: 25, count: () => 0 });
    expect(await openToken(known, text)).toBeUndefined();
    expect(known.stored.document.uses_noted).toBe(25);
  });
});

it("uses that cannot be written are kept for the next time", async () => {
  let isAway = true;
  const written: unknown[] = [];
  const client = {
    eval: async (_script: string, { arguments: values }: { arguments: string[] }) => written.push(values),
  };
  const runRedis = async <T>(commands: (client: RedisClient) => Promise<T>) =>
    isAway ? away() : commands(client as unknown as RedisClient);
  const uses = new TokenUses({ runRedis, keyPrefix: "", now: () => 7 });
  uses.note("t1");
  uses.note("t1");
  await expect(uses.flush()).rejects.toThrow("disconnected");
  uses.note("t1");
  isAway = false;
  await uses.flush();
  await uses.flush();
  expect(written).toEqual([["3", "7"]]);
});
