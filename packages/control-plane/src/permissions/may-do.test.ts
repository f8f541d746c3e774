import { describe, expect, it } from "vitest";
import type { KindName } from "../kinds/index.js";
import { mayDo, mayUseNodes } from "./may-do.js";
import type { Principal } from "./principal.js";
import { type Role, roles, type Verb, verbs } from "./roles.js";

function member(role: Role, more: Partial<Principal> = {}, projectIds: string[] | null = null): Principal {
  return {
    actor: { kind: "user", id: "ada", name: "Ada" },
    grants: [{ workspace: "default", role, projectIds }],
    isAdministrator: false,
    isReadOnly: false,
    scopes: null,
    ...more,
  };
}

function ask(principal: Principal, verb: Verb, kind: KindName, document?: object, id = "x", workspace = "default") {
  return mayDo(principal, { verb, workspace, kind, ...(document && { target: { id, document: { ...document } } }) });
}

describe("what a member may do", () => {
  it.each([
    ["viewer", "device", ["read"]],
    ["editor", "device", ["read", "create", "update", "delete"]],
    ["editor", "setting", ["read"]],
    ["viewer", "token", []],
    ["editor", "membership", ["read"]],
    ["admin", "token", ["read", "create", "update", "delete"]],
    ["admin", "workspace", ["read"]],
    ["owner", "workspace", ["read", "update", "delete"]],
    ["owner", "user", ["read"]],
  ] as const)("%s, with a %s: %j", (role, kind, allowed) => {
    expect(verbs.filter((verb) => ask(member(role), verb, kind) === "allowed")).toEqual(allowed);
  });

  it("is nothing in another workspace, of which it learns nothing", () => {
    for (const verb of verbs) expect(ask(member("owner"), verb, "device", {}, "x", "other")).toBe("hidden");
  });

  it("is only what its role and its credential both allow", () => {
    const readOnly = member("owner", { isReadOnly: true });
    expect(verbs.filter((verb) => ask(readOnly, verb, "device") === "allowed")).toEqual(["read"]);
    const scoped = member("owner", { scopes: ["device:update", "tag:*"] });
    expect(verbs.filter((verb) => ask(scoped, verb, "device") === "allowed")).toEqual(["update"]);
    expect(verbs.filter((verb) => ask(scoped, verb, "tag") === "allowed")).toEqual(verbs);
    expect(verbs.filter((verb) => ask(scoped, verb, "project") === "allowed")).toEqual([]);
  });

  it("never gives, changes or takes away a role above its own", () => {
    const given = roles.filter((role) => ask(member("admin"), "create", "membership", { role }) === "allowed");
    expect(given).toEqual(["viewer", "editor", "admin"]);
    expect(ask(member("admin"), "delete", "membership", { role: "owner" })).toBe("forbidden");
    expect(ask(member("admin"), "read", "membership", { role: "owner" })).toBe("allowed");
  });

  it("is for a token nothing that its own role and scopes do not have", () => {
    const token = { label: "CI", role: "admin", scopes: ["device:read"] };
    const maker = (scopes: string[] | null) => member("admin", { scopes });
    expect(ask(maker(["token:create", "device:*"]), "create", "token", token)).toBe("allowed");
    expect(ask(maker(["token:create", "tag:*"]), "create", "token", token)).toBe("forbidden");
    expect(ask(maker(["token:*", "device:read"]), "update", "token", { ...token, scopes: null })).toBe("forbidden");
    expect(ask(maker(["token:*"]), "delete", "token", { ...token, scopes: null })).toBe("allowed");
    expect(ask(maker(null), "update", "token", { ...token, role: "owner" })).toBe("forbidden");
    // Of a former version, which did not say.
    expect(ask(maker(null), "update", "token", { label: "old" })).toBe("forbidden");
    expect(ask(member("owner"), "delete", "token", { label: "old" })).toBe("allowed");
  });

  it("is its own preferences and no one else's, below an admin", () => {
    expect(ask(member("viewer"), "update", "preference", { user_id: "ada" })).toBe("allowed");
    expect(ask(member("editor"), "read", "preference", { user_id: "bob" })).toBe("hidden");
    expect(ask(member("admin"), "read", "preference", { user_id: "bob" })).toBe("allowed");
  });

  it("is not what its workspace is entitled to, which administrators say", () => {
    const change = (principal: Principal, plan: string, name = "One") =>
      mayDo(principal, {
        ...{ verb: "update", workspace: "default", kind: "workspace" },
        target: { id: "default", document: { name, plan }, before: { name: "Default", plan: "free" } },
      });
    expect([change(member("owner"), "free"), change(member("owner"), "unlimited")]).toEqual(["allowed", "forbidden"]);
    expect(change(member("owner", { isAdministrator: true }), "unlimited")).toBe("allowed");
  });

  it("is, for an administrator, any workspace and who is let into it, and nothing else in there", () => {
    const administrator = member("owner", { isAdministrator: true });
    const asked = (["workspace", "membership", "device"] as const).map((kind) =>
      ask(administrator, "update", kind, { role: "owner" }, "x", "other"),
    );
    expect(asked).toEqual(["allowed", "allowed", "hidden"]);
  });

  it("is itself: read, and nothing more", () => {
    expect(verbs.filter((verb) => ask(member("owner"), verb, "user", {}, "ada") === "allowed")).toEqual(["read"]);
    expect(ask(member("owner"), "read", "user", {}, "bob")).toBe("hidden");
    expect(ask(member("viewer", { isAdministrator: true }), "delete", "user", {}, "bob")).toBe("allowed");
  });
});

describe("what a member may do who is limited to projects", () => {
  const limited = member("admin", {}, ["a", "b"]);

  it("is what is in them", () => {
    expect(ask(limited, "update", "project", {}, "a")).toBe("allowed");
    expect(ask(limited, "read", "project", {}, "c")).toBe("hidden");
    expect(ask(limited, "update", "device", { project_id: "b" })).toBe("allowed");
    expect(ask(limited, "read", "device", { project_id: "c" })).toBe("hidden");
    expect(ask(limited, "read", "device", { project_id: null })).toBe("hidden");
    expect(ask(limited, "read", "maintenance", { project_ids: ["a", "c"], device_ids: [] })).toBe("hidden");
  });

  it("is not to let itself see other nodes, by devices that name them", () => {
    const ask = (before: object | undefined, document: object) =>
      mayDo(limited, {
        ...{ verb: before === undefined ? "create" : "update", workspace: "default", kind: "device" },
        target: { id: "x", document: { ...document }, before: before && { ...before } },
      });
    const ours = { project_id: "a", node: "web-1" };
    expect(ask(undefined, ours)).toBe("forbidden");
    expect(ask(undefined, { project_id: "a", node: null })).toBe("allowed");
    expect(ask(ours, { ...ours, name: "Web" })).toBe("allowed");
    expect(ask(ours, { ...ours, node: "web-2" })).toBe("forbidden");
  });

  it("is reading what is in no project, and changing none of it", () => {
    expect(verbs.filter((verb) => ask(limited, verb, "tag") === "allowed")).toEqual(["read"]);
    expect(ask(limited, "create", "project")).toBe("forbidden");
    expect(ask(limited, "create", "token")).toBe("forbidden");
    expect(ask(member("viewer", {}, []), "update", "preference", { user_id: "ada" })).toBe("allowed");
  });
});

describe("what a member may do with nodes", () => {
  const asked = (principal: Principal, workspace = "default") =>
    (["read", "update"] as const).filter((verb) => mayUseNodes(principal, { verb, workspace }) === "allowed");

  it.each([
    ["viewer", {}, ["read"]],
    ["editor", {}, ["read", "update"]],
    ["owner", { isReadOnly: true }, ["read"]],
    ["owner", { scopes: ["device:read"] }, []],
    ["owner", { scopes: ["node:*"] }, ["read", "update"]],
    ["viewer", { scopes: ["node:*"] }, ["read"]],
  ] as const)("%s, %j: %j", (role, more, allowed) => expect(asked(member(role, { ...more }))).toEqual(allowed));

  it("is nothing in another workspace, for administrators, too", () => {
    expect(asked(member("owner", { isAdministrator: true }), "other")).toEqual([]);
  });
});
