import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDashmonScene, type DashmonScene } from "../../testing/dashmon-scene.js";

let scene: DashmonScene;

beforeAll(async () => {
  scene = await createDashmonScene({ deps: { mailer: { send: () => true, close: async () => undefined } } });
});

afterAll(() => scene.close());

const till = { name: "Till", type: "posserver", ip: "10.0.12.3" };

describe("about the installation", () => {
  it("GET /api/user/integration-posture says what is connected", async () => {
    const fay = await scene.signedUp("fay@example.org", { plan: "premium" });
    await fay.send("POST", "/api/user/api-tokens", {});
    expect((await fay.send("GET", "/api/user/integration-posture")).body).toEqual({
      integrations: {
        ...{ email: { configured: true }, sms: { configured: false }, google: { configured: false } },
        ...{ billing: { configured: false }, apiTokens: { enabled: true, active: 1 } },
      },
    });
  });

  it("GET /api/support/summary says how much of the plan is used", async () => {
    const hal = await scene.signedUp("hal@example.org");
    await hal.send("POST", "/api/projects", { id: "p1", name: "One" });
    await hal.send("POST", "/api/projects/p1/devices", till);
    const { body } = await hal.send("GET", "/api/support/summary", undefined, { "X-Request-Id": "help-me" });
    expect(body).toEqual({
      support: {
        ...{ workspaceId: scene.workspaceOf("hal@example.org"), plan: "free", projects: 1, devices: 1 },
        limits: { projects: 3, devicesPerProject: 15, checkIntervalSeconds: 7_200, historyDays: 7 },
        ...{ writeLocked: false, apiVersion: "2026-04-05", requestId: "help-me" },
      },
    });
  });

  it("GET /api/billing/plans lists the plans to everybody", async () => {
    expect((await scene.client().send("GET", "/api/billing/plans")).body).toEqual({
      plans: [
        { id: "free", projects: 3, devicesPerProject: 15, checkIntervalSeconds: 7_200, historyDays: 7 },
        { id: "premium", projects: 10, devicesPerProject: 15, checkIntervalSeconds: 900, historyDays: 90 },
      ],
    });
  });

  it("nothing is sold", async () => {
    for (const [method, path] of [
      ["GET", "config"],
      ["GET", "test-mode"],
      ["POST", "simulate-upgrade"],
      ["POST", "demo/activate"],
      ["POST", "bank-transfer/request"],
      ["POST", "bank-transfer/confirm"],
      ["POST", "paypal/create-subscription"],
      ["POST", "paypal/cancel"],
      ["POST", "paypal/webhook"],
      ["GET", "paypal/subscription/I-1"],
    ] as const) {
      const { status, body } = await scene
        .client()
        .send(method, `/api/billing/${path}`, method === "POST" ? {} : undefined);
      expect([path, status, body]).toMatchObject([path, 403, { error: "billing_refused" }]);
    }
  });
});
