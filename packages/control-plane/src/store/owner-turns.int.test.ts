import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Command } from "../decide/command.js";
import type { StoredRevision } from "../documents/revision.js";
import { installation } from "../kinds/kind.js";
import { origin } from "../testing/documents-of.js";
import { createReplicas, type Replicas, until } from "../testing/replicas.js";
import { claimPatienceMs } from "./claims.js";
import type { ControlPlane } from "./control-plane.js";

let replicas: Replicas;
let known: readonly [ControlPlane, ControlPlane];
let workspaces = 0;

beforeAll(async () => {
  replicas = await createReplicas();
  known = await Promise.all([replicas.open(), replicas.open()]);
});

afterAll(() => replicas.close());

async function create(workspace: string, kind: "user" | "membership", input: object): Promise<StoredRevision> {
  const made = await known[0].change({ verb: "create", workspace, kind, input }, origin);
  if (!made.ok) throw new Error(made.message);
  return made.current;
}

interface Owner {
  user: StoredRevision;
  membership: StoredRevision;
}

/** A workspace with some owners, which both replicas know. */
async function ownersOf(count: number): Promise<{ workspace: string; owners: Owner[] }> {
  workspaces += 1;
  const workspace = `w${workspaces}`;
  const owners: Owner[] = [];
  for (let number = 1; number <= count; number += 1) {
    const user = await create(installation, "user", { email: `${number}@${workspace}.example.org` });
    const membership = await create(workspace, "membership", { user_id: user.id, role: "owner" });
    owners.push({ user, membership });
  }
  await until(() => owners.every(({ membership }) => known[1].get(membership) !== undefined));
  return { workspace, owners };
}

const ways: Record<string, (owner: Owner) => Command> = {
  demoted: ({ membership: { workspace, id } }) => {
    return { verb: "patch", workspace, kind: "membership", id, patch: { role: "viewer" } };
  },
  limited: ({ membership: { workspace, id } }) => {
    return { verb: "patch", workspace, kind: "membership", id, patch: { project_ids: [] } };
  },
  removed: ({ membership: { workspace, id } }) => ({ verb: "delete", workspace, kind: "membership", id }),
  "shut out": ({ user: { id } }) => {
    return { verb: "patch", workspace: installation, kind: "user", id, patch: { active: false } };
  },
  deleted: ({ user: { id } }) => ({ verb: "delete", workspace: installation, kind: "user", id }),
};

function ownersLeft(replica: ControlPlane, workspace: string): number {
  return [...replica.list(workspace, "membership")].filter(({ document }) => {
    const user = replica.get({ workspace: installation, kind: "user", id: String(document.user_id) });
    return document.role === "owner" && document.project_ids === null && user?.document.active === true;
  }).length;
}

it("owners who are taken away all at once, on several replicas, leave one: all but one go, in whatever way", async () => {
  const loss = fc.record({ way: fc.constantFrom(...Object.keys(ways)), replica: fc.nat(1) });
  await fc.assert(
    fc.asyncProperty(fc.array(loss, { minLength: 2, maxLength: 4 }), async (losses) => {
      const { workspace, owners } = await ownersOf(losses.length);
      const outcomes = await Promise.all(
        losses.map(({ way, replica }, index) => {
          const command = ways[way]?.(owners[index] as Owner) as Command;
          return known[replica as 0 | 1].change(command, { ...origin, requestId: `loss ${index}` });
        }),
      );
      const codes = outcomes.map((outcome) => (outcome.ok ? "ok" : outcome.code)).sort();
      expect(codes).toEqual(["last-owner", ...losses.slice(1).map(() => "ok")]);
      await until(() => known.every((replica) => ownersLeft(replica, workspace) === 1));
    }),
    { numRuns: 25 },
  );
});

it("two who demote each other with the revision that they have read leave one", async () => {
  for (let round = 0; round < 10; round += 1) {
    const { workspace, owners } = await ownersOf(2);
    const outcomes = await Promise.all(
      owners.map((owner, index) =>
        known[index as 0 | 1].change({ ...demote(owner), expected: owner.membership.revision } as Command, origin),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.code === "last-owner")).toHaveLength(1);
    expect(ownersLeft(known[0], workspace)).toBe(1);
  }
});

it("whoever is killed in a turn holds the others up for a while, and then has changed nothing", async () => {
  const { workspace, owners } = await ownersOf(3);
  const [ada, bob] = owners as [Owner, Owner];
  const killed = await replicas.open((what) => {
    if (what === "turn") throw new Error("killed in its turn");
  });
  await expect(killed.change(demote(ada), origin)).rejects.toThrow("killed in its turn");
  expect(await known[0].change(demote(bob), origin)).toMatchObject({ ok: false, code: "unavailable" });
  expect(ownersLeft(known[0], workspace)).toBe(3);
  const later = { ...origin, atMs: origin.atMs + claimPatienceMs };
  expect(await known[1].change(demote(bob), later)).toMatchObject({ ok: true });
  expect(await known[1].change(demote(ada), later)).toMatchObject({ ok: true });
  await until(() => known.every((replica) => ownersLeft(replica, workspace) === 1));
});

it("whoever comes back too late to the document of its turn decides anew", async () => {
  const { workspace, owners } = await ownersOf(2);
  const [ada, bob] = owners as [Owner, Owner];
  const slow = await replicas.open();
  const publish = replicas.log.jetstream.publish;
  let goOn: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  let isHeld = false;
  replicas.log.jetstream.publish = async (subject, payload, options) => {
    if (!isHeld && subject === `$KV.config.${workspace}.membership.${ada.membership.id}`) {
      isHeld = true;
      await held;
    }
    return publish.call(replicas.log.jetstream, subject, payload, options);
  };
  try {
    const late = slow.change(demote(ada), origin);
    await until(() => isHeld);
    const later = { ...origin, atMs: origin.atMs + claimPatienceMs };
    expect(await known[1].change(demote(bob), later)).toMatchObject({ ok: true });
    goOn();
    expect(await late).toMatchObject({ ok: false, code: "last-owner" });
  } finally {
    goOn();
    replicas.log.jetstream.publish = publish;
  }
  await until(() => known.every((replica) => ownersLeft(replica, workspace) === 1));
});

function demote(owner: Owner): Command {
  return ways.demoted?.(owner) as Command;
}
