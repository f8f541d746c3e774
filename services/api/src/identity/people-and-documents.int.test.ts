import { afterAll, beforeAll, expect, it } from "vitest";
import type { Problem } from "../http/problem.js";
import { type Browser, createTestIdentity, password, type TestIdentity } from "../testing/test-identity.js";

let test: TestIdentity;

beforeAll(async () => {
  test = await createTestIdentity();
  await test.addUser("owner@example.org", { role: "owner" });
  await test.addUser("viewer@example.org");
  await test.addUser("some@example.org", { projectIds: [] });
  await test.addUser("outside@example.org", { role: null });
});

afterAll(() => test.close());

async function signedIn(login: string): Promise<Browser> {
  const browser = test.browser();
  expect((await browser.send("POST", "/api/v2/auth/login", { login, password })).status).toBe(200);
  return browser;
}

it("documents are changed by people within their rights, with the CSRF token, in their name", async () => {
  const owner = await signedIn("owner@example.org");
  const project = { key: "one", name: "One" };
  const without = await owner.send<Problem>("POST", "/api/v2/projects", project, { "X-CSRF-Token": "" });
  expect([without.status, without.body.code]).toEqual([403, "cross-site"]);
  const made = await owner.send<{ id: string }>("POST", "/api/v2/projects", project);
  expect(made.status).toBe(201);
  const user = test.control.named("_", "user", "email", "owner@example.org");
  const history = await owner.send<{ revisions: { actor: object }[] }>(
    "GET",
    `/api/v2/projects/${made.body.id}/history`,
  );
  expect(history.body.revisions[0]?.actor).toMatchObject({ kind: "user", id: user?.id });

  const viewer = await signedIn("viewer@example.org");
  expect((await viewer.send<{ items: unknown[] }>("GET", "/api/v2/projects")).body.items).toHaveLength(1);
  expect((await viewer.send<Problem>("POST", "/api/v2/projects", { key: "two", name: "Two" })).body.code).toBe(
    "forbidden",
  );
  const users = await viewer.send<{ items: { email: string }[] }>("GET", "/api/v2/users");
  expect(users.body.items.map(({ email }) => email)).toEqual(["viewer@example.org"]);
  const some = await signedIn("some@example.org");
  expect((await some.send<{ items: unknown[] }>("GET", "/api/v2/projects")).body.items).toEqual([]);
  expect((await some.send("GET", `/api/v2/projects/${made.body.id}`)).status).toBe(404);
  const outside = await signedIn("outside@example.org");
  expect([403, 404]).toContain((await outside.send("GET", `/api/v2/projects/${made.body.id}`)).status);
  expect((await outside.send("POST", "/api/v2/projects", { key: "two", name: "Two" })).status).toBeGreaterThanOrEqual(
    403,
  );
});

it("the history of a document is seen from when it was in reach", async () => {
  const owner = await signedIn("owner@example.org");
  const project = async (key: string) =>
    (await owner.send<{ id: string }>("POST", "/api/v2/projects", { key, name: key })).body.id;
  const [theirs, ours] = [await project("theirs"), await project("ours")];
  const device = { name: "Till", type: "server", project_id: theirs, notes: "a secret of theirs" };
  const made = await owner.send<{ id: string }>("POST", "/api/v2/devices", device);
  expect([made.status, made.text]).toEqual([201, expect.any(String)]);
  const path = `/api/v2/devices/${made.body.id}`;
  const moved = await owner.send("PATCH", path, { project_id: ours, notes: null }, { "If-Match": "*" });
  expect(moved.status).toBe(200);
  await test.addUser("ours@example.org", { projectIds: [ours] });
  const member = await signedIn("ours@example.org");
  const history = await member.send<{ revisions: { action: string }[] }>("GET", `${path}/history`);
  expect(history.body.revisions.map(({ action }) => action)).toEqual(["patched"]);
  expect(history.text).not.toContain("a secret of theirs");
});

it("the last owner of a workspace stays one", async () => {
  const owner = await signedIn("owner@example.org");
  const { id } = test.control.named("_", "user", "email", "owner@example.org") ?? { id: "" };
  const membership = test.control.named("default", "membership", "user_id", id)?.id;
  const path = `/api/v2/memberships/${membership}`;
  const removed = await owner.send<Problem>("DELETE", path, undefined, { "If-Match": "*" });
  expect([removed.status, removed.body.code]).toEqual([409, "last-owner"]);
  const demoted = await owner.send<Problem>("PATCH", path, { role: "admin" }, { "If-Match": "*" });
  expect([demoted.status, demoted.body.code]).toEqual([409, "last-owner"]);
  await test.addUser("second@example.org", { role: "owner" });
  expect((await owner.send("PATCH", path, { role: "admin" }, { "If-Match": "*" })).status).toBe(200);
});
