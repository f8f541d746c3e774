import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { anyFreePort, requireDurableNats } from "@statwire/embedded-stack";
import {
  type LogAcknowledgement,
  logAcknowledgements,
  parseTrace,
  straceCommand,
} from "@statwire/embedded-stack/testing";
import { connectEventLog, emptyCutRecord, ensureStreams, openCutRecord, openLane } from "@statwire/event-log";
import { createLogger } from "@statwire/runtime";
import { expect, it, onTestFinished } from "vitest";
import { call } from "../testing/call.js";

const messages = 8;
/** Some hundred kilobytes: the server begins new files meanwhile. */
const payload = Buffer.alloc(300_000, "x");
const mebibyte = 1024 ** 2;
const telemetry = (lane: string) => ({ stream: "TELEMETRY", subject: `telemetry.v1.default.node-1.${lane}` });
const lanes = [telemetry("live.host"), telemetry("backlog.host"), telemetry("live.inventory")];
const log = createLogger({ service: "test", level: "silent" });

it("a bus that setup has made acknowledges what its disk has", async () => {
  const acknowledged = await publishTraced((config) => config);
  expect(acknowledged).toHaveLength((lanes.length + 1) * messages);
  expect(acknowledged.filter(isUnsafe)).toEqual([]);
  const files = (stream: string) =>
    new Set(acknowledged.filter((one) => one.stream === stream).map(({ file }) => file));
  expect(files("TELEMETRY").size).toBeGreaterThan(1);
  expect(files("KV_ingest").size).toBe(1);

  // Without the setting the trace shows what is missing: it could not pass for want of seeing it.
  const unsafe = await publishTraced((config) => config.replace("sync_interval: always", ""));
  expect(unsafe.filter(isUnsafe).length).toBeGreaterThan(0);
}, 60_000);

function isUnsafe({ file, unsafeFiles }: LogAcknowledgement): boolean {
  return file === undefined || unsafeFiles.length > 0;
}

/** What the server acknowledged to the lanes of a node and to the ingester's record, all of them at once. */
async function publishTraced(change: (config: string) => string): Promise<LogAcknowledgement[]> {
  const directory = mkdtempSync(join(tmpdir(), "statwire-log-order-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const port = await anyFreePort();
  const bus = ["--listen", `127.0.0.1:${port}`, "--store-dir", join(directory, "store")];
  const where = ["--dir", directory, "--node", "node-1", "--redis", "127.0.0.1:6379"];
  expect(await call(["setup", ...where, ...bus])).toMatchObject({ code: 0 });
  const traceFile = join(directory, "strace");
  const stop = await startTraced(traceFile, changedConfig(directory, change));
  const connect = (user: string, scope: { scope?: string[] } = {}) => {
    const credentialsFile = join(directory, user, "bus.creds");
    return connectEventLog({ url: `nats://127.0.0.1:${port}`, credentialsFile, name: user, log, ...scope });
  };
  const ingester = await connect("ingester");
  const limits = { bytesMax: 16 * mebibyte, ageMaxMs: 3_600_000 };
  await ensureStreams(ingester, {
    telemetry: limits,
    logs: limits,
    integrity: limits,
    deadLetters: limits,
    replicas: 1,
  });
  const collector = await connect("collector", { scope: ["default", "node-1"] });
  const record = openCutRecord(ingester, "TELEMETRY");
  await record.load();
  await Promise.all([
    ...lanes.map(async (address) => {
      const lane = openLane(collector, address);
      await lane.last();
      for (let n = 0; n < messages; n += 1) expect(await lane.publish(payload)).toMatchObject({ kind: "stored" });
    }),
    (async () => {
      const { signal } = new AbortController();
      for (let committed = 1; committed <= messages; committed += 1) {
        expect(await record.replace({ ...emptyCutRecord, committed }, signal)).toBe("stored");
      }
    })(),
  ]);
  await Promise.all([collector.close(), ingester.close()]);
  await stop();
  return logAcknowledgements(parseTrace(readFileSync(traceFile, "utf8")));
}

/** The port of its health checks is fixed, and others may be testing on this machine. */
function changedConfig(directory: string, change: (config: string) => string): string {
  const file = join(directory, "nats/nats-server-here.conf");
  const config = readFileSync(join(directory, "nats/nats-server.conf"), "utf8");
  writeFileSync(file, change(config).replace('http: "127.0.0.1:8222"', ""));
  return file;
}

/** Starts the server under strace; what is returned stops it and waits for the end of the trace. */
async function startTraced(traceFile: string, configFile: string): Promise<() => Promise<void>> {
  const options = { path: process.env.PATH, tell: (line: string) => void process.stdout.write(`${line}\n`) };
  const server = await requireDurableNats(options);
  // Answers that are sent together are one text.
  const [strace = "", ...words] = await straceCommand(traceFile, 4_096);
  const child = spawn(strace, [...words, server, "-c", configFile], { stdio: "ignore" });
  onTestFinished(() => void child.kill("SIGKILL"));
  return async () => {
    child.kill();
    const ended = () => readFileSync(traceFile, "utf8").slice(-100);
    await expect.poll(ended, { timeout: 10_000 }).toMatch(/\+\+\+ exited with \d+ \+\+\+\n$/);
  };
}
