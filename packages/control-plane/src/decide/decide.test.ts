import { beforeEach, describe, expect, it } from "vitest";
import { kindNames, kindOf } from "../kinds/index.js";
import { DecidedDocuments, origin } from "../testing/documents-of.js";
import type { Command } from "./command.js";

const workspace = "default";

let known: DecidedDocuments;

beforeEach(() => {
  known = new DecidedDocuments();
});

function create(kind: "project" | "device" | "tag" | "user" | "membership" | "proxy", input: object): Command {
  return { verb: "create", workspace: kind === "user" ? "_" : workspace, kind, input };
}

const refusal = (code: string, ...fields: string[]) =>
  expect.objectContaining({ ok: false, code, faults: fields.map((field) => expect.objectContaining({ field })) });

describe("a new document", () => {
  it("gets its defaults, its origin and the names that it claims", () => {
    expect(known.decide(create("tag", { name: " production " }))).toEqual({
      ok: true,
      follows: 0,
      isSame: false,
      releases: [],
      losesOwner: [],
      claims: [{ workspace, kind: "tag", field: "name", name: "production" }],
      next: {
        workspace,
        kind: "tag",
        id: "id-1",
        action: "created",
        document: { name: "production", color: "#6b7280", description: null },
        createdAtMs: origin.atMs,
        ...origin,
      },
    });
  });

  it("is refused by field, unknown fields among them", () => {
    expect(known.decide(create("tag", { name: "", color: "red", colour: "x" }))).toEqual(
      refusal("invalid", "name", "color", "colour"),
    );
    expect(known.decide(create("tag", []))).toEqual(refusal("invalid", ""));
  });

  it("does not get another's name", () => {
    known.apply(create("tag", { name: "production" }));
    expect(known.decide(create("tag", { name: "production" }))).toEqual(refusal("taken", "name"));
  });

  it("points only at what exists", () => {
    expect(known.decide(create("device", { name: "web", project_id: "nowhere", tag_ids: ["none"] }))).toEqual(
      refusal("dangling", "project_id", "tag_ids"),
    );
  });

  it("is refused when there are as many as the plan has", () => {
    const document = { id: workspace, name: "Default", plan: "premium", plan_until: "2026-12-01T00:00:00Z" };
    known.apply({ verb: "create", workspace, kind: "workspace", input: document });
    for (const key of ["a", "b", "c"]) known.apply(create("project", { key, name: key }));
    expect(known.decide(create("project", { key: "d", name: "d" }))).toMatchObject({ ok: true });
    // A premium plan that ran out is a free one.
    expect(known.decide(create("project", { key: "d", name: "d" }), { atMs: Date.UTC(2026, 11, 1) })).toEqual(
      refusal("too-many"),
    );
  });

  it("is refused when its project has as many as the plan has of one, and what is in there already stays", () => {
    known.apply({ verb: "create", workspace, kind: "workspace", input: { id: workspace, name: "D", plan: "premium" } });
    const [full, other] = ["a", "b"].map((key) => known.apply(create("project", { key, name: key })).id);
    const devices = Array.from({ length: 15 }, () => known.apply(create("device", { name: "x", project_id: full })));
    expect(known.decide(create("device", { name: "y", project_id: full }))).toEqual(refusal("too-many", "project_id"));
    const moved = known.apply(create("device", { name: "y", project_id: other })).id;
    const patch = (id: string, change: object) =>
      known.decide({ verb: "patch", workspace, kind: "device", id, patch: change });
    expect(patch(moved, { project_id: full })).toEqual(refusal("too-many", "project_id"));
    expect(patch(devices[3]?.id ?? "", { name: "z" })).toMatchObject({ ok: true });
    const unlimited = {
      verb: "patch",
      workspace,
      kind: "workspace",
      id: workspace,
      patch: { plan: "unlimited" },
    } as const;
    known.apply(unlimited);
    expect(patch(moved, { project_id: full })).toMatchObject({ ok: true });
  });

  it.each(kindNames)("of kind %s: the example of its kind is valid, but for what it points at", (kind) => {
    expect(kindOf(kind).fields.safeParse(kindOf(kind).example).error).toBeUndefined();
  });
});

describe("a change", () => {
  it("keeps what a patch leaves out, and gives a removed field its default", () => {
    const { id } = known.apply(create("tag", { name: "a", color: "#000000", description: "x" }));
    const patched = known.apply({ verb: "patch", workspace, kind: "tag", id, patch: { color: null } });
    expect(patched.document).toEqual({ name: "a", color: "#6b7280", description: "x" });
    expect(known.apply({ verb: "replace", workspace, kind: "tag", id, input: { name: "b" } }).document).toEqual({
      name: "b",
      color: "#6b7280",
      description: null,
    });
  });

  it("claims its new name and gives back its old one", () => {
    const { id } = known.apply(create("tag", { name: "a" }));
    expect(known.decide({ verb: "patch", workspace, kind: "tag", id, patch: { name: "b" } })).toMatchObject({
      claims: [{ name: "b" }],
      releases: [{ name: "a" }],
    });
  });

  it("that changes nothing is not written", () => {
    const { id } = known.apply(create("tag", { name: "a" }));
    const decided = known.decide({ verb: "patch", workspace, kind: "tag", id, patch: { description: null } });
    expect(decided).toMatchObject({ isSame: true });
  });

  it("is refused when the document is another by now, or gone", () => {
    const { id, revision } = known.apply(create("tag", { name: "a" }));
    known.apply({ verb: "patch", workspace, kind: "tag", id, patch: { name: "b" } });
    const late = { verb: "patch", workspace, kind: "tag", id, patch: { name: "c" }, expected: revision } as const;
    expect(known.decide(late)).toEqual(refusal("changed"));
    known.apply({ verb: "delete", workspace, kind: "tag", id });
    expect(known.decide(late)).toEqual(refusal("not-found"));
  });

  it("leaves what only we write as it is", () => {
    const input = { email: "Ada@Example.org" };
    const { id, document } = known.apply({ ...create("user", input), kept: { two_factor: true } } as Command);
    expect(document).toMatchObject({ email: "ada@example.org", two_factor: true });
    const replace = { verb: "replace", workspace: "_", kind: "user", id } as const;
    expect(known.apply({ ...replace, input: { email: "b@example.org" } }).document.two_factor).toBe(true);
    expect(known.decide({ ...replace, input: { ...input, two_factor: false } })).toEqual(
      refusal("invalid", "two_factor"),
    );
  });
});

describe("what points at something that is deleted", () => {
  it("counts as deleted when it belongs to it, as does what belongs to that", () => {
    const user = known.apply(create("user", { email: "a@example.org" }));
    const member = known.apply(create("membership", { user_id: user.id, role: "viewer" }));
    known.apply({ verb: "delete", workspace: "_", kind: "user", id: user.id });
    expect(known.documents.get(member)).toBeUndefined();
    expect([...known.documents.list(workspace, "membership")]).toEqual([]);
    expect([...known.documents.orphans()]).toMatchObject([{ orphan: { id: member.id }, because: { kind: "user" } }]);
  });

  it("loses the id otherwise, and is not shown with it", () => {
    const [one, other] = ["a", "b"].map((name) => known.apply(create("tag", { name })).id);
    const proxy = known.apply(create("proxy", { protocol: "http", host: "proxy", port: 1 })).id;
    const device = known.apply(create("device", { name: "web", tag_ids: [one, other], proxy_id: proxy }));
    known.apply({ verb: "delete", workspace, kind: "tag", id: one ?? "" });
    known.apply({ verb: "delete", workspace, kind: "proxy", id: proxy });
    expect(known.documents.get(device)?.document).toMatchObject({ tag_ids: [other], proxy_id: null });
    const patch = { verb: "patch", workspace, kind: "device", id: device.id, patch: { notes: "x" } } as const;
    expect(known.apply(patch).document).toMatchObject({ tag_ids: [other], proxy_id: null, notes: "x" });
  });

  it("never widens what a member or a token is limited to", () => {
    const user = known.apply(create("user", { email: "a@example.org" }));
    const project = known.apply(create("project", { key: "a", name: "a" }));
    const input = { user_id: user.id, role: "viewer", project_ids: [project.id] };
    const member = known.apply(create("membership", input));
    known.apply({ verb: "delete", workspace, kind: "project", id: project.id });
    expect(known.documents.get(member)?.document.project_ids).toEqual([]);
  });

  it("goes with its workspace, in which nothing can be made any more", () => {
    const input = { id: workspace, name: "Default" };
    known.apply({ verb: "create", workspace, kind: "workspace", input });
    const tag = known.apply(create("tag", { name: "a" }));
    known.apply({ verb: "delete", workspace, kind: "workspace", id: workspace });
    expect(known.documents.get(tag)).toBeUndefined();
    expect(known.decide(create("tag", { name: "b" }))).toEqual(refusal("not-found"));
    expect(known.decide({ verb: "create", workspace, kind: "workspace", input })).toEqual(refusal("taken", "id"));
  });
});

describe("a credential", () => {
  const kept = { node: "till-3", public_key: "U", invited_by: "ada" };
  const enroll = () => known.apply({ verb: "create", workspace, kind: "credential", input: {}, kept });

  it("is never deleted, whether or not it is good", () => {
    const { id } = enroll();
    const remove: Command = { verb: "delete", workspace, kind: "credential", id };
    expect(known.decide(remove)).toMatchObject({ code: "forbidden", message: expect.stringContaining("node revoke") });
    const revoked = { revoked_at: "2026-11-01T00:00:00.000Z" };
    known.apply({ verb: "patch", workspace, kind: "credential", id, patch: {}, kept: revoked });
    expect(known.decide(remove)).toEqual(refusal("forbidden"));
    expect(known.documents.get({ workspace, kind: "credential", id })?.document).toMatchObject(revoked);
  });

  it("that is good keeps its workspace", () => {
    known.apply({ verb: "create", workspace, kind: "workspace", input: { id: workspace, name: "Default" } });
    const { id } = enroll();
    const remove: Command = { verb: "delete", workspace, kind: "workspace", id: workspace };
    expect(known.decide(remove)).toEqual(refusal("in-use"));
    const revoked = { revoked_at: "2026-11-01T00:00:00.000Z" };
    known.apply({ verb: "patch", workspace, kind: "credential", id, patch: {}, kept: revoked });
    expect(known.decide(remove)).toMatchObject({ ok: true });
  });
});

describe("a maintenance", () => {
  const maintain = (schedule: object): Command => ({
    verb: "create",
    workspace,
    kind: "maintenance",
    input: { title: "x", schedule },
  });

  it("names the fields of its schedule as the document has them", () => {
    const weekly = { strategy: "weekday", weekdays: [1], start_time: "25:00", end_time: "03:00", timezone: "UTC" };
    expect(known.decide(maintain(weekly))).toEqual(refusal("invalid", "schedule.start_time"));
    expect(known.decide(maintain({ strategy: "cron", cron: "* * * * *", timezone: "UTC" }))).toEqual(
      refusal("invalid", "schedule.duration_minutes"),
    );
  });

  it("of a device's own is one at most, and goes with the device", () => {
    const device = known.apply(create("device", { name: "web" })).id;
    const own = { ...maintain({ strategy: "manual" }), kept: { own_of_device_id: device } };
    const window = known.apply(own);
    expect(known.decide(own)).toEqual(refusal("taken", "own_of_device_id"));
    known.apply({ verb: "delete", workspace, kind: "device", id: device });
    expect(known.documents.get(window)).toBeUndefined();
  });

  it("may be on the last day of each month", () => {
    const schedule = { strategy: "day-of-month", start_time: "01:00", end_time: "02:00", timezone: "UTC" };
    const days = { ...schedule, days_of_month: [1], last_day_of_month: true };
    expect(known.decide(maintain(days))).toMatchObject({ ok: true });
  });
});

describe("the last owner of a workspace", () => {
  let ids: Record<"ada" | "adas" | "bob" | "bobs", string>;

  beforeEach(() => {
    const user = (email: string) => known.apply(create("user", { email })).id;
    const member = (userId: string, role: string) => known.apply(create("membership", { user_id: userId, role })).id;
    const [ada, bob] = [user("ada@example.org"), user("bob@example.org")];
    ids = { ada, bob, adas: member(ada, "owner"), bobs: member(bob, "admin") };
  });

  const patch = (kind: "membership" | "user", id: string, changes: object): Command => {
    return { verb: "patch", workspace: kind === "user" ? "_" : workspace, kind, id, patch: changes };
  };
  const remove = (kind: "membership" | "user", id: string): Command => {
    return { verb: "delete", workspace: kind === "user" ? "_" : workspace, kind, id };
  };
  const losses = () => [
    ...[remove("membership", ids.adas), patch("membership", ids.adas, { role: "admin" })],
    patch("membership", ids.adas, { project_ids: [] }),
    ...[remove("user", ids.ada), patch("user", ids.ada, { active: false })],
  ];

  it("is not removed, demoted, limited or shut out", () => {
    for (const command of losses()) expect(known.decide(command)).toEqual(refusal("last-owner"));
    expect(known.decide(patch("user", ids.ada, { name: "Ada" }))).toMatchObject({ ok: true });
    expect(known.decide(remove("membership", ids.bobs))).toMatchObject({ ok: true });
  });

  it("is not the last one when there is another who can sign in", () => {
    known.apply(patch("membership", ids.bobs, { role: "owner" }));
    known.apply(patch("user", ids.bob, { active: false }));
    expect(known.decide(remove("membership", ids.adas))).toEqual(refusal("last-owner"));
    known.apply(patch("user", ids.bob, { active: true }));
    for (const command of losses()) {
      expect(known.decide(command)).toMatchObject({ ok: true });
    }
  });
});
