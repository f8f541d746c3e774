import { expect, it } from "vitest";
import { installation } from "../kinds/kind.js";
import { mayReadAudit } from "./may-read-audit.js";
import type { Principal } from "./principal.js";
import { type Role, roles } from "./roles.js";

function member(role: Role, more: Partial<Principal> = {}, projectIds: string[] | null = null): Principal {
  return {
    actor: { kind: "user", id: "ada", name: "Ada" },
    grants: [{ workspace: "default", role, projectIds }],
    ...{ isAdministrator: false, isReadOnly: true, scopes: null, ...more },
  };
}

function permission(principal: Principal, workspace = "default"): string {
  return mayReadAudit(principal, workspace).permission;
}

it("is for admins and owners of the whole workspace", () => {
  expect(roles.filter((role) => permission(member(role)) === "allowed")).toEqual(["admin", "owner"]);
  expect(permission(member("owner", {}, ["shop"]))).toBe("forbidden");
  expect(permission(member("owner"), "other")).toBe("hidden");
  expect(permission(member("owner", { isAdministrator: true }), "other")).toBe("hidden");
});

it("is within the scopes of a credential", () => {
  expect(permission(member("owner", { scopes: ["device:read"] }))).toBe("forbidden");
  expect(permission(member("owner", { scopes: ["audit:read"] }))).toBe("allowed");
});

it("of the installation is for its administrators, and of users alone", () => {
  expect(permission(member("owner"), installation)).toBe("forbidden");
  const administrator = member("viewer", { isAdministrator: true });
  expect(mayReadAudit(administrator, installation)).toEqual({ permission: "allowed", kinds: ["user"] });
  expect(permission(administrator)).toBe("forbidden");
});

it("shows a role the kinds that it may read", () => {
  const read = (role: Role) => mayReadAudit(member(role), "default");
  expect(read("admin")).toMatchObject({ kinds: expect.arrayContaining(["device", "membership", "token"]) });
  expect(read("owner")).toMatchObject({ kinds: expect.not.arrayContaining(["user"]) });
});
