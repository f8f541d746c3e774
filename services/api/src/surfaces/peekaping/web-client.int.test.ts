import { codeAt } from "@statwire/control-plane/identity";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createWebClient, type Enveloped, type WebClient } from "../../testing/peekaping/web-client.js";
import { createTestIdentity, type TestIdentity } from "../../testing/test-identity.js";
import type { PeekapingTokens, PeekapingTwoFactorSecret } from "./dto-auth.js";

const person = { email: "ada@example.org", password: "Correct-horse-7" };
const codeMs = 30_000;

let test: TestIdentity;
let client: WebClient;
let secret: string;

beforeAll(async () => {
  test = await createTestIdentity({ policy: { registration: "first" } });
  client = createWebClient(test.api.url);
});

afterAll(() => test.close());

type Answer = Enveloped<{ id: string }>;

it("a page finds the API, and makes the first account", async () => {
  expect((await client.send("GET", "/health")).status).toBe(200);
  const { status, data } = await client.send<Enveloped<PeekapingTokens>>("POST", "/auth/register", person);
  expect([status, data.message, data.data.user.email]).toEqual([201, "User registered successfully", person.email]);
});

it("signs in, and turns one-time codes on", async () => {
  const { data: login } = await client.send<Enveloped<PeekapingTokens>>("POST", "/auth/login", person);
  expect([login.message, login.data.user.twofa_status]).toEqual(["Login successful", false]);
  client.hold(login.data.accessToken);
  const setup = await client.send<PeekapingTwoFactorSecret>("POST", "/auth/2fa/setup", person);
  secret = setup.data.secret;
  const code = codeAt(secret, test.deps.now());
  const { data: verdict } = await client.send("POST", "/auth/2fa/verify", { email: person.email, code });
  expect(verdict).toMatchObject({ success: true, message: "2FA verification successful" });
});

it("signs in with a code, and not without one", async () => {
  client.hold(undefined);
  const without = await client.send("POST", "/auth/login", person);
  expect([without.status, without.data]).toEqual([401, { message: "2FA token required", data: null }]);
  const wrong = await client.send("POST", "/auth/login", { ...person, token: "000000" });
  expect([wrong.status, wrong.data]).toEqual([401, { message: "invalid 2FA token", data: null }]);
  // The code of this half minute was used to turn them on.
  test.advance(codeMs);
  const token = codeAt(secret, test.deps.now());
  const { status, data } = await client.send<Enveloped<PeekapingTokens>>("POST", "/auth/login", { ...person, token });
  expect([status, data.data.user.twofa_status]).toEqual([200, true]);
  client.hold(data.data.accessToken);
});

it("manages tags", async () => {
  const input = { name: "Production", color: "#3B82F6", description: "Production environment monitors" };
  const made = await client.send<Answer>("POST", "/tags", input);
  expect([made.status, made.data]).toMatchObject([201, { message: "Tag created successfully", data: input }]);
  const path = `/tags/${made.data.data.id}`;
  expect((await client.send("GET", path)).data).toEqual({ ...made.data, message: "success" });
  expect((await client.send("PUT", path, { name: "Staging", color: "#abc" })).data).toMatchObject({
    data: { name: "Staging", color: "#aabbcc", description: null },
  });
  expect((await client.send("PATCH", path, { description: "before production" })).data).toMatchObject({
    data: { name: "Staging", color: "#aabbcc", description: "before production" },
  });
  expect((await client.send<Enveloped<unknown[]>>("GET", "/tags?q=stag&page=0&limit=100")).data.data).toHaveLength(1);
  expect((await client.send("DELETE", path)).data).toEqual({ message: "Tag deleted successfully", data: null });
  expect((await client.send("GET", path)).data).toEqual({ message: "Tag not found", data: null });
  expect((await client.send("GET", "/tags")).data).toEqual({ message: "success", data: [] });
});

it("manages proxies", async () => {
  const input = { protocol: "socks5", host: "proxy.example.org", port: 1080, auth: true, username: "statwire" };
  const made = await client.send<Answer>("POST", "/proxies", { ...input, password: "a secret word" });
  expect([made.status, made.data]).toMatchObject([201, { message: "Proxy created successfully", data: input }]);
  const path = `/proxies/${made.data.data.id}`;
  expect((await client.send("PUT", path, { ...input, port: 1081, password: "" })).data).toMatchObject({
    message: "proxy updated successfully",
    data: { port: 1081, auth: true, username: "statwire" },
  });
  expect((await client.send("PATCH", path, { auth: false })).data).toMatchObject({ data: { auth: false } });
  expect((await client.send<Enveloped<unknown[]>>("GET", "/proxies?q=PROXY.")).data.data).toHaveLength(1);
  expect((await client.send("DELETE", path)).data).toEqual({ message: "Proxy deleted successfully", data: null });
});

const daily = { start_time: "22:30", end_time: "01:00", timezone: "Europe/Zurich" };

it.each([
  [{ strategy: "manual" }, {}],
  [{ strategy: "single", start_date_time: "2026-12-01T22:00", end_date_time: "2026-12-02T02:00", timezone: "UTC" }, {}],
  [{ strategy: "recurring-interval", ...daily, interval_day: 3, start_date_time: "2026-12-01T00:00" }, {}],
  [
    { strategy: "recurring-weekday", ...daily, weekdays: [1, 5] },
    { cron: "30 22 * * 1,5", duration: 150 },
  ],
  [
    { strategy: "recurring-day-of-month", ...daily, days_of_month: [1, 15] },
    { cron: "30 22 1,15 * *", duration: 150 },
  ],
  [{ strategy: "cron", cron: "0 3 * * 0", duration: 60, timezone: "Asia/Kolkata" }, {}],
])("creates, pauses and resumes a maintenance: %j", async (when, derived) => {
  // The whole form, with what was not filled in.
  const form = { title: "Backup", description: "nightly", active: true, monitor_ids: [] };
  const empty = { start_date_time: "", end_date_time: "", cron: "", weekdays: [], days_of_month: [], duration: 0 };
  const made = await client.send<Answer>("POST", "/maintenances", { ...empty, ...form, ...when });
  const { monitor_ids: monitors, ...shown } = { ...form, ...when, ...derived };
  expect([made.status, made.data.data]).toMatchObject([201, shown]);
  const path = `/maintenances/${made.data.data.id}`;
  expect((await client.send("GET", path)).data).toEqual({
    message: "success",
    data: { ...made.data.data, monitor_ids: monitors },
  });
  expect((await client.send("PATCH", `${path}/pause`)).data).toMatchObject({
    message: "Paused",
    data: { active: false },
  });
  expect((await client.send("PATCH", `${path}/resume`, {})).data).toMatchObject({
    message: "Resumed",
    data: { active: true },
  });
  const list = await client.send<Enveloped<unknown[]>>("GET", `/maintenances?strategy=${when.strategy}&q=night`);
  expect(list.data.data).toHaveLength(1);
  // A page sends back what it has read.
  const { data: read } = await client.send<Enveloped<object>>("GET", path);
  const replaced = await client.send("PUT", path, { ...read.data, title: "Later" });
  expect(replaced.data).toMatchObject({
    message: "maintenance updated successfully",
    data: { ...shown, title: "Later" },
  });
});

it("changes how often a maintenance takes place", async () => {
  const { data: list } = await client.send<Enveloped<{ id: string }[]>>(
    "GET",
    "/maintenances?strategy=recurring-weekday",
  );
  const path = `/maintenances/${list.data[0]?.id}`;
  expect((await client.send("PATCH", path, { weekdays: [0] })).data).toMatchObject({
    data: { strategy: "recurring-weekday", weekdays: [0], start_time: "22:30" },
  });
  const changed = await client.send<Enveloped<object>>("PATCH", path, { strategy: "manual" });
  expect(changed.data.data).not.toHaveProperty("weekdays");
  expect(changed.data).toMatchObject({ data: { strategy: "manual", title: "Later" } });
  expect((await client.send("DELETE", path)).data).toEqual({ message: "Maintenance deleted successfully", data: null });
});

it("creates an API key, uses it, and deletes it", async () => {
  const expiresAt = "2100-01-01T00:00:00.000Z";
  const input = { name: "Deployment", expires_at: expiresAt, max_usage_count: 100 };
  const made = await client.send<Enveloped<{ id: string; token: string }>>("POST", "/api-keys", input);
  expect([made.status, made.data.data]).toMatchObject([201, { ...input, usage_count: 0, last_used: null }]);
  const { id, token } = made.data.data;
  const used = await client.send("GET", "/tags", undefined, { "X-API-Key": token });
  expect(used.status).toBe(200);
  const { data: read } = await client.send("GET", `/api-keys/${id}`);
  expect(read).toMatchObject({ data: { usage_count: 1, last_used: expect.any(String) } });
  expect((await client.send("PUT", `/api-keys/${id}`, { name: "Old" })).data).toMatchObject({
    data: { name: "Old", expires_at: expiresAt, max_usage_count: 100 },
  });
  expect((await client.send<Enveloped<unknown[]>>("GET", "/api-keys")).data.data).toHaveLength(1);
  expect((await client.send("DELETE", `/api-keys/${id}`)).status).toBe(204);
  const refused = await client.send("GET", "/tags", undefined, { "X-API-Key": token });
  expect([refused.status, refused.data]).toEqual([401, { message: "Invalid or expired API key", data: null }]);
});

it("goes on with the next tokens", async () => {
  test.advance(codeMs);
  const login = { ...person, token: codeAt(secret, test.deps.now()) };
  const { data: first } = await client.send<Enveloped<PeekapingTokens>>("POST", "/auth/login", login);
  const { refreshToken } = first.data;
  const { status, data } = await client.send<Enveloped<PeekapingTokens>>("POST", "/auth/refresh", { refreshToken });
  expect([status, data.message]).toEqual([200, "Token refreshed successfully"]);
  client.hold(data.data.accessToken);
  expect((await client.send("GET", "/tags")).status).toBe(200);
});
