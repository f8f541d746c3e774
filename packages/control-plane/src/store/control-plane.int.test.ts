import { bucketStream, configurationBuckets, readValue, streamState } from "@statwire/event-log";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Command } from "../decide/command.js";
import { documentKey, secretKey } from "../documents/keys.js";
import type { KindName } from "../kinds/index.js";
import { origin } from "../testing/documents-of.js";
import { createReplicas, type Replicas, until } from "../testing/replicas.js";
import type { Changed, ControlPlane } from "./control-plane.js";

let replicas: Replicas;
let one: ControlPlane;
let other: ControlPlane;
let workspaces = 0;
/** Each test has one of its own. */
const nextWorkspace = () => `w${++workspaces}`;

beforeAll(async () => {
  replicas = await createReplicas();
  [one, other] = await Promise.all([replicas.open(), replicas.open()]);
});

afterAll(() => replicas.close());

function create(workspace: string, kind: KindName, input: object, secret?: object): Command {
  return { verb: "create", workspace, kind, input, ...(secret && { secret }) };
}

async function made(changed: Promise<Changed>) {
  const outcome = await changed;
  if (!outcome.ok) throw new Error(`${outcome.code}: ${outcome.message}`);
  return outcome.current;
}

describe("what is refused", () => {
  it("is not noted under its key, so that it cannot fill the bucket", async () => {
    const workspace = nextWorkspace();
    await made(one.change(create(workspace, "tag", { name: "a" }), origin));
    const noted = async () =>
      (await streamState(replicas.log, bucketStream(configurationBuckets.requests))).lastSequence;
    const before = await noted();
    const taken = await one.change(create(workspace, "tag", { name: "a" }), origin, { idempotencyKey: "k1" });
    const forbidden = await one.change(create(workspace, "tag", { name: "b" }), origin, {
      idempotencyKey: "k2",
      allows: () => "forbidden",
    });
    expect([taken, forbidden]).toMatchObject([{ code: "taken" }, { code: "forbidden" }]);
    expect(await noted()).toBe(before);
    await made(one.change(create(workspace, "tag", { name: "c" }), origin, { idempotencyKey: "k3" }));
    expect(await noted()).toBe(before + 1);
  });
});

describe("the secret of a document", () => {
  it("goes with what the document belonged to", async () => {
    const workspace = nextWorkspace();
    const project = await made(one.change(create(workspace, "project", { key: "p", name: "P" }), origin));
    const device = { name: "d", type: "server", project_id: project.id };
    const till = await made(one.change(create(workspace, "device", device, { config: { word: "x" } }), origin));
    const key = secretKey(till, till.secret ?? "");
    const isKept = async () => {
      const found = await readValue(replicas.log, { bucket: configurationBuckets.secrets, key });
      return found !== undefined && found.payload.length > 0;
    };
    expect(await isKept()).toBe(true);
    await made(one.change({ verb: "delete", workspace, kind: "project", id: project.id }, origin));
    await expect.poll(isKept, { timeout: 10_000 }).toBe(false);
  });
});

describe("a change", () => {
  it("is read at once where it was made, and soon everywhere", async () => {
    const workspace = nextWorkspace();
    const startedAtMs = performance.now();
    const tag = await made(one.change(create(workspace, "tag", { name: "a" }), origin));
    expect(one.get(tag)).toEqual(tag);
    await until(() => other.get(tag) !== undefined);
    expect(performance.now() - startedAtMs).toBeLessThan(5_000);
    expect(other.get(tag)).toEqual(tag);
    expect(other.named(workspace, "tag", "name", "a")?.id).toBe(tag.id);
  });

  it("is refused when somebody else was faster", async () => {
    const tag = await made(one.change(create(nextWorkspace(), "tag", { name: "a" }), origin));
    await until(() => other.get(tag) !== undefined);
    const { workspace, kind, id, revision: expected } = tag;
    const patch = (name: string): Command => ({ verb: "patch", workspace, kind, id, expected, patch: { name } });
    const outcomes = await Promise.all([one.change(patch("b"), origin), other.change(patch("c"), origin)]);
    expect(outcomes.map((outcome) => (outcome.ok ? "stored" : outcome.code)).sort()).toEqual(["changed", "stored"]);
  });

  it("leaves its past, with who made each", async () => {
    const tag = await made(one.change(create(nextWorkspace(), "tag", { name: "a" }), origin));
    const { workspace, kind, id } = tag;
    const bob = { ...origin, actor: { kind: "token", id: "bob", name: "Bob" }, requestId: "request-2" } as const;
    await made(one.change({ verb: "patch", workspace, kind, id, patch: { name: "b" } }, bob));
    await made(one.change({ verb: "delete", workspace, kind, id }, origin));
    const history = await other.history(tag, 10);
    expect(history.map(({ action, actor, document }) => [action, actor.name, document.name])).toEqual([
      ["deleted", "Ada", "b"],
      ["patched", "Bob", "b"],
      ["created", "Ada", "a"],
    ]);
    expect(one.get(tag)).toBeUndefined();
  });

  it("that is only tried is not made", async () => {
    const workspace = nextWorkspace();
    const tried = await made(one.change(create(workspace, "tag", { name: "a" }), origin, { dryRun: true }));
    expect([tried.document.name, tried.revision]).toEqual(["a", 0]);
    expect([...one.list(workspace, "tag")]).toEqual([]);
  });
});

describe("a creation with an idempotency key", () => {
  it("makes one document, however often and wherever it is asked for", async () => {
    const workspace = nextWorkspace();
    const command = create(workspace, "device", { name: "web" });
    const options = { idempotencyKey: "key-1" };
    const outcomes = await Promise.all(
      [one, other, one, other].map((replica) => replica.change(command, origin, options)),
    );
    const ids = new Set(outcomes.map((outcome) => outcome.ok && outcome.current.id));
    expect(ids.size).toBe(1);
    expect([...one.list(workspace, "device")]).toHaveLength(1);
    const different = await one.change(create(workspace, "device", { name: "other" }), origin, options);
    expect(different).toMatchObject({ ok: false, code: "key-reused" });
    const bob = { ...origin, actor: { ...origin.actor, id: "bob" } };
    expect((await made(one.change(command, bob, options))).id).not.toBe([...ids][0]);
  });

  it("does not give back what was deleted since", async () => {
    const workspace = nextWorkspace();
    const command = create(workspace, "tag", { name: "a" });
    const { id } = await made(one.change(command, origin, { idempotencyKey: "key-2" }));
    await made(one.change({ verb: "delete", workspace, kind: "tag", id }, origin));
    expect(await one.change(command, origin, { idempotencyKey: "key-2" })).toMatchObject({ code: "key-reused" });
  });
});

describe("a deletion", () => {
  it("takes what belongs to it along, in the name of who deleted it", async () => {
    const workspace = nextWorkspace();
    const project = await made(one.change(create(workspace, "project", { key: "a", name: "a" }), origin));
    const devices = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        made(one.change(create(workspace, "device", { name: `d${index}`, project_id: project.id }), origin)),
      ),
    );
    const bob = { ...origin, actor: { ...origin.actor, id: "bob", name: "Bob" }, requestId: "delete-1" };
    await made(one.change({ verb: "delete", workspace, kind: "project", id: project.id }, bob));
    expect([...one.list(workspace, "device")]).toEqual([]);
    const [device] = devices;
    if (device === undefined) throw new Error("no device");
    await until(async () => (await one.history(device, 1))[0]?.action === "deleted");
    expect((await one.history(device, 1))[0]).toMatchObject({ actor: { name: "Bob" }, requestId: "delete-1" });
  });

  it("leaves the log after a month, with all its past", async () => {
    const workspace = nextWorkspace();
    const tag = await made(one.change(create(workspace, "tag", { name: "a" }), { ...origin, atMs: Date.now() }));
    const now = { ...origin, atMs: Date.now() };
    await made(one.change({ verb: "delete", workspace, kind: "tag", id: tag.id }, now));
    expect(await one.history(tag, 10)).toHaveLength(2);
    // Cleans up at its start.
    await replicas.open(undefined, () => Date.now() + 31 * 24 * 3_600_000);
    await until(async () => (await one.history(tag, 10)).length === 0);
    expect(one.get(tag)).toBeUndefined();
    await made(one.change(create(workspace, "tag", { name: "a" }), origin));
  });

  it("gives the name back", async () => {
    const workspace = nextWorkspace();
    const { id } = await made(one.change(create(workspace, "tag", { name: "a" }), origin));
    await made(one.change({ verb: "delete", workspace, kind: "tag", id }, origin));
    expect((await made(one.change(create(workspace, "tag", { name: "a" }), origin))).id).not.toBe(id);
  });
});

describe("a secret", () => {
  it("is stored apart, encrypted, and replaced or taken away with the document", async () => {
    const workspace = nextWorkspace();
    const input = { protocol: "http", host: "proxy", port: 3128 };
    const proxy = await made(one.change(create(workspace, "proxy", input, { password: "hunter2" }), origin));
    expect(JSON.stringify(proxy)).not.toContain("hunter2");
    expect(await other.readSecret(proxy)).toEqual({ password: "hunter2" });
    const key = secretKey(proxy, proxy.secret ?? "");
    const sealed = await readValue(replicas.log, { bucket: configurationBuckets.secrets, key });
    expect(Buffer.from(sealed?.payload ?? []).includes("hunter2")).toBe(false);

    const { kind, id } = proxy;
    const kept = await made(one.change({ verb: "patch", workspace, kind, id, patch: { port: 1 } }, origin));
    expect(await one.readSecret(kept)).toEqual({ password: "hunter2" });
    const changed = await made(
      one.change({ verb: "patch", workspace, kind, id, patch: {}, secret: { password: "other" } }, origin),
    );
    expect(await one.readSecret(changed)).toEqual({ password: "other" });
    expect(await one.readSecret(kept)).toBeUndefined();
    const without = await made(one.change({ verb: "patch", workspace, kind, id, patch: {}, secret: null }, origin));
    expect([without.secret, await one.readSecret(changed)]).toEqual([undefined, undefined]);
  });
});

it("what is not a document is left out", async () => {
  const workspace = nextWorkspace();
  const tag = await made(one.change(create(workspace, "tag", { name: "a" }), origin));
  await replicas.log.jetstream.publish(`$KV.config.${documentKey({ ...tag, id: "forged" })}`, '{"v":2}');
  const next = await made(one.change(create(workspace, "tag", { name: "b" }), origin));
  expect([...one.list(workspace, "tag")].map(({ id }) => id).sort()).toEqual([tag.id, next.id].sort());
});
