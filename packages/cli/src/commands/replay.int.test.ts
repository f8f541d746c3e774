import { readFileSync } from "node:fs";
import { connect, credsAuthenticator, type NatsConnection } from "@nats-io/transport-node";
import { streamState } from "@statwire/event-log";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startBus, type TestBus } from "../testing/bus.js";
import { call } from "../testing/call.js";

let bus: TestBus;
let consumer: NatsConnection;

beforeAll(async () => {
  bus = await startBus();
  for (let sequence = 1; sequence <= 30; sequence += 1) await bus.sample(sequence);
  await bus.sample(31, { lane: "backlog" });
  const credentials = readFileSync(`${bus.dataDir}/nats/credentials/consumer.creds`);
  const authenticator = credsAuthenticator(new Uint8Array(credentials));
  consumer = await connect({ servers: bus.url, authenticator, inboxPrefix: "_INBOX_consumer.default" });
});

afterAll(async () => {
  await consumer.close();
  await bus.discard();
});

const replay = (...words: string[]) => call(["replay", ...words], bus.environment);

describe("statwire replay", () => {
  it("delivers a range in order to who listens, and into no stream", async () => {
    const heard: string[] = [];
    const subscription = consumer.subscribe("replay.v1.telemetry.v1.default.>", {
      callback: (_error, message) => {
        heard.push(`${message.subject} ${message.headers?.get("statwire-replay-of")}`);
      },
    });
    await consumer.flush();
    const before = await streamState(bus.ingester, "TELEMETRY");
    const filter = ["--subject", "telemetry.v1.*.*.live.>"];
    const { code, printed } = await replay(...filter, "--from", "1h", "--rate", "100");
    expect({ code, printed }).toEqual({
      code: 0,
      printed: "30 messages (TELEMETRY:1 to 30) replayed under replay.v1.",
    });
    await expect.poll(() => heard.length).toBe(30);
    subscription.unsubscribe();
    expect(heard).toEqual(
      Array.from(
        { length: 30 },
        (_, index) => `replay.v1.telemetry.v1.default.node-1.live.host TELEMETRY:${index + 1}`,
      ),
    );
    expect(await streamState(bus.ingester, "TELEMETRY")).toEqual(before);
  });

  it("ends when it is interrupted", async () => {
    const stop = new AbortController();
    const words = ["replay", "--subject", "telemetry.v1.>", "--from", "1h", "--rate", "1"];
    const running = call(words, bus.environment, { signal: stop.signal });
    setTimeout(() => stop.abort(), 1_500);
    expect(await running).toMatchObject({ code: 130, printed: "" });
  });

  it("counts without delivering, and ends where it is told to", async () => {
    const counted = await replay("--subject", "telemetry.v1.>", "--from", "1h", "--dry-run", "--json");
    expect(JSON.parse(counted.printed)).toMatchObject({ stream: "TELEMETRY", messages: 31, first: 1, last: 31 });
    const none = await replay("--subject", "telemetry.v1.>", "--from", "2h", "--to", "1h");
    expect(none).toMatchObject({ code: 0, printed: "TELEMETRY holds no message of telemetry.v1.> in this time" });
  });

  it.each([
    [["--from", "1h"], "--subject is required"],
    [["--subject", "telemetry.v1.>"], "--from is required"],
    [["--subject", "replay.v1.>", "--from", "1h"], "expected a subject that begins with"],
    [["--subject", "logs.v1.>", "--from", "1h", "--to", "2h"], "--from: expected a time before --to"],
    [["--subject", "logs.v1.>", "--from", "1h", "--rate", "0"], "--rate: expected"],
  ])("is called wrongly with %j", async (words, reason) => {
    expect(await replay(...words)).toMatchObject({ code: 2, told: expect.stringContaining(reason) });
  });
});
