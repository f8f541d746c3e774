import { describe, expect, it } from "vitest";
import type { HistoryReads } from "../../sources.js";
import { createDashmonScene } from "../../testing/dashmon-scene.js";
import { createTestApi } from "../../testing/test-api.js";

describe("changes are limited by path", () => {
  it("34: sixty a minute of nobody, counted before it is asked who it is", async () => {
    const strict = await createDashmonScene({ api: { limits: {} } });
    const post = () => strict.client().send("POST", "/api/projects", {});
    const first = await Promise.all(Array.from({ length: 60 }, post));
    expect(new Set(first.map(({ status }) => status))).toEqual(new Set([401]));
    const { status, body, headers } = await post();
    expect([status, body]).toEqual([429, { error: "Too many write requests. Please slow down." }]);
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
    expect(Number(headers.get("retry-after"))).toBeLessThanOrEqual(60);
    // Another path, and reading, have a count of their own.
    expect((await strict.client().send("PUT", "/api/projects/p1", {})).status).toBe(401);
    expect((await strict.client().send("GET", "/api/projects")).status).toBe(401);
    // Whoever is signed in is counted apart: sixty in a free workspace, twice as many in a premium one.
    const free = await strict.signedUp("free@example.org");
    const premium = await strict.signedUp("premium@example.org", { plan: "premium" });
    const statuses = async (client: typeof free, count: number) =>
      (await Promise.all(Array.from({ length: count }, () => client.send("POST", "/api/projects", {})))).map(
        ({ status }) => status,
      );
    expect(new Set(await statuses(free, 60))).toEqual(new Set([400]));
    expect(await statuses(free, 1)).toEqual([429]);
    expect(new Set(await statuses(premium, 120))).toEqual(new Set([400]));
    expect(await statuses(premium, 1)).toEqual([429]);
    await strict.close();
  });

  it("sign-ins elsewhere: twenty a minute from one address", async () => {
    const strict = await createDashmonScene({ api: { limits: {} } });
    const start = () => strict.client().send("GET", "/auth/google");
    expect(new Set((await Promise.all(Array.from({ length: 20 }, start))).map(({ status }) => status))).toEqual(
      new Set([503]),
    );
    const { status, body } = await start();
    expect([status, body]).toEqual([429, { error: "Too many auth requests. Please retry later." }]);
    await strict.close();
  });

  it("are counted at all replicas together", async () => {
    const options = { history: {} as HistoryReads, limits: { "dashmon-write": 3 } };
    const one = await createTestApi(options);
    const other = await createTestApi({ ...options, keyPrefix: one.keyPrefix, bus: one.bus });
    const statuses = [];
    for (const api of [one, other, one, other]) statuses.push((await api.post("/api/projects", "{}")).status);
    expect(statuses).toEqual([401, 401, 401, 429]);
    // A slash at the end is no other path.
    expect((await one.post("/api/projects/", "{}")).status).toBe(429);
    await other.close();
    await one.close();
  });
});
