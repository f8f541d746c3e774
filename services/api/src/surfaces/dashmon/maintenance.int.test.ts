import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createDashmonScene, type DashmonClient, type DashmonScene } from "../../testing/dashmon-scene.js";

let scene: DashmonScene;
let ada: DashmonClient;
let device: string;
let other: string;

beforeAll(async () => {
  scene = await createDashmonScene();
  ada = await scene.signedUp("ada@example.org", { plan: "premium" });
  await ada.send("POST", "/api/projects", { id: "p1", name: "One" });
});

afterAll(() => scene.close());

const till = { name: "Till", type: "posserver", ip: "10.0.12.3" };

beforeEach(async () => {
  const { body } = await ada.send<{ devices: { id: string }[] }>("GET", "/api/projects/p1/devices");
  for (const { id } of body.devices) await ada.send("DELETE", `/api/devices/${id}`);
  device = await addDevice();
  other = await addDevice();
});

async function addDevice(): Promise<string> {
  const { body } = await ada.send<{ device: { id: string } }>("POST", "/api/projects/p1/devices", till);
  return body.device.id;
}

const minuteMs = 60_000;
const begunMinute = Math.floor(Date.now() / minuteMs);
/** A whole minute, some minutes from when this began. */
const at = (minutes: number) => new Date((begunMinute + minutes) * minuteMs).toISOString();
const listed = async () => (await ada.send("GET", "/api/projects")).body as unknown;
const documents = () => [...scene.control.list(scene.workspaceOf("ada@example.org"), "maintenance")];

describe("of a device", () => {
  it("is cleared by several at once as by one, and set by one of several", async () => {
    const path = `/api/maintenance/device/${device}`;
    const five = <Result>(act: () => Promise<Result>) => Promise.all(Array.from({ length: 5 }, act));
    for (let round = 0; round < 5; round += 1) {
      const set = await five(() => ada.send("POST", path, { startTime: at(-5) }));
      expect(set.some(({ status }) => status === 200)).toBe(true);
      expect(set.filter(({ status }) => status !== 200 && status !== 409)).toEqual([]);
      expect(documents()).toHaveLength(1);
      const cleared = await five(() => ada.send("DELETE", path));
      expect(cleared.map(({ status, body }) => [status, body])).toEqual(Array(5).fill([200, { ok: true }]));
      expect(documents()).toEqual([]);
    }
  });

  it("is set, seen, set anew and ended: one document", async () => {
    const window = { maintenance_start: at(-5), maintenance_end: at(60) };
    const set = await ada.send("POST", `/api/maintenance/device/${device}`, { startTime: at(-5), endTime: at(60) });
    expect([set.status, set.body]).toEqual([200, { ok: true, device: { id: device, ...window } }]);
    expect(await listed()).toMatchObject([
      {
        ...{ status: "partial_maintenance", maintenanceDevices: 1, totalDevices: 2, maintenanceActive: false },
        devices: [
          { id: other, maintenanceActive: false, maintenance_start: null },
          { id: device, maintenanceActive: true, ...window },
        ],
      },
    ]);
    expect(documents()).toHaveLength(1);
    // Without an end it lasts until it is ended.
    const again = await ada.send("POST", `/api/maintenance/device/${device}`, { startTime: at(10) });
    const later = { id: device, maintenance_start: at(10), maintenance_end: null };
    expect(again.body).toEqual({ ok: true, device: later });
    expect(documents()).toHaveLength(1);
    expect(await listed()).toMatchObject([{ status: "up", devices: [{}, { maintenanceActive: false }] }]);
    expect((await ada.send("DELETE", `/api/maintenance/device/${device}`)).body).toEqual({ ok: true });
    expect(documents()).toEqual([]);
    expect((await ada.send("DELETE", `/api/maintenance/device/${device}`)).body).toEqual({ ok: true });
  });

  it("is longer by a part of a minute, never shorter", async () => {
    const times = { startTime: "2031-01-31T22:00:30Z", endTime: "2031-02-01T09:00:30.500+10:30" };
    const { body } = await ada.send("POST", `/api/maintenance/device/${device}`, times);
    expect(body).toMatchObject({
      device: { maintenance_start: "2031-01-31T22:00:00.000Z", maintenance_end: "2031-01-31T22:31:00.000Z" },
    });
  });

  it.each([
    [{}, "startTime is required (ISO datetime)"],
    [{ startTime: "tomorrow" }, "startTime is required (ISO datetime)"],
    [{ startTime: 1_795_000_000 }, "startTime is required (ISO datetime)"],
    [{ startTime: "2031-01-31T22:00:00Z", endTime: "2031-01-31T22:00:00Z" }, "endTime must be after startTime"],
    [{ startTime: "2031-01-31T22:00:00Z", endTime: "later" }, "endTime must be an ISO datetime"],
    [{ startTime: "9999-01-31T22:00:00Z" }, "startTime is required (ISO datetime)"],
  ])("is not set to %j", async (body, error) => {
    const answer = await ada.send("POST", `/api/maintenance/device/${device}`, body);
    expect([answer.status, answer.body]).toEqual([400, { error }]);
  });

  it("goes with the device", async () => {
    await ada.send("POST", `/api/maintenance/device/${device}`, { startTime: at(-5) });
    await ada.send("DELETE", `/api/devices/${device}`);
    expect(documents()).toEqual([]);
    const gone = await ada.send("POST", `/api/maintenance/device/${device}`, { startTime: at(-5) });
    expect([gone.status, gone.body]).toEqual([404, { error: "device not found" }]);
  });

  it("counts, too, when it was set somewhere else, and is not ended here", async () => {
    const workspace = scene.workspaceOf("ada@example.org");
    const { body: signedIn } = await scene.test.api.send<{ access_token: string }>("POST", "/api/v2/auth/tokens", {
      ...{ login: "ada@example.org", password: "correct horse battery" },
    });
    const headers = { Authorization: `Bearer ${signedIn.access_token}`, "X-Workspace": workspace };
    const maintenance = { title: "Elsewhere", schedule: { strategy: "manual" }, device_ids: [device] };
    const { body } = await scene.test.api.send<{ id: string }>("POST", "/api/v2/maintenances", maintenance, headers);
    const one = { id: device, maintenanceActive: true, maintenance_start: null };
    expect(await listed()).toMatchObject([{ devices: [{ maintenanceActive: false }, one] }]);
    await ada.send("DELETE", `/api/maintenance/device/${device}`);
    expect(await listed()).toMatchObject([{ devices: [{}, one] }]);
    await scene.test.api.send("DELETE", `/api/v2/maintenances/${body.id}`, undefined, { ...headers, "If-Match": "*" });
    // What was set here is a maintenance there, and pausing it there ends it here.
    await ada.send("POST", `/api/maintenance/device/${device}`, { startTime: at(-5) });
    const { body: list } = await scene.test.api.get<{ items: { id: string }[] }>("/api/v2/maintenances", headers);
    expect(list.items).toMatchObject([
      { title: "Maintenance of Till", device_ids: [device], own_of_device_id: device },
    ]);
    const pause = { ...headers, "If-Match": "*" };
    const paused = await scene.test.api.send(
      "PATCH",
      `/api/v2/maintenances/${list.items[0]?.id}`,
      { active: false },
      pause,
    );
    expect(paused.status).toBe(200);
    expect(await listed()).toMatchObject([{ devices: [{}, { maintenanceActive: false, maintenance_start: null }] }]);
  });
});

describe("of a project", () => {
  it("is of all its devices", async () => {
    const window = { id: "p1", maintenance_start: at(-5), maintenance_end: at(60) };
    const times = { startTime: at(-5), endTime: at(60) };
    const set = await ada.send("POST", "/api/maintenance/project/p1", times);
    expect([set.status, set.body]).toEqual([200, { ok: true, project: window }]);
    expect(await listed()).toMatchObject([
      {
        ...{ maintenanceActive: true, status: "maintenance", maintenanceDevices: 2 },
        devices: [{ maintenanceActive: true }, { maintenanceActive: true }],
      },
    ]);
    expect((await ada.send("POST", "/api/maintenance/store/p1", times)).body).toEqual({ ok: true, store: window });
    expect(documents()).toHaveLength(1);
    expect((await ada.send("DELETE", "/api/maintenance/store/p1")).body).toEqual({ ok: true });
    expect(await listed()).toMatchObject([{ maintenanceActive: false, status: "up" }]);
    expect((await ada.send("DELETE", "/api/maintenance/project/p1")).body).toEqual({ ok: true });
  });

  it("is not found for one that is not there, by the name of the path", async () => {
    for (const name of ["project", "store"]) {
      const { status, body } = await ada.send("POST", `/api/maintenance/${name}/none`, { startTime: at(0) });
      expect([status, body]).toEqual([404, { error: `${name} not found` }]);
      expect((await ada.send("DELETE", `/api/maintenance/${name}/none`)).status).toBe(404);
    }
  });
});

describe("of several devices", () => {
  it("is set and ended in one go; those that are not there are passed over", async () => {
    const deviceIds = [device, other, "none"];
    const bulk = (path: string, body: object = {}) =>
      ada.send("POST", `/api/maintenance/${path}`, { deviceIds, ...body });
    expect((await bulk("devices/bulk-set", { startTime: at(-5) })).body).toEqual({ ok: true, updated: 2 });
    expect(await listed()).toMatchObject([{ status: "maintenance", maintenanceDevices: 2 }]);
    await ada.send("DELETE", `/api/maintenance/device/${other}`);
    expect((await bulk("devices/bulk-clear")).body).toEqual({ ok: true, updated: 1 });
    expect(await listed()).toMatchObject([{ status: "up", maintenanceDevices: 0 }]);
    const odd = await bulk("devices/bulk-set", { deviceIds: "all", startTime: at(-5) });
    expect([odd.status, odd.body]).toEqual([400, { error: "deviceIds must be an array of non-empty strings" }]);
  });
});

it("is set in premium workspaces alone, and ended in any", async () => {
  await ada.send("POST", `/api/maintenance/device/${device}`, { startTime: at(-5) });
  await scene.setPlan("ada@example.org", "free");
  for (const path of [`device/${device}`, "project/p1", "store/p1", "devices/bulk-set"]) {
    const { status, body } = await ada.send("POST", `/api/maintenance/${path}`, { startTime: at(-5) });
    expect([status, body]).toMatchObject([403, { error: "premium_required" }]);
  }
  expect((await ada.send("DELETE", `/api/maintenance/device/${device}`)).status).toBe(200);
  await scene.setPlan("ada@example.org", "premium");
});
