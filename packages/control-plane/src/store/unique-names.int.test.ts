import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Command } from "../decide/command.js";
import { decodeRevision } from "../documents/revision.js";
import { origin } from "../testing/documents-of.js";
import { createReplicas, type Replicas, until } from "../testing/replicas.js";
import { claimPatienceMs } from "./claims.js";
import type { ControlPlane } from "./control-plane.js";

let replicas: Replicas;
let one: ControlPlane;
let other: ControlPlane;
let workspaces = 0;
const nextWorkspace = () => `w${++workspaces}`;

beforeAll(async () => {
  replicas = await createReplicas();
  [one, other] = await Promise.all([replicas.open(), replicas.open()]);
});

afterAll(() => replicas.close());

const create = (workspace: string, name: string): Command => ({
  verb: "create",
  workspace,
  kind: "tag",
  input: { name },
});

const names = (replica: ControlPlane, workspace: string) =>
  [...replica.list(workspace, "tag")].map(({ document }) => document.name).sort();

describe("many who write at once", () => {
  it("never give two documents one name", async () => {
    const workspace = nextWorkspace();
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 ? one : other).change(create(workspace, "a"), origin)),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.code !== "taken")).toEqual([]);
    await until(() => names(other, workspace).length === 1);
  });

  it("lose no update of each other", async () => {
    const replicasOf = [one, other];
    const field = fc.constantFrom("notes", "group", "address", "public_notes");
    const writes = fc.array(fc.record({ field, replica: fc.nat(1) }), { minLength: 2, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(writes, async (planned) => {
        const workspace = nextWorkspace();
        const made = await one.change({ verb: "create", workspace, kind: "device", input: { name: "x" } }, origin);
        if (!made.ok) throw new Error(made.message);
        const { kind, id } = made.current;
        await until(() => other.get(made.current) !== undefined);
        const outcomes = await Promise.all(
          planned.map(({ field: name, replica }, index) => {
            const patch: Command = { verb: "patch", workspace, kind, id, patch: { [name]: `${name} ${index}` } };
            return replicasOf[replica]?.change(patch, { ...origin, requestId: `write ${index}` });
          }),
        );
        expect(outcomes.every((outcome) => outcome?.ok)).toBe(true);
        // Each write is one revision, and follows from the one before it by its own field alone.
        const history = (await one.history(made.current, 64)).reverse();
        expect(
          history
            .map(({ requestId }) => requestId)
            .slice(1)
            .sort(),
        ).toEqual(planned.map((_, index) => `write ${index}`).sort());
        for (const [index, { document, requestId }] of history.entries()) {
          const before = history[index - 1];
          if (before === undefined) continue;
          const written = Number(requestId.slice("write ".length));
          const name = planned[written]?.field ?? "";
          expect(document).toEqual({ ...before.document, [name]: `${name} ${written}` });
        }
      }),
      { numRuns: 6 },
    );
  });
});

describe("whoever is killed between two writes", () => {
  /** Changes as one does who is killed after a kind of write. */
  const killedAfter = async (what: string, command: Command) => {
    const killed = await replicas.open((written) => {
      if (written === what) throw new Error(`killed after ${what}`);
    });
    await expect(killed.change(command, origin)).rejects.toThrow(`killed after ${what}`);
  };

  it("of a claim and its document leaves a name that is free again after a while", async () => {
    const workspace = nextWorkspace();
    await killedAfter("claim", create(workspace, "a"));
    expect(names(one, workspace)).toEqual([]);
    // It may be on its way still.
    expect(await one.change(create(workspace, "a"), origin)).toMatchObject({ ok: false, code: "taken" });
    const later = { ...origin, atMs: origin.atMs + claimPatienceMs };
    expect(await one.change(create(workspace, "a"), later)).toMatchObject({ ok: true });
    await until(() => names(other, workspace).length === 1);
  });

  it("and comes back after all is refused: the name has another owner", async () => {
    const workspace = nextWorkspace();
    let goOn: () => void = () => undefined;
    const slow = await replicas.open();
    const first = replicas.log.jetstream.publish;
    // Its document is held up on the way.
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let isHeld = false;
    replicas.log.jetstream.publish = async (subject, payload, options) => {
      const decoded = subject.startsWith("$KV.config.") ? decodeRevision(payload as Uint8Array) : undefined;
      if (decoded?.ok && decoded.revision.requestId === "slow") {
        isHeld = true;
        await held;
      }
      return first.call(replicas.log.jetstream, subject, payload, options);
    };
    try {
      const late = slow.change(create(workspace, "a"), { ...origin, requestId: "slow" });
      await until(() => isHeld);
      const later = { ...origin, atMs: origin.atMs + claimPatienceMs };
      expect(await one.change(create(workspace, "a"), later)).toMatchObject({ ok: true });
      goOn();
      expect(await late).toMatchObject({ ok: false });
    } finally {
      goOn();
      replicas.log.jetstream.publish = first;
    }
    await until(() => names(other, workspace).length === 1);
  });

  it("of a document and the release of its old name leaves both right, and the old name free after a while", async () => {
    const workspace = nextWorkspace();
    const made = await one.change(create(workspace, "a"), origin);
    if (!made.ok) throw new Error(made.message);
    const { kind, id } = made.current;
    await killedAfter("document", { verb: "patch", workspace, kind, id, patch: { name: "b" } });
    await until(() => names(one, workspace)[0] === "b");
    const later = { ...origin, atMs: origin.atMs + claimPatienceMs };
    expect(await one.change(create(workspace, "a"), later)).toMatchObject({ ok: true });
    expect(await one.change(create(workspace, "b"), later)).toMatchObject({ ok: false, code: "taken" });
    await until(() => names(other, workspace).join() === "a,b");
  });

  it("of a secret and its document leaves the document as it was", async () => {
    const workspace = nextWorkspace();
    const input = { protocol: "http", host: "proxy", port: 1 };
    const proxy = { verb: "create", workspace, kind: "proxy", input, secret: { password: "a" } } as const;
    const made = await one.change(proxy, origin);
    if (!made.ok) throw new Error(made.message);
    const { kind, id } = made.current;
    await killedAfter("secret", { verb: "patch", workspace, kind, id, patch: { port: 2 }, secret: { password: "b" } });
    expect(one.get(made.current)).toEqual(made.current);
    expect(await one.readSecret(made.current)).toEqual({ password: "a" });
  });

  it("of a project and its devices leaves none of them, whoever cleans up", async () => {
    const workspace = nextWorkspace();
    const project = await one.change(
      { verb: "create", workspace, kind: "project", input: { key: "a", name: "a" } },
      origin,
    );
    if (!project.ok) throw new Error(project.message);
    const input = { name: "x", project_id: project.current.id };
    const device = await one.change({ verb: "create", workspace, kind: "device", input }, origin);
    if (!device.ok) throw new Error(device.message);
    await killedAfter("document", { verb: "delete", workspace, kind: "project", id: project.current.id });
    await until(() => one.get(project.current) === undefined);
    expect(one.get(device.current)).toBeUndefined();
    await replicas.open();
    await until(async () => (await one.history(device.current, 1))[0]?.action === "deleted");
  });
});
