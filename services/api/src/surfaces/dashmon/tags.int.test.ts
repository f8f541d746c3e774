import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addDevice,
  addProject,
  createDashmonScene,
  type DashmonClient,
  type DashmonScene,
} from "../../testing/dashmon-scene.js";

let scene: DashmonScene;
let ada: DashmonClient;

beforeAll(async () => {
  scene = await createDashmonScene();
  ada = await scene.signedUp("ada@example.org");
  await addProject(ada, "p1");
});

afterAll(() => scene.close());

describe("tags", () => {
  it("are names, made where they are needed and counted", async () => {
    const gil = await scene.signedUp("gil@example.org", { plan: "premium" });
    await addProject(gil, "p1");
    const [one, other] = [await addDevice(gil, "p1"), await addDevice(gil, "p1")];
    const put = await gil.send("PUT", `/api/devices/${one.id}/tags`, { tags: ["tills", "production", "tills"] });
    expect([put.status, put.body]).toEqual([200, { tags: ["production", "tills"] }]);
    const bulk = (body: object) =>
      gil.send("POST", "/api/devices/tags/bulk", { deviceIds: [one.id, other.id], ...body });
    expect((await bulk({ tags: ["production", "new"], mode: "add" })).body).toEqual({ ok: true, updated: 2 });
    expect((await gil.send("GET", "/api/tags")).body).toEqual({
      tags: [
        { name: "new", count: 2 },
        { name: "production", count: 2 },
        { name: "tills", count: 1 },
      ],
    });
    expect((await bulk({ tags: ["tills", "unheard-of"], mode: "remove" })).body).toEqual({ ok: true, updated: 1 });
    expect((await bulk({ tags: ["only"], mode: "replace" })).body).toEqual({ ok: true, updated: 2 });
    expect((await gil.send("GET", "/api/tags")).body).toMatchObject({
      tags: [{ count: 0 }, { name: "only", count: 2 }, {}, {}],
    });
    expect((await bulk({ deviceIds: ["none"], tags: ["only"], mode: "add" })).body).toEqual({ ok: true, updated: 0 });
    expect((await gil.send("PUT", `/api/devices/${one.id}/tags`, { tags: [] })).body).toEqual({ tags: [] });
  });

  it.each([
    [{ tags: "production" }, "tags must be an array of non-empty strings"],
    [{ tags: [" "] }, "tags must be an array of non-empty strings"],
    [{ tags: ["x".repeat(101)] }, expect.stringMatching(/^tags: name: /)],
    [{ tags: Array.from({ length: 101 }, (_, index) => `t${index}`) }, "tags may have at most 100 entries"],
  ])("are refused that are none: %j", async (body, error) => {
    const { id } = await addDevice(ada, "p1");
    const answer = await ada.send("PUT", `/api/devices/${id}/tags`, body);
    expect([answer.status, answer.body]).toEqual([400, { error }]);
    await ada.send("DELETE", `/api/devices/${id}`);
  });

  it("of several devices at once are for premium workspaces", async () => {
    const { status, body } = await ada.send("POST", "/api/devices/tags/bulk", { deviceIds: [], tags: [], mode: "add" });
    const message = "This feature is available on the Premium plan only.";
    expect([status, body]).toEqual([403, { error: "premium_required", message }]);
  });
});
