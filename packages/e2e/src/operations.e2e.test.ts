import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { createClient } from "@clickhouse/client";
import { jetstream } from "@nats-io/jetstream";
import { connect, credsAuthenticator, headers, type NatsConnection } from "@nats-io/transport-node";
import { encodeFrames, encodeHostSampled, telemetrySubject } from "@statwire/events";
import { type CommandOutcome, type Product, runStatwire, startProduct } from "@statwire/running-product";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let product: Product;
const node = hostname();

beforeAll(async () => {
  // Hours that are over are to be closed while the test waits.
  product = await startProduct({ env: { HOUSEKEEPING_INTERVAL_SECONDS: "2" } });
});

afterAll(() => product?.discard());

describe("statwire, beside a running installation", () => {
  it("finds nothing that fails", async () => {
    const { code, printed } = await statwire("doctor", "--json");
    const findings = JSON.parse(printed) as { check: string; status: string; text: string }[];
    expect(findings.filter(({ status }) => status === "fail")).toEqual([]);
    expect(code).toBe(0);
    const checks = findings.map(({ check }) => check);
    for (const check of ["stream TELEMETRY", "history of TELEMETRY", "version of NATS", "tables", "retention"]) {
      expect(checks).toContain(check);
    }
    for (const service of ["collector", "ingester", "cache-projector", "api", "snapshots", "certificate"]) {
      expect(findings).toContainEqual(expect.objectContaining({ check: service, status: "ok" }));
    }
  });

  it("says how far each reader is", async () => {
    const { history, snapshots } = JSON.parse((await statwire("lag", "--json")).printed);
    expect(history[0]).toMatchObject({ stream: "TELEMETRY", isHeld: true, lost: 0 });
    expect(history[0].secondsBehind).toBeLessThan(30);
    expect(snapshots).toMatchObject({ known: true });
    expect(snapshots.secondsBehind).toBeLessThan(5);
    const streams = JSON.parse((await statwire("streams", "--json")).printed) as { name: string; messages: number }[];
    expect(streams.find(({ name }) => name === "TELEMETRY")?.messages).toBeGreaterThan(0);
  });

  it("prints events as they pass", async () => {
    const { code, printed } = await statwire("tail", "--node", node, "--family", "host", "--count", "2", "--json");
    expect(code).toBe(0);
    const [first, second] = printed
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(first).toMatchObject({ node, family: "host", event: { cpu: { intervalMs: expect.any(Number) } } });
    expect(BigInt(second.sequence)).toBe(BigInt(first.sequence) + 1n);
  });

  it("takes a dead letter back once, however often it comes", async () => {
    const outcomes: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      await setAside(round);
      const { code, printed } = await statwire("deadletters", "retry", "--all", "--json");
      expect(code).toBe(0);
      outcomes.push(...(JSON.parse(printed) as { outcome: string }[]).map(({ outcome }) => outcome));
      await expect.poll(storedLetters, { timeout: 20_000, interval: 200 }).toBe(1);
    }
    expect(outcomes).toEqual(["published", "stored", "stored"]);
    expect((await statwire("deadletters", "list")).printed.trim()).toBe("no dead letters");
  });

  it("says where an acknowledged event is, from the spool to the snapshot", async () => {
    const tailed = await statwire("tail", "--node", node, "--family", "host", "--count", "1", "--json");
    const { streamSequence, bootId, sequence: number } = JSON.parse(tailed.printed);
    const find = () => trace(number, "--boot", bootId);
    await expect.poll(find, { timeout: 20_000 }).toMatchObject({
      code: 0,
      sought: { node, family: "host", number: Number(number), bootId: Number(bootId) },
      // Whether the segment of a settled reading is gone yet is the collector's business.
      spool: { state: expect.stringMatching(/^(absent|acknowledged)$/) },
      stream: { state: "there", stream: "TELEMETRY", sequence: streamSequence, lane: "live", frames: 1 },
      cut: { state: "committed" },
      history: { state: "stored", rows: [{ eventSeq: streamSequence }], rollup: { includesEvent: false } },
      deadLetters: [],
      verdict: { isFound: true, where: "history" },
    });
    const { stream, history, snapshot } = await find();
    const tables = (history.tables as { table: string; rows: number }[]).map(({ table }) => table);
    expect(tables).toEqual(expect.arrayContaining(["host_events", "host_cpu", "host_load", "host_memory"]));
    const parts = snapshot.parts as { part: string; is: string; number: number }[];
    expect(parts.map(({ part }) => part)).toEqual([...stream.parts, "family host"]);
    for (const { is, number: there } of parts) expect(is).toBe(there === Number(number) ? "this event" : "newer");
  });

  it("says which version of its closed hour has an event", async () => {
    const find = () => trace(1, "--boot", String(letterBoot));
    await expect
      .poll(async () => (await find()).history.rollup, { timeout: 20_000 })
      .toMatchObject({
        hourMs: Math.floor(Number(letterObservedAtMs) / 3_600_000) * 3_600_000,
        includesEvent: true,
      });
    const { code, stream, history, snapshot, verdict } = await find();
    expect({ code, stream }).toMatchObject({ code: 0, stream: { state: "there", lane: "retry" } });
    expect(history.rollup.version).toBeGreaterThanOrEqual(stream.sequence);
    expect(snapshot.parts).toContainEqual(expect.objectContaining({ part: "load", is: "newer" }));
    expect(verdict.means).toBe(`stored; the rollup of its hour has it (version ${history.rollup.version})`);
  });

  it("rebuilds the snapshots as they were", async () => {
    const { code, printed } = await statwire("rebuild", "snapshots", "--json");
    const rebuilt = JSON.parse(printed);
    expect(rebuilt).toMatchObject({ nodesMissing: [], partsOlder: 0, partsMissing: 0, partsChanged: 0 });
    expect(rebuilt.partsEqual + rebuilt.partsNewer).toBeGreaterThan(5);
    expect(rebuilt.wholeAfterSeconds).toBeLessThan(30);
    expect(code).toBe(0);
  });

  it("delivers stored messages again to a consumer", async () => {
    const consumer = await connectAs("consumer", "_INBOX_consumer.default");
    let heard = 0;
    consumer.subscribe("replay.v1.telemetry.v1.default.>", {
      callback: () => {
        heard += 1;
      },
    });
    await consumer.flush();
    const { printed } = await statwire("replay", "--subject", "telemetry.v1.*.*.live.host", "--from", "1h", "--json");
    const { messages } = JSON.parse(printed);
    expect(messages).toBeGreaterThan(0);
    await expect.poll(() => heard).toBe(messages);
    await consumer.close();
  });
});

async function trace(number: number | string, ...options: string[]) {
  const { code, printed } = await statwire("trace", node, String(number), ...options, "--json");
  return { code, ...JSON.parse(printed) };
}

/** Runs the command as a person in the clone does. */
function statwire(...words: string[]): Promise<CommandOutcome> {
  return runStatwire(product, words);
}

const letterBoot = 77n;
const letterObservedAtMs = BigInt(Date.now() - 5_400_000);

/** One reading of an hour that is over among the dead letters, as if the history had refused it. */
async function setAside(round: number): Promise<void> {
  const load = { intervalMs: 4_000, oneMinuteE2: 10 };
  const event = encodeHostSampled({ bootId: letterBoot, sequence: 1n, observedAtMs: letterObservedAtMs, load });
  const own = headers();
  own.set("statwire-original-subject", telemetrySubject({ workspace: "default", node, lane: "live", family: "host" }));
  own.set("statwire-original-sequence", "1000000");
  own.set("statwire-reason", "refused");
  own.set("statwire-failed-at", new Date().toISOString());
  const ingester = await connectAs("ingester", "_INBOX_ingester");
  const options = { headers: own, msgID: `test-${round}` };
  await jetstream(ingester).publish("deadletters.v1.TELEMETRY.ingester", encodeFrames([event]), options);
  await ingester.close();
}

async function storedLetters(): Promise<number> {
  const password = readFileSync(join(product.dataDir, "secrets/clickhouse-password"), "utf8").trim();
  const url = `http://127.0.0.1:${product.ports.clickhouseHttp}`;
  const client = createClient({ url, username: "statwire", password, database: "statwire" });
  const result = await client.query({
    query: "SELECT toUInt32(count()) AS events FROM host_events WHERE boot_id = {boot:UInt64}",
    query_params: { boot: Number(letterBoot) },
    format: "JSONEachRow",
  });
  const [row] = await result.json<{ events: number }>();
  await client.close();
  return row?.events ?? 0;
}

function connectAs(user: string, inboxPrefix: string): Promise<NatsConnection> {
  const credentials = readFileSync(join(product.dataDir, "nats/credentials", `${user}.creds`));
  const authenticator = credsAuthenticator(new Uint8Array(credentials));
  return connect({ port: product.ports.nats, authenticator, inboxPrefix });
}
