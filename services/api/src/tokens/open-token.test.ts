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
    document: { ...document, expires_at: null, uses_max: usesMax },
  };
}

function deps({ silentMs = 0, usesMax = null as number | null, redis = async (): Promise<unknown> => 1 } = {}) {
  const holderOf = (asked: string) => (asked === sha256 ? { holder: token(usesMax), credential: { sha256 } } : undefined);
  const control = { silentMs: () => silentMs, holderOf } as unknown as ControlPlane;
  const runRedis = (commands: (client: RedisClient) => Promise<unknown>) =>
    redis().then(() => commands({ eval: async () => 1 } as unknown as RedisClient)) as Promise<never>;
  const uses = new TokenUses({ runRedis, keyPrefix: "", now: () => 5 });
  return { control: () => control, uses, now: () => 5 } satisfies TokenDeps;
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
