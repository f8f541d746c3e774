import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { emptyCutRecord, openCutRecord, streamState } from "@statwire/event-log";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startBus, type TestBus } from "../testing/bus.js";
import { call } from "../testing/call.js";

let bus: TestBus;
const never = new AbortController().signal;
/** Where no service listens. */
const nobody = { OPS_PORT_BASE: "1" };

beforeAll(async () => {
  bus = await startBus();
  for (let sequence = 1; sequence <= 5; sequence += 1) await bus.sample(sequence);
  const { created } = await streamState(bus.ingester, "TELEMETRY");
  const store = openCutRecord(bus.ingester, "TELEMETRY");
  await store.load();
  const cuts = [{ first: 4, last: 4 }];
  await store.replace({ ...emptyCutRecord, epoch: 1, holder: "one", created, committed: 3, cuts }, never);
});

afterAll(() => bus.discard());

describe("statwire streams", () => {
  it("lists streams, limits and readers as JSON", async () => {
    const { code, printed } = await call(["streams", "--json"], bus.environment);
    expect(code).toBe(0);
    const listed = JSON.parse(printed) as { name: string }[];
    expect(listed.map(({ name }) => name)).toEqual([
      "AUDIT",
      "DEAD_LETTERS",
      "INTEGRITY",
      "KV_claims",
      "KV_config",
      "KV_ingest",
      "KV_nodes",
      "KV_requests",
      "KV_secrets",
      "LOGS",
      "TELEMETRY",
    ]);
    expect(listed.at(-1)).toMatchObject({
      subjects: ["telemetry.v1.>"],
      messages: 5,
      firstSequence: 1,
      lastSequence: 5,
      bytesMax: 64 * 1024 ** 2,
      ageMaxMs: 72 * 3_600_000,
      whenFull: "refuses",
      history: { committed: 3, messagesBehind: 2, openCuts: 1, isHeld: true, lost: 0 },
      readers: [],
    });
  });

  it("prints the same for people", async () => {
    const { printed } = await call(["streams"], bus.environment);
    expect(printed).toMatch(/^TELEMETRY +5 +.* +64\.0 MiB +0\.0% +1–5 +\d.* s +3 d +refuses$/m);
    expect(printed).toMatch(/^DEAD_LETTERS .* drops the oldest$/m);
    expect(printed).toMatch(/^TELEMETRY +history +> +3 +2 +held, 1 open cuts$/m);
    expect(printed).toMatch(/^LOGS +history +> +0 +0 +held by nobody$/m);
  });

  it("finds the servers of a data folder", async () => {
    const port = new URL(bus.url).port;
    const found = await call(["streams", "--data-dir", bus.dataDir], { EMBEDDED_NATS_PORT: port });
    expect(found).toMatchObject({ code: 0, printed: expect.stringContaining("TELEMETRY") });
    const elsewhere = await call(["streams", "--data-dir", "/nowhere"], {});
    expect(elsewhere.code).toBe(1);
    expect(elsewhere.told).toContain("/nowhere/nats/credentials/operator.creds is not there");
  });

  it("says why a bus cannot be used", async () => {
    const away = await call(["streams"], { ...bus.environment, NATS_URL: "nats://127.0.0.1:1" });
    expect(away).toMatchObject({ code: 1, told: expect.stringMatching(/nats:\/\/127\.0\.0\.1:1 cannot be used: .+/) });
  });
});

describe("statwire lag", () => {
  it("measures the history by its record, and does not guess about the snapshots", async () => {
    const { code, printed } = await call(["lag", "--json"], { ...bus.environment, ...nobody });
    expect(code).toBe(0);
    const { history, snapshots } = JSON.parse(printed);
    expect(history).toMatchObject([
      { stream: "TELEMETRY", messagesBehind: 2, committed: 3 },
      { stream: "LOGS", messagesBehind: 0, secondsBehind: 0, isUntouched: true },
      { stream: "INTEGRITY", messagesBehind: 0, isUntouched: true },
      { stream: "KV_config", messagesBehind: 0, isUntouched: true },
      { stream: "AUDIT", messagesBehind: 0, isUntouched: true },
    ]);
    expect(history[0].secondsBehind).toBeGreaterThan(0);
    expect(history[0].secondsBehind).toBeLessThan(60);
    expect(snapshots).toEqual({ known: false, reason: "the projector's ops port does not answer" });
    const { printed: text } = await call(["lag"], { ...bus.environment, ...nobody });
    expect(text).toMatch(/^TELEMETRY +history +2 +\d+\.\d +1 open cuts$/m);
    expect(text).toMatch(/^TELEMETRY +snapshots +unknown +unknown +the projector's ops port does not answer$/m);
  });

  it("takes the projector's own measurements", async () => {
    let events = 10;
    const ops = createServer((_request, response) => {
      events += 4;
      response.end(
        `statwire_projector_lag_seconds_count ${events}\nstatwire_projector_lag_seconds_sum ${events / 8}\n`,
      );
    });
    await new Promise<void>((resolve) => ops.listen(0, "127.0.0.1", resolve));
    const portBase = (ops.address() as AddressInfo).port - 4;
    const { printed, told } = await call(["lag", "--json"], { ...bus.environment, OPS_PORT_BASE: String(portBase) });
    ops.close();
    expect(JSON.parse(printed).snapshots).toEqual({ known: true, secondsBehind: 0.125, events: 4 });
    expect(told).toBe("watching the projector …");
  });
});
