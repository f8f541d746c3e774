import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { anyFreePort, startPrivateNats, startPrivateRedis } from "@statwire/embedded-stack/testing";
import { connectEventLog, type EventLog, ensureStreams } from "@statwire/event-log";
import { connectSnapshotStore, readNode, readReadiness, type SnapshotStore } from "@statwire/snapshot-store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dumpAll } from "./testing/dump.js";
import { baseModules, createTestNode, type TestNode, workspace } from "./testing/fleet.js";
import { silentLog, streamLimits } from "./testing/projection.js";

/** The built service: `npx tsc -b services/cache-projector` makes it. */
const mainFile = fileURLToPath(new URL("../dist/main.js", import.meta.url));
const startMs = 1_700_000_010_000;
const opsPortOffset = 4;

let nats: Awaited<ReturnType<typeof startPrivateNats>>;
let redis: Awaited<ReturnType<typeof startPrivateRedis>>;
let store: SnapshotStore;
let eventLog: EventLog;
let node: TestNode;
let service: ChildProcess;
let opsPort = 0;
let output = "";

beforeAll(async () => {
  [nats, redis] = await Promise.all([startPrivateNats(), startPrivateRedis()]);
  opsPort = await anyFreePort();
  // The one user who may create streams and, unlike a collector, read its own test's messages.
  eventLog = await connectEventLog({
    url: nats.server.url,
    credentialsFile: nats.server.credentialsFile("ingester"),
    name: "ingester",
    log: silentLog,
  });
  await ensureStreams(eventLog, streamLimits);
  const collector = await connectEventLog({
    url: nats.server.url,
    credentialsFile: nats.server.credentialsFile("collector"),
    name: "collector",
    scope: [workspace, "node-1"],
    log: silentLog,
  });
  await eventLog.close();
  eventLog = collector;
  node = createTestNode(eventLog, "node-1");
  store = connectSnapshotStore({ url: redis.server.url, keyPrefix: "statwire:", name: "test" });
  service = startService();
});
afterAll(async () => {
  service?.kill("SIGKILL");
  await Promise.all([eventLog?.close(), store?.close()]);
  await Promise.all([nats?.discard(), redis?.discard()]);
});

function startService(): ChildProcess {
  const child = spawn(process.execPath, [mainFile], {
    env: {
      NATS_URL: nats.server.url,
      NATS_CREDS_FILE: nats.server.credentialsFile("cache-projector"),
      REDIS_URL: redis.server.url,
      OPS_PORT_BASE: String(opsPort - opsPortOffset),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      output += chunk;
    });
  }
  return child;
}

const until = (check: () => Promise<unknown>) => expect.poll(check, { timeout: 10_000, interval: 50 });
const swapSequence = () =>
  readNode(store, { workspace, node: "node-1" }).then(
    (snapshot) => snapshot?.modules.swap?.sequence,
    (error: Error) => error.message,
  );

async function readyz(): Promise<{ status: number; checks: Record<string, string> }> {
  try {
    const response = await fetch(`http://127.0.0.1:${opsPort}/readyz?verbose`);
    return { status: response.status, checks: ((await response.json()) as { checks: Record<string, string> }).checks };
  } catch {
    return { status: 0, checks: {} };
  }
}
const readyStatus = async () => (await readyz()).status;

describe("the service", () => {
  it("becomes ready with its own credentials and folds what a collector publishes", async () => {
    await until(readyStatus).toBe(200);
    const sequence = await node.host("host", startMs, baseModules(1));
    await until(swapSequence).toBe(sequence);
    expect(output).not.toContain('"level":"error"');
  });

  it("goes on after it was killed", async () => {
    await until(() => readReadiness(store)).toBe("whole");
    service.kill("SIGKILL");
    await once(service, "exit");
    let sequence = 0;
    for (let tick = 1; tick < 30; tick += 1)
      sequence = await node.host("host", startMs + tick * 30_000, baseModules(tick));
    service = startService();
    await until(swapSequence).toBe(sequence);
    // The short history is replayed beside the live fold, and may be a little later.
    await until(async () => {
      const headlines = (await dumpAll(store))["statwire:v2:headlines:default:node-1"];
      return (headlines as { value: string[] } | undefined)?.value.length;
    }).toBe(30);
  });

  it("waits for a log that is away, says so, and goes on", async () => {
    await until(readyStatus).toBe(200);
    await nats.stop("SIGKILL");
    await until(readyStatus).toBe(503);
    expect((await readyz()).checks["snapshot store"]).toBe("ok");
    await nats.restart();
    await until(readyStatus).toBe(200);
    // The collector's own connection comes back by itself, too.
    let sequence = 0;
    await until(async () => {
      sequence = await node.host("host", startMs + 5_000_000, baseModules(2)).catch(() => 0);
      return sequence;
    }).toBeGreaterThan(0);
    await until(swapSequence).toBe(sequence);
  });

  it("waits for a store that is away, says so, and fills it again", async () => {
    await redis.stop("SIGKILL");
    await until(readyStatus).toBe(503);
    expect((await readyz()).checks["snapshot store"]).toBe("not connected to Redis");
    const sequence = await node.host("host", startMs + 6_000_000, baseModules(3));
    await redis.restart();
    await until(swapSequence).toBe(sequence);
    await until(readyStatus).toBe(200);
  });

  it("ends with 0 when it is told to", async () => {
    service.kill("SIGTERM");
    const [code] = await once(service, "exit");
    expect(code).toBe(0);
  });

  it("names every setting it cannot use", async () => {
    const child = spawn(process.execPath, [mainFile], { env: { REDIS_URL: "http://x", OPS_PORT_BASE: "none" } });
    let text = "";
    child.stderr.on("data", (chunk) => {
      text += chunk;
    });
    const [code] = await once(child, "exit");
    expect(code).toBe(78);
    expect(text).toContain("REDIS_URL: expected a redis:// or rediss:// URL");
    expect(text).toContain("OPS_PORT_BASE");
  });
});
