import { installation } from "@statwire/control-plane";
import { afterEach, expect, it } from "vitest";
import { createTestIdentity, password, type TestIdentity } from "../testing/test-identity.js";
import { register } from "./registration.js";
import { toPrincipal, type User } from "./users.js";

const visitor = { requestId: "r-1", address: "192.0.2.7", agent: "test" };
let identity: TestIdentity | undefined;

afterEach(async () => {
  await identity?.close();
});

function registered(email: string, more: { username?: string } = {}): Promise<User> {
  if (identity === undefined) throw new Error("not begun");
  return register(identity.deps, { email, password, ...more }, visitor);
}

it("the first one is the administrator and owns what is served, the next one a workspace of its own", async () => {
  identity = await createTestIdentity();
  const { control, deps } = identity;
  const first = await registered("ada@example.org", { username: "ada" });
  expect(first).toMatchObject({ isAdministrator: true, username: "ada" });
  expect(toPrincipal(control, first).grants).toEqual([{ workspace: deps.workspace, role: "owner", projectIds: null }]);
  const second = await registered("bob@example.org");
  expect(second.isAdministrator).toBe(false);
  const [own, ...others] = toPrincipal(control, second).grants;
  expect(others).toEqual([]);
  expect(own).toMatchObject({ role: "owner", projectIds: null });
  expect(own?.workspace).not.toBe(deps.workspace);
  const workspace = own?.workspace ?? "";
  const space = control.get({ workspace, kind: "workspace", id: workspace });
  expect(space?.document).toMatchObject({ name: "bob@example.org", plan: "free" });
});

it("an address or a name that is taken leaves nothing behind", async () => {
  identity = await createTestIdentity();
  const { control } = identity;
  await registered("ada@example.org", { username: "ada" });
  await registered("bob@example.org", { username: "bob" });
  const workspaces = control.workspaces().length;
  await expect(registered("ADA@example.org")).rejects.toMatchObject({ code: "conflict" });
  await expect(registered("eve@example.org", { username: "bob" })).rejects.toMatchObject({ code: "conflict" });
  await expect(registered("eve@example.org", { username: "Bob !" })).rejects.toMatchObject({ code: "invalid-input" });
  await expect(register(identity.deps, { email: "eve@example.org", password: "short" }, visitor)).rejects.toMatchObject(
    {
      code: "invalid-input",
    },
  );
  expect(control.named(installation, "user", "email", "eve@example.org")).toBeUndefined();
  expect(control.workspaces()).toHaveLength(workspaces);
});

it("two who come first at once make one administrator", async () => {
  identity = await createTestIdentity({ policy: { registration: "first" } });
  const outcomes = await Promise.allSettled([registered("ada@example.org"), registered("bob@example.org")]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  const users = [...identity.control.list(installation, "user")];
  expect(users.map(({ document }) => document.administrator)).toEqual([true]);
  await expect(registered("eve@example.org")).rejects.toMatchObject({ code: "conflict" });
});

it("nobody registers where it is closed", async () => {
  identity = await createTestIdentity({ policy: { registration: "closed" } });
  await expect(registered("ada@example.org")).rejects.toMatchObject({ code: "forbidden" });
  expect([...identity.control.list(installation, "user")]).toEqual([]);
});
