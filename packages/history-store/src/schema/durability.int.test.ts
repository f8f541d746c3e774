import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  isSync,
  isWrite,
  parseTrace,
  startTracedClickhouse,
  type TracedCall,
  unsynchronized,
} from "@statwire/embedded-stack/testing";
import { encodeHostSampled, LandedBatch } from "@statwire/events";
import { expect, it, onTestFinished } from "vitest";
import { connectHistory } from "../connect.js";
import { insertLanded } from "../ingest/insert-landed.js";
import { migrate } from "./migrate.js";

const inserts = 5;

it("with durable inserts, the disk has every byte of an insert when it is acknowledged", async () => {
  const folder = mkdtempSync(join(tmpdir(), "statwire-trace-"));
  const traceFile = join(folder, "clickhouse.strace");
  const server = await startTracedClickhouse(traceFile);
  onTestFinished(async () => {
    await server.discard();
    rmSync(folder, { recursive: true, force: true });
  });
  const { url, username, password } = server.server;
  const insertAll = async (durableInserts: boolean) => {
    const history = connectHistory({ url, username, password, database: "default", durableInserts });
    await migrate(history);
    // The migration's last answer may have been sent within this millisecond.
    const begunAt = (Date.now() + 1) / 1000;
    for (let number = 1; number <= inserts; number += 1) {
      const token = `${durableInserts} ${number}`;
      expect(await insertLanded(history, { kind: "host", body: hostBody(number), token })).toEqual({ ok: true });
    }
    const endedAt = Date.now() / 1000;
    await history.close();
    return { begunAt, endedAt };
  };
  // Without the setting the trace shows what is missing: it could not pass for want of seeing it.
  const [plain, durable] = [await insertAll(false), await insertAll(true)];
  await server.stop();

  const calls = parseTrace(readFileSync(traceFile, "utf8"));
  expect(unsafeBytes(calls, plain).every(({ files, folders }) => files.length > 0 && folders.length > 0)).toBe(true);
  expect(unsafeBytes(calls, durable)).toEqual(Array(inserts).fill({ files: [], folders: [] }));
}, 60_000);

/** For each insert of that time: files and folders of parts whose bytes had not been waited for when it was acknowledged. */
function unsafeBytes(all: readonly TracedCall[], { begunAt, endedAt }: { begunAt: number; endedAt: number }) {
  const calls = all.filter(({ at }) => at >= begunAt && at <= endedAt);
  const acknowledged = calls.filter(({ name, text }) => name === "sendto" && text.includes('"HTTP/1.1 200'));
  expect(acknowledged).toHaveLength(inserts);
  const ofParts = calls.filter(({ path }) => partOf(path) !== undefined);
  return acknowledged.map(({ begun }) => {
    const before = ofParts.filter(({ ended }) => ended < begun);
    const written = new Set(before.filter(isWrite).map(({ path }) => partOf(path)));
    const synced = new Set(before.filter(isSync).map(({ path }) => canonical(path)));
    // The event's identity and at least one module.
    expect(written.size).toBeGreaterThanOrEqual(2);
    return {
      files: unsynchronized(ofParts, begun, canonical).map(({ path }) => path),
      // The names of the files are the folder's bytes.
      folders: [...written].filter((part) => part !== undefined && !synced.has(part)),
    };
  });
}

/** The folder of a part that an insert writes; undefined for all else. */
function partOf(path: string): string | undefined {
  return /^(.*\/(?:tmp_insert_)?[^/]+_\d+_\d+_0)(?:\/|$)/.exec(path)?.[1]?.replace("/tmp_insert_", "/");
}

/** A part is written under a passing name. */
function canonical(path: string): string {
  return path.replace("/tmp_insert_", "/").replace(/\/$/, "");
}

function hostBody(number: number): Uint8Array {
  const batch = new LandedBatch();
  for (let sequence = 1; sequence <= 50; sequence += 1) {
    const observedAtMs = Date.UTC(2026, 10, 20, 10) + (number * 50 + sequence) * 4_000;
    const event = encodeHostSampled({
      bootId: 1n,
      sequence: BigInt(number * 50 + sequence),
      observedAtMs: BigInt(observedAtMs),
      load: { intervalMs: 4_000, oneMinuteE2: sequence },
      cpu: { intervalMs: 4_000, utilizationE4: sequence, cores: [{ number: 0, utilizationE4: sequence }] },
    });
    const eventSeq = number * 50 + sequence;
    const identity = { workspace: "default", node: "node-1", family: "host", eventSeq, eventIndex: 0 };
    batch.append({ ...identity, receivedAtMs: observedAtMs }, event, 0, event.length);
  }
  return batch.bytes();
}
