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
  for (const id of ["p1", "p2"]) await addProject(ada, id);
});

afterAll(() => scene.close());

const isoNow = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

describe("devices", () => {
  it.each([
    ["16: no ip", { name: "Till", type: "posserver" }, "Device name, type, and IP are required"],
    ["a port that is none", { ...till, port: "http" }, "port must be a number from 1 to 65535"],
    ["a port beyond all", { ...till, port: 70_000 }, expect.stringMatching(/^port: /)],
    ["a URL with a password", { ...till, url: "https://a:b@example.org" }, expect.stringMatching(/^url: /)],
    ["a list for a URL", { ...till, url: ["x"] }, "url must be a string"],
    ["an address beyond all", { ...till, ip: "x".repeat(300) }, expect.stringMatching(/^ip: /)],
  ])("are not made with %s", async (_name, body, error) => {
    const answer = await ada.send("POST", "/api/projects/p1/devices", body);
    expect([answer.status, answer.body]).toEqual([400, { error }]);
  });

  it("17: are made with what the plan says, and unknown", async () => {
    const device = await addDevice(ada, "p1", { port: "443", url: "" });
    expect(device).toEqual({
      ...{ id: expect.any(String), store_id: "p1", user_id: scene.userIdOf("ada@example.org"), ...till },
      ...{ port: 443, url: null, ping_interval: 7_200, ping_packets: 3, notes: null },
      ...{ maintenance_start: null, maintenance_end: null, status: "unknown", packet_loss: null, last_check: null },
      ...{ created_at: isoNow, updated_at: isoNow },
    });
    const eve = await scene.signedUp("eve@example.org", { plan: "premium" });
    await addProject(eve, "p1");
    expect(await addDevice(eve, "p1")).toMatchObject({ ping_interval: 900 });
  });

  it("are read with their tags, in their own project alone", async () => {
    const { id } = await addDevice(ada, "p1");
    const { body } = await ada.send("GET", `/api/projects/p1/devices/${id}`);
    expect(body).toMatchObject({ device: { id, ...till, tags: [] }, tags: [] });
    for (const path of [
      `/api/projects/p2/devices/${id}`,
      "/api/projects/p1/devices/not-a-uuid",
      "/api/projects/p1/devices/A B",
    ]) {
      const { status, body: none } = await ada.send("GET", path);
      expect([status, none]).toEqual([404, { error: "Device not found" }]);
    }
  });

  it("are replaced whole, but for what is not known here", async () => {
    const { id } = await addDevice(ada, "p1", { port: 443, notes: "old", url: "https://till.example.org/" });
    await ada.send("PUT", `/api/devices/${id}/tags`, { tags: ["kept"] });
    const { status, body } = await ada.send("PUT", `/api/devices/${id}`, { ...till, name: "Kasse" });
    expect(status).toBe(200);
    expect(body).toMatchObject({ device: { id, name: "Kasse", port: null, url: null, notes: null, store_id: "p1" } });
    expect((await ada.send("GET", `/api/projects/p1/devices/${id}`)).body).toMatchObject({ tags: ["kept"] });
    const missing = await ada.send("PUT", `/api/devices/${id}`, { name: "Kasse" });
    expect([missing.status, missing.body]).toEqual([400, { error: "name, type, ip required" }]);
  });

  it("32: are deleted once", async () => {
    const { id } = await addDevice(ada, "p1");
    const first = await ada.send("DELETE", `/api/devices/${id}`);
    expect([first.status, first.text]).toEqual([204, ""]);
    const second = await ada.send("DELETE", `/api/devices/${id}`);
    expect([second.status, second.body]).toEqual([404, { error: "Device not found" }]);
  });

  it("of a project in a free or premium workspace are fifteen", async () => {
    const dan = await scene.signedUp("dan@example.org", { plan: "premium" });
    await addProject(dan, "full");
    for (let count = 0; count < 15; count += 1) await addDevice(dan, "full");
    const refused = await dan.send("POST", "/api/projects/full/devices", till);
    const error = "Plan limit reached. Your plan allows 15 devices per project.";
    expect([refused.status, refused.body]).toEqual([400, { error }]);
    const { body } = await dan.send<{ devices: Device[] }>("GET", "/api/projects/full/devices");
    expect(body.devices).toHaveLength(15);
  });

  it("are what other surfaces have made and see", async () => {
    const { id } = await addDevice(ada, "p1", { notes: "at the entrance" });
    const csrf = { ...(await nativeSession("ada@example.org")) };
    const workspace = scene.workspaceOf("ada@example.org");
    const headers = { ...csrf, "X-Workspace": workspace };
    const native = await scene.test.api.get<{ address: string }>(`/api/v2/devices/${id}`, headers);
    expect(native.body).toMatchObject({ name: "Till", address: "10.0.12.3", notes: "at the entrance" });
    const patch = { name: "Renamed" };
    const patched = await scene.test.api.send("PATCH", `/api/v2/devices/${id}`, patch, { ...headers, "If-Match": "*" });
    expect(patched.status).toBe(200);
    expect((await ada.send("GET", `/api/projects/p1/devices/${id}`)).body).toMatchObject({
      device: { name: "Renamed" },
    });
  });
});

describe("the list of projects", () => {
  it("has the devices and how they are, the newest first", async () => {
    const fay = await scene.signedUp("fay@example.org", { plan: "premium" });
    for (const id of ["old", "new"]) await addProject(fay, id);
    const first = await addDevice(fay, "old", { name: "First" });
    const second = await addDevice(fay, "old", { name: "Second" });
    const { body } = await fay.send("GET", "/api/projects");
    const counts = { upDevices: 0, downDevices: 0, warningDevices: 0, maintenanceDevices: 0, status: "up" };
    expect(body).toMatchObject([
      { id: "new", devices: [], totalDevices: 0, ...counts, maintenanceActive: false },
      { id: "old", totalDevices: 2, ...counts, devices: [{ id: second.id }, { id: first.id }] },
    ]);
  });

  it("says of a device that is a node whether its readings come in", async () => {
    const { api } = scene.test;
    await api.report("web-1");
    const root = scene.client();
    await root.send("POST", "/auth/local/login", { identifier: "root", password: "correct horse battery" });
    await addProject(root, "hosts");
    const { id } = await addDevice(root, "hosts", { name: "Web" });
    const access = { ...(await nativeSession("root@example.org")), "If-Match": "*" };
    expect((await api.send("PATCH", `/api/v2/devices/${id}`, { node: "web-1" }, access)).status).toBe(200);
    const device = { status: "up", last_check: isoNow };
    expect((await root.send("GET", "/api/projects")).body).toMatchObject([{ upDevices: 1, devices: [device] }]);
    // Nodes are the served workspace's: of others a device tells nothing, whatever it names.
    const { id: other } = await addDevice(ada, "p1", { name: "Nosy" });
    const foreign = { ...(await nativeSession("ada@example.org")), "If-Match": "*" };
    const workspace = { "X-Workspace": scene.workspaceOf("ada@example.org") };
    await api.send("PATCH", `/api/v2/devices/${other}`, { node: "web-1" }, { ...foreign, ...workspace });
    const { body } = await ada.send("GET", `/api/projects/p1/devices/${other}`);
    expect(body).toMatchObject({ device: { status: "unknown", last_check: null } });
  });
});

/** What somebody signs in with on our own surface. */
async function nativeSession(email: string): Promise<Record<string, string>> {
  const { body } = await scene.test.api.send<{ access_token: string }>("POST", "/api/v2/auth/tokens", {
    ...{ login: email, password: "correct horse battery" },
  });
  return { Authorization: `Bearer ${body.access_token}` };
}
