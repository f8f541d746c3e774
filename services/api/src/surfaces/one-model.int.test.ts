import { afterAll, beforeAll, expect, it } from "vitest";
import { createDashmonScene, type DashmonClient, type DashmonScene } from "../testing/dashmon-scene.js";
import { testKey } from "../testing/test-api.js";
import { type Browser, password } from "../testing/test-identity.js";

/** One workspace through four doors: Dashmon's session, Peekaping's token, Nezha's session and the native API. */
let scene: DashmonScene;
let dashmon: DashmonClient;
let peekaping: Browser;
let nezha: Browser;
let native: Browser;
let deviceId: string;

beforeAll(async () => {
  scene = await createDashmonScene();
  await scene.test.api.report("web-1");
  const root = { email: "root@example.org", password };
  dashmon = scene.client();
  expect((await dashmon.send("POST", "/auth/local/login", { identifier: "root", password })).status).toBe(200);
  const login = await scene.test.browser().send<Signed>("POST", "/api/v1/auth/login", root);
  peekaping = scene.test.browser({ Authorization: `Bearer ${login.body.data.accessToken}` });
  nezha = scene.test.browser();
  expect((await nezha.send("POST", "/api/v2/auth/login", { login: root.email, password })).status).toBe(200);
  native = scene.test.browser({ "X-API-Key": testKey, "If-Match": "*" });
});

afterAll(() => scene.close());

interface Signed {
  data: { accessToken: string };
}

interface Row {
  id: string;
  name: string;
  [other: string]: unknown;
}

const nativeList = async (plural: string) =>
  (await native.send<{ items: Row[] }>("GET", `/api/v2/${plural}`)).body.items;
const projects = async () => (await dashmon.send<(Row & { devices: Row[] })[]>("GET", "/api/projects")).body;
const deviceOfDashmon = async () =>
  (await projects()).flatMap(({ devices }) => devices).find(({ id }) => id === deviceId);
const monitor = async () => (await peekaping.send<{ data: Row }>("GET", `/api/v1/monitors/${deviceId}`)).body.data;
const servers = async () => {
  const { body } = await nezha.send<{ result: { id: number; name: string; tag: string }[] }>(
    "GET",
    "/api/v1/server/list",
  );
  expect(body).toMatchObject({ code: 0 });
  return body.result.filter(({ name }) => name !== "web-1");
};

it("a project of one is a project of the others", async () => {
  const made = await dashmon.send("POST", "/api/projects", { id: "p1", name: "Store 12", location: "Adelaide" });
  expect(made.status).toBe(200);
  const [project] = await nativeList("projects");
  expect(project).toMatchObject({ key: "p1", name: "Store 12", location: "Adelaide" });
  await native.send("PATCH", `/api/v2/projects/${project?.id}`, { name: "Store 13" });
  await native.send("POST", "/api/v2/projects", { key: "p2", name: "Store 14" });
  expect((await projects()).map(({ id, name }) => [id, name])).toEqual([
    ["p2", "Store 14"],
    ["p1", "Store 13"],
  ]);
});

it("a device of one is a monitor, a server and a device of the others, and each changes it", async () => {
  const till = { name: "Till", type: "posserver", ip: "10.0.12.3" };
  const made = await dashmon.send<{ device: Row }>("POST", "/api/projects/p1/devices", till);
  deviceId = made.body.device.id;
  expect(await monitor()).toMatchObject({ id: deviceId, name: "Till", active: true });
  expect(await nativeList("devices")).toMatchObject([{ id: deviceId, name: "Till", address: "10.0.12.3" }]);
  const [server] = await servers();
  expect(server).toMatchObject({ name: "Till", tag: "" });

  await peekaping.send("PATCH", `/api/v1/monitors/${deviceId}`, { name: "Till 2" });
  expect(await deviceOfDashmon()).toMatchObject({ name: "Till 2", ip: "10.0.12.3" });
  const saved = await nezha.send("POST", "/api/server", { ID: server?.id, Name: "Till 3", Tag: "tills" });
  expect(saved.body).toMatchObject({ code: 200 });
  expect((await monitor()).name).toBe("Till 3");
  expect(await nativeList("devices")).toMatchObject([{ name: "Till 3", group: "tills", type: "posserver" }]);
  await dashmon.send("PUT", `/api/devices/${deviceId}`, { ...till, name: "Till 4" });
  await native.send("PATCH", `/api/v2/devices/${deviceId}`, { group: "shop" });
  expect(await servers()).toMatchObject([{ name: "Till 4", tag: "shop" }]);
});

it("a server that registers with Nezha's API is a device of the others", async () => {
  const headers = { Authorization: testKey };
  const registered = await scene.test.browser(headers).send("POST", "/api/v1/server/register", { Name: "Agent" });
  expect(registered.body).toMatchObject({ code: 200 });
  const listed = await peekaping.send<{ data: Row[] }>("GET", "/api/v1/monitors?q=agent");
  expect(listed.body.data).toMatchObject([{ name: "Agent" }]);
  const agent = (await nativeList("devices")).find(({ name }) => name === "Agent");
  expect(agent).toMatchObject({ id: listed.body.data[0]?.id, group: "AutoRegister", hidden_from_guests: true });
});

it("a tag of one is a tag of the others", async () => {
  const made = await peekaping.send<{ data: Row }>("POST", "/api/v1/tags", { name: "urgent", color: "#ef4444" });
  expect(made.status).toBe(201);
  await dashmon.send("PUT", `/api/devices/${deviceId}/tags`, { tags: ["urgent", "new"] });
  expect((await dashmon.send("GET", "/api/tags")).body).toEqual({
    tags: [
      { name: "new", count: 1 },
      { name: "urgent", count: 1 },
    ],
  });
  const tags = (await peekaping.send<{ data: Row[] }>("GET", "/api/v1/tags")).body.data;
  expect(tags.map(({ name }) => name)).toEqual(["new", "urgent"]);
  expect((await monitor()).tag_ids).toEqual(expect.arrayContaining(tags.map(({ id }) => id)));
  await peekaping.send("PUT", `/api/v1/tags/${made.body.data.id}`, { name: "soon", color: "#ef4444" });
  expect((await nativeList("tags")).map(({ name }) => name).toSorted()).toEqual(["new", "soon"]);
  await native.send("DELETE", `/api/v2/tags/${made.body.data.id}`);
  expect((await dashmon.send("GET", "/api/tags")).body).toEqual({ tags: [{ name: "new", count: 1 }] });
});

it("a maintenance of one is a maintenance of the others", async () => {
  const isOn = async () => (await deviceOfDashmon())?.maintenanceActive;
  expect(await isOn()).toBe(false);
  const work = { title: "Work", strategy: "manual", active: true, monitor_ids: [deviceId] };
  const made = await peekaping.send<{ data: Row }>("POST", "/api/v1/maintenances", work);
  expect(made.status).toBe(201);
  expect(await isOn()).toBe(true);
  expect(await nativeList("maintenances")).toMatchObject([{ title: "Work", device_ids: [deviceId] }]);
  await native.send("PATCH", `/api/v2/maintenances/${made.body.data.id}`, { active: false });
  expect(await isOn()).toBe(false);

  const startTime = new Date(Date.now() - 60_000).toISOString();
  expect((await dashmon.send("POST", `/api/maintenance/device/${deviceId}`, { startTime })).status).toBe(200);
  expect(await isOn()).toBe(true);
  const all = (await peekaping.send<{ data: Row[] }>("GET", "/api/v1/maintenances")).body.data;
  const own = all.find(({ id }) => id !== made.body.data.id);
  expect(own).toMatchObject({ strategy: "single", active: true });
  await peekaping.send("PATCH", `/api/v1/maintenances/${own?.id}/pause`);
  expect(await isOn()).toBe(false);
  await peekaping.send("PATCH", `/api/v1/maintenances/${own?.id}/resume`);
  expect(await isOn()).toBe(true);
  await dashmon.send("DELETE", `/api/maintenance/device/${deviceId}`);
  expect((await nativeList("maintenances")).map(({ title }) => title)).toEqual(["Work"]);
});
