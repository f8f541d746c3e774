import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addDevice,
  addProject,
  createDashmonScene,
  type DashmonClient,
  type DashmonScene,
  type DashmonDeviceRead as Device,
  till,
} from "../../testing/dashmon-scene.js";

let scene: DashmonScene;
let ada: DashmonClient;

beforeAll(async () => {
  scene = await createDashmonScene();
  ada = await scene.signedUp("ada@example.org");
});

afterAll(() => scene.close());

const isoNow = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

describe("projects", () => {
  it.each([
    ["10: nothing", {}],
    ["no id", { name: "One" }],
    ["a blank name", { id: "p1", name: "  " }],
  ])("are not made of %s", async (_name, body) => {
    const answer = await ada.send("POST", "/api/projects", body);
    expect([answer.status, answer.body]).toEqual([400, { error: "Project name and Project ID are required" }]);
  });

  it("are not made without a body, nor of one that is too long or of another type", async () => {
    expect((await ada.send("POST", "/api/projects")).body).toEqual({
      error: "Project name and Project ID are required",
    });
    const long = await addProject(ada, "p".repeat(65));
    expect([long.status, long.body]).toEqual([400, { error: expect.stringMatching(/^id: /) }]);
    const odd = await addProject(ada, "p1", { notes: 7 });
    expect([odd.status, odd.body]).toEqual([400, { error: "notes must be a string" }]);
  });

  it("11: are made under the id that the client chooses", async () => {
    const { status, body } = await ada.send("POST", "/api/projects", { id: "p1", name: "One", location: "Adelaide" });
    expect(status).toBe(200);
    const project = { id: "p1", name: "One", location: "Adelaide", notes: null };
    expect(body).toEqual({ project: { ...project, created_at: isoNow, updated_at: isoNow } });
    expect((await ada.send("GET", "/api/projects/p1")).body).toEqual(body);
    const again = await addProject(ada, "p1");
    expect([again.status, again.body]).toEqual([400, { error: "Project ID already exists" }]);
  });

  it("13: of a free workspace are three", async () => {
    for (const id of ["p2", "p3"]) expect((await addProject(ada, id)).status).toBe(200);
    const { status, body } = await addProject(ada, "p4");
    expect([status, body]).toEqual([400, { error: "Plan limit reached. Your plan allows 3 projects." }]);
  });

  it("14: are replaced whole, what is left out becomes null, and the id stays", async () => {
    const { status, body } = await ada.send("PUT", "/api/projects/p1", { name: "Uno", id: "other" });
    expect(status).toBe(200);
    expect(body).toMatchObject({ project: { id: "p1", name: "Uno", location: null, notes: null } });
    const nameless = await ada.send("PUT", "/api/projects/p1", { location: "Adelaide" });
    expect([nameless.status, nameless.body]).toEqual([400, { error: "Project name is required" }]);
  });

  it("that are not there are not found", async () => {
    for (const [method, path] of [
      ["GET", "/api/projects/none"],
      ["PUT", "/api/projects/none"],
      ["DELETE", "/api/projects/none"],
      ["GET", "/api/projects/none/devices"],
      ["POST", "/api/projects/none/devices"],
    ] as const) {
      const { status, body } = await ada.send(method, path, method === "GET" ? undefined : till);
      expect([method, status, body]).toEqual([method, 404, { error: "Project not found" }]);
    }
  });

  it("are another's own, who has the same ids", async () => {
    const bob = await scene.signedUp("bob@example.org");
    expect((await bob.send("GET", "/api/projects")).body).toEqual([]);
    expect((await bob.send("GET", "/api/projects/p1")).status).toBe(404);
    expect((await addProject(bob, "p1")).status).toBe(200);
    expect((await bob.send("DELETE", "/api/projects/p1")).body).toEqual({ ok: true });
    expect((await ada.send("GET", "/api/projects/p1")).status).toBe(200);
    // Naming her workspace tells him no more than naming none that there is.
    for (const workspace of [scene.workspaceOf("ada@example.org"), "nowhere"]) {
      const named = { "X-Workspace": workspace };
      const { status, body } = await bob.send("GET", "/api/projects", undefined, named);
      expect([status, body]).toEqual([404, { error: "Not found" }]);
      const me = await bob.send("GET", "/api/me", undefined, named);
      expect(me.body).toMatchObject({ workspace: { id: scene.workspaceOf("bob@example.org") } });
    }
  });

  it("are deleted with their devices", async () => {
    const device = await addDevice(ada, "p3");
    const { status, body } = await ada.send("DELETE", "/api/projects/p3");
    expect([status, body]).toEqual([200, { ok: true }]);
    expect((await ada.send("GET", "/api/projects/p3")).status).toBe(404);
    expect((await ada.send("DELETE", `/api/devices/${device.id}`)).status).toBe(404);
  });

  it("are stores by their older paths", async () => {
    const { body } = await ada.send<{ store: object }>("POST", "/api/stores", { id: "s1", name: "Store" });
    expect(body.store).toMatchObject({ id: "s1", name: "Store" });
    expect((await ada.send("GET", "/api/stores/s1")).body).toEqual(body);
    expect((await ada.send("GET", "/api/projects/s1")).body).toEqual({ project: body.store });
    const made = await ada.send<{ device: Device }>("POST", "/api/stores/s1/devices", till);
    expect((await ada.send("GET", "/api/stores/s1/devices")).body).toEqual({ devices: [made.body.device] });
    const path = `/api/stores/s1/devices/${made.body.device.id}`;
    expect((await ada.send("GET", path)).body).toMatchObject({ device: { store_id: "s1" } });
    expect((await ada.send("PUT", "/api/stores/s1", { name: "Laden" })).body).toMatchObject({
      store: { name: "Laden" },
    });
    expect((await ada.send("GET", "/api/stores")).body).toEqual((await ada.send("GET", "/api/projects")).body);
    expect((await ada.send("DELETE", "/api/stores/s1")).body).toEqual({ ok: true });
  });

  it("are changed only as they were seen, by a client that says so", async () => {
    const seen = (await ada.send("GET", "/api/projects/p2")).headers.get("etag") ?? "";
    expect((await ada.send("PUT", "/api/projects/p2", { name: "Two" }, { "If-Match": seen })).status).toBe(200);
    const late = await ada.send("PUT", "/api/projects/p2", { name: "Zwei" }, { "If-Match": seen });
    expect([late.status, late.body]).toEqual([412, { error: expect.stringContaining("revision") }]);
    expect((await ada.send("GET", "/api/projects/p2")).body).toMatchObject({ project: { name: "Two" } });
  });
});

it("a workspace that has more than its plan includes is locked, until something is deleted", async () => {
  const hal = await scene.signedUp("hal@example.org", { plan: "premium" });
  for (const id of ["p1", "p2", "p3", "p4"]) await addProject(hal, id);
  await scene.setPlan("hal@example.org", "premium", "2026-01-01T00:00:00.000Z");
  expect((await hal.send("GET", "/api/me")).body).toMatchObject({
    ...{ plan: "free", plan_status: "expired", premium_until: "2026-01-01T00:00:00.000Z" },
    workspace: { writeLocked: true },
  });
  for (const [method, path] of [
    ["POST", "/api/projects/p1/devices"],
    ["PUT", "/api/projects/p1"],
  ] as const) {
    const { status, body } = await hal.send(method, path, till);
    expect([status, body]).toMatchObject([403, { error: "over_limit" }]);
  }
  expect((await hal.send("DELETE", "/api/projects/p4")).status).toBe(200);
  expect((await hal.send("PUT", "/api/projects/p1", till)).status).toBe(200);
});
