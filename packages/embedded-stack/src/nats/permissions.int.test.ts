import { readFileSync } from "node:fs";
import { AckPolicy, jetstream, jetstreamManager } from "@nats-io/jetstream";
import { Kvm } from "@nats-io/kv";
import { connect, credsAuthenticator, headers, type NatsConnection } from "@nats-io/transport-node";
import type { BusUser } from "@statwire/credentials";
import { streams } from "@statwire/events";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startPrivateNats } from "../testing/index.js";

const own = "telemetry.v1.default.node-1.live.host";
const others = "telemetry.v1.default.node-2.live.host";
const otherWorkspace = "telemetry.v1.other.node-1.live.host";
const ownLog = "logs.v1.default.node-1.syslog";
const ownIntegrity = "integrity.v1.default.node-1";
const ownDropped = `${ownIntegrity}.dropped`;
const ownSignIns = "audit.v1.default.sign-ins";
const otherNodesLog = "logs.v1.default.node-2.syslog";

let nats: Awaited<ReturnType<typeof startPrivateNats>>;
const open: NatsConnection[] = [];

beforeAll(async () => {
  nats = await startPrivateNats();
  const ingester = await connectAs("ingester");
  const manager = await jetstreamManager(ingester);
  for (const { name, subjects } of Object.values(streams)) {
    await manager.streams.add({ name, subjects: [...subjects], allow_direct: true });
  }
  const buckets = new Kvm(jetstream(ingester));
  await buckets.create("ingest", { history: 1 });
  await buckets.create("nodes", { history: 1 });
});

afterEach(async () => {
  await Promise.all(open.splice(0).map((connection) => connection.close()));
});

afterAll(() => nats.discard());

describe("the collector of a node", () => {
  it("publishes on its own lanes, after the message that it expects", async () => {
    const log = jetstream(await connectAs("collector"));
    const { seq } = await log.publish(own, "first", { expect: { streamName: "TELEMETRY", lastSubjectSequence: 0 } });
    await log.publish(own, "second", { expect: { lastSubjectSequence: seq } });
    await expect(log.publish(own, "late", { expect: { lastSubjectSequence: seq } })).rejects.toThrow(/wrong last seq/);
  });

  it("reads its own lane's last message", async () => {
    const manager = await jetstreamManager(await connectAs("collector"), { checkAPI: false });
    expect((await manager.direct.getMessage("TELEMETRY", { last_by_subj: own }))?.string()).toBe("second");
  });

  it("publishes lines of its own logs, and reads the last message of each", async () => {
    const connection = await connectAs("collector");
    const expectation = { streamName: "LOGS", lastSubjectSequence: 0 };
    await jetstream(connection).publish(ownLog, "first lines", { expect: expectation });
    const manager = await jetstreamManager(connection, { checkAPI: false });
    expect((await manager.direct.getMessage("LOGS", { last_by_subj: ownLog }))?.string()).toBe("first lines");
  });

  it("says what it dropped, each after what it has said before", async () => {
    const connection = await connectAs("collector");
    const expectation = { streamName: "INTEGRITY", lastSubjectSequence: 0 };
    await jetstream(connection).publish(ownDropped, "dropped", { expect: expectation });
    const manager = await jetstreamManager(connection, { checkAPI: false });
    expect((await manager.direct.getMessage("INTEGRITY", { last_by_subj: ownDropped }))?.string()).toBe("dropped");
  });

  it("hears its commands and answers each once", async () => {
    const collector = await connectAs("collector");
    collector.subscribe("commands.v1.default.node-1.refresh", {
      callback: (_error, message) => {
        message.respond("done");
      },
    });
    await collector.flush();
    const api = await connectAs("api");
    expect((await api.request("commands.v1.default.node-1.refresh", "{}")).string()).toBe("done");
    await expect(api.request("commands.v1.default.node-2.refresh", "{}")).rejects.toThrow(/no responders/i);
  });

  it.each([
    others,
    otherWorkspace,
    "deadletters.v1.TELEMETRY.collector",
    "commands.v1.default.node-1.refresh",
    `$JS.API.DIRECT.GET.TELEMETRY.${others}`,
    "$JS.API.DIRECT.GET.TELEMETRY",
    "$JS.API.STREAM.MSG.GET.TELEMETRY",
    "$JS.API.STREAM.INFO.TELEMETRY",
    "$JS.API.STREAM.NAMES",
    "$JS.API.STREAM.CREATE.OTHER",
    "$JS.API.STREAM.PURGE.TELEMETRY",
    "$JS.API.STREAM.DELETE.TELEMETRY",
    `$JS.API.CONSUMER.CREATE.TELEMETRY.mine.${own}`,
    "$KV.ingest.cuts.TELEMETRY",
    "$SYS.REQ.CLAIMS.UPDATE",
    otherNodesLog,
    "logs.v1.other.node-1.syslog",
    `$JS.API.DIRECT.GET.LOGS.${otherNodesLog}`,
    "$JS.API.DIRECT.GET.LOGS",
    "$JS.API.STREAM.INFO.LOGS",
    "$JS.API.STREAM.PURGE.LOGS",
    `$JS.API.CONSUMER.CREATE.LOGS.mine.${ownLog}`,
    "$KV.ingest.cuts.LOGS",
    ownIntegrity,
    "integrity.v1.default.node-2.dropped",
    "$JS.API.DIRECT.GET.INTEGRITY.integrity.v1.default.node-2.dropped",
    `$JS.API.DIRECT.GET.INTEGRITY.${ownIntegrity}`,
    "$JS.API.STREAM.INFO.INTEGRITY",
    "$JS.API.STREAM.PURGE.INTEGRITY",
    "$KV.config.default.tag.x",
    "$JS.API.DIRECT.GET.KV_config.$KV.config.default.tag.x",
    "$JS.API.DIRECT.GET.KV_secrets.$KV.secrets.default.proxy.x.y",
    ownSignIns,
  ])("may not publish %s", (subject) => refusesToPublish("collector", subject));

  it.each([
    own,
    "telemetry.>",
    "commands.v1.default.node-2.refresh",
    "commands.v1.>",
    ownLog,
    "logs.>",
    "_INBOX_collector.default.node-2.>",
    "_INBOX_collector.>",
    "_INBOX_ingester.>",
    "$KV.>",
    ">",
  ])("may not subscribe %s", (subject) => refusesToSubscribe("collector", subject));
});

describe("the ingester", () => {
  it("creates and changes streams, makes room, keeps its position, reads all and writes dead letters", async () => {
    const ingester = await connectAs("ingester");
    const manager = await jetstreamManager(ingester);
    await manager.streams.update("TELEMETRY", { max_bytes: 100_000_000 });
    expect((await manager.streams.info("TELEMETRY")).config.max_bytes).toBe(100_000_000);
    const positions = await new Kvm(jetstream(ingester)).create("ingest", { history: 1 });
    const revision = await positions.put("cuts.TELEMETRY", "{}");
    await expect(positions.update("cuts.TELEMETRY", "{}", revision + 1)).rejects.toThrow(/wrong last seq/);
    expect((await positions.get("cuts.TELEMETRY"))?.string()).toBe("{}");
    expect(await readAll(ingester, undefined)).toContain("second");
    await jetstream(ingester).publish("deadletters.v1.TELEMETRY.ingester", "bad", { headers: headers() });
    const { seq: forged } = await jetstream(await connectAs("collector")).publish(own, "to be withdrawn");
    expect(await manager.streams.deleteMessage("TELEMETRY", forged, false)).toBe(true);
    expect((await manager.streams.purge("TELEMETRY", { seq: 2 })).purged).toBe(1);
  });

  it("does the same with the lines of logs", async () => {
    const ingester = await connectAs("ingester");
    const manager = await jetstreamManager(ingester);
    await manager.streams.update("LOGS", { max_bytes: 100_000_000 });
    expect(await readAll(ingester, undefined, "LOGS")).toEqual(["first lines"]);
    await jetstream(ingester).publish("deadletters.v1.LOGS.ingester", "bad");
    const positions = await new Kvm(jetstream(ingester)).open("ingest");
    await positions.put("cuts.LOGS", "{}");
    expect((await manager.streams.purge("LOGS", { filter: "logs.v1.default.nobody.>" })).purged).toBe(0);
  });

  it.each([
    own,
    ownLog,
    "commands.v1.default.node-1.refresh",
    "$JS.API.STREAM.DELETE.TELEMETRY",
    "$JS.API.STREAM.DELETE.LOGS",
    "$JS.API.STREAM.CREATE.OTHER",
    ownSignIns,
    "$JS.API.STREAM.DELETE.AUDIT",
    "$KV.config.default.tag.x",
    "$KV.secrets.default.proxy.x.y",
    "$JS.API.CONSUMER.CREATE.KV_secrets.mine.>",
    "$JS.API.DIRECT.GET.KV_secrets.$KV.secrets.default.proxy.x.y",
  ])("may not publish %s", (subject) => refusesToPublish("ingester", subject));
});

describe("the cache-projector", () => {
  it("reads all telemetry in order, from the last message of each subject", async () => {
    expect(await readAll(await connectAs("cache-projector"), "telemetry.v1.*.*.live.>")).toContain("second");
  });

  it("reads all logs", async () => {
    expect(await readAll(await connectAs("cache-projector"), "logs.v1.>", "LOGS")).toEqual(["first lines"]);
  });

  it.each([
    own,
    ownLog,
    "$KV.ingest.cuts.TELEMETRY",
    "$JS.API.STREAM.PURGE.TELEMETRY",
    "$JS.API.STREAM.PURGE.LOGS",
    "$JS.API.STREAM.UPDATE.TELEMETRY",
    "$JS.API.STREAM.INFO.KV_ingest",
    "$JS.API.CONSUMER.CREATE.DEAD_LETTERS.mine",
    "commands.v1.default.node-1.refresh",
  ])("may not publish %s", (subject) => refusesToPublish("cache-projector", subject));
});

describe("the api", () => {
  it("follows the logs of its workspace live", async () => {
    const live = (await connectAs("api")).subscribe(ownLog, { max: 1 });
    const all = (await connectAs("api")).subscribe("logs.v1.default.>", { max: 1 });
    await Promise.all(open.map((connection) => connection.flush()));
    await jetstream(await connectAs("collector")).publish(ownLog, "second lines");
    for await (const message of live) expect(message.string()).toBe("second lines");
    for await (const message of all) expect(message.string()).toBe("second lines");
  });

  it("numbers the nodes of its workspace by compare-and-swap", async () => {
    const api = await connectAs("api");
    const subject = "$KV.nodes.default.0";
    const expect0 = { expect: { lastSubjectSequence: 0 } };
    await jetstream(api).publish(subject, "[]", expect0);
    await expect(jetstream(api).publish(subject, "[1]", expect0)).rejects.toThrow(/wrong last seq/);
    const manager = await jetstreamManager(api, { checkAPI: false });
    expect((await manager.direct.getMessage("KV_nodes", { last_by_subj: subject }))?.string()).toBe("[]");
  });

  it.each([
    own,
    "$JS.API.STREAM.INFO.TELEMETRY",
    "commands.v1.other.node-1.refresh",
    "$KV.ingest.cuts.TELEMETRY",
    "$KV.nodes.other.0",
    "$JS.API.DIRECT.GET.KV_nodes.$KV.nodes.other.0",
    "$JS.API.STREAM.PURGE.KV_nodes",
    // Of sign-ins it tells, and takes nothing back.
    "audit.v1.other.sign-ins",
    "audit.v1.default.other",
    "audit.v1.default",
    "$JS.API.STREAM.INFO.AUDIT",
    "$JS.API.STREAM.PURGE.AUDIT",
    "$JS.API.STREAM.MSG.DELETE.AUDIT",
    "$JS.API.STREAM.UPDATE.AUDIT",
    "$JS.API.CONSUMER.CREATE.AUDIT.mine",
    `$JS.API.DIRECT.GET.AUDIT.${ownSignIns}`,
  ])("may not publish %s", (subject) => refusesToPublish("api", subject));

  it.each([
    own,
    ownLog,
    "$JS.API.STREAM.INFO.TELEMETRY",
    "$JS.API.STREAM.INFO.LOGS",
    "commands.v1.other.node-1.refresh",
    "$KV.ingest.cuts.TELEMETRY",
  ])("may not publish %s", (subject) => refusesToPublish("api", subject));

  it("tells of sign-ins of its workspace and of the installation, and the ingester reads them", async () => {
    const api = jetstream(await connectAs("api"));
    for (const subject of [ownSignIns, "audit.v1._.sign-ins", ownSignIns]) await api.publish(subject, subject);
    const ingester = await connectAs("ingester");
    expect(await readAll(ingester, undefined, "AUDIT")).toEqual([ownSignIns, "audit.v1._.sign-ins", ownSignIns]);
  });

  it.each([
    ...["telemetry.>", "logs.>", "logs.v1.other.>", "commands.>", "_INBOX_collector.>"],
    ...["audit.>", "audit.v1.default.>", ownSignIns],
  ])("may not subscribe %s", (subject) => refusesToSubscribe("api", subject));
});

describe("a third party that reads one workspace", () => {
  it("reads it live, from the stream, with a durable position, and its last messages", async () => {
    const consumer = await connectAs("consumer");
    const live = consumer.subscribe("telemetry.v1.default.>", { max: 1 });
    await consumer.flush();
    await jetstream(await connectAs("collector")).publish(own, "third");
    for await (const message of live) expect(message.string()).toBe("third");
    expect(await readAll(consumer, "telemetry.v1.default.>")).toContain("third");

    const manager = await jetstreamManager(consumer, { checkAPI: false });
    const filter_subject = "telemetry.v1.default.*.live.host";
    const position = { durable_name: "reports", ack_policy: AckPolicy.Explicit, filter_subject };
    await manager.consumers.add("TELEMETRY", position);
    const durable = await jetstream(consumer, { checkAPI: false }).consumers.get("TELEMETRY", "reports");
    const message = await durable.next();
    expect(await message?.ackAck()).toBe(true);
    expect((await manager.direct.getMessage("TELEMETRY", { last_by_subj: own }))?.string()).toBe("third");
  });

  it("reads its logs, live and from the stream", async () => {
    const consumer = await connectAs("consumer");
    const live = consumer.subscribe("logs.v1.default.>", { max: 1 });
    await consumer.flush();
    await jetstream(await connectAs("collector")).publish(ownLog, "third lines");
    for await (const message of live) expect(message.string()).toBe("third lines");
    expect(await readAll(consumer, "logs.v1.default.>", "LOGS")).toContain("third lines");
  });

  it("reads what was found out about its nodes, live and from the stream", async () => {
    const consumer = await connectAs("consumer");
    const live = consumer.subscribe("integrity.v1.default.>", { max: 1 });
    await consumer.flush();
    const ingester = await connectAs("ingester");
    await jetstream(ingester).publish(ownIntegrity, "finding");
    for await (const message of live) expect(message.string()).toBe("finding");
    expect(await readAll(consumer, "integrity.v1.default.>", "INTEGRITY")).toEqual(["dropped", "finding"]);
    expect(await readAll(ingester, undefined, "INTEGRITY")).toEqual(["dropped", "finding"]);
  });

  it("cannot make a consumer of another workspace, whatever its request says", async () => {
    const consumer = await connectAs("consumer");
    const config = { name: "spy", ack_policy: "none", filter_subject: "telemetry.v1.other.>" };
    const request = JSON.stringify({ stream_name: "TELEMETRY", config });
    const answer = await consumer.request("$JS.API.CONSUMER.CREATE.TELEMETRY.spy.telemetry.v1.default.>", request);
    expect(answer.json()).toMatchObject({ error: { description: expect.stringMatching(/filtered subject/i) } });
  });

  it.each([
    own,
    "commands.v1.default.node-1.refresh",
    "$JS.API.CONSUMER.CREATE.TELEMETRY",
    "$JS.API.CONSUMER.CREATE.TELEMETRY.spy",
    "$JS.API.CONSUMER.CREATE.TELEMETRY.spy.telemetry.>",
    "$JS.API.CONSUMER.DURABLE.CREATE.TELEMETRY.spy",
    "$JS.API.STREAM.MSG.GET.TELEMETRY",
    `$JS.API.DIRECT.GET.TELEMETRY.${otherWorkspace}`,
    ownLog,
    "$JS.API.CONSUMER.CREATE.LOGS.spy",
    "$JS.API.CONSUMER.CREATE.LOGS.spy.logs.>",
    "$JS.API.DIRECT.GET.LOGS.logs.v1.other.node-1.syslog",
    ownIntegrity,
    "$JS.API.CONSUMER.CREATE.INTEGRITY.spy.integrity.>",
    ownSignIns,
    "$JS.API.STREAM.INFO.AUDIT",
    "$JS.API.CONSUMER.CREATE.AUDIT.spy",
    `$JS.API.CONSUMER.CREATE.AUDIT.spy.${ownSignIns}`,
    `$JS.API.DIRECT.GET.AUDIT.${ownSignIns}`,
  ])("may not publish %s", (subject) => refusesToPublish("consumer", subject));

  it.each([
    "telemetry.v1.other.>",
    "telemetry.>",
    "logs.v1.other.>",
    "logs.>",
    "integrity.v1.other.>",
    "_INBOX_consumer.other.>",
    "deadletters.>",
    "audit.>",
    ownSignIns,
  ])("may not subscribe %s", (subject) => refusesToSubscribe("consumer", subject));
});

describe("an operator", () => {
  it("sees every stream and bucket, retries on subjects of their own and takes dead letters away", async () => {
    const operator = await connectAs("operator");
    const manager = await jetstreamManager(operator, { checkAPI: false });
    const names = (await manager.streams.list().next()).map(({ config }) => config.name).sort();
    expect(names).toEqual([
      ...["AUDIT", "DEAD_LETTERS", "INTEGRITY", "KV_config", "KV_ingest", "KV_nodes", "LOGS", "TELEMETRY"],
    ]);
    expect(await readAll(operator, undefined)).toContain("second");
    expect(await manager.consumers.list("TELEMETRY").next()).toBeInstanceOf(Array);
    const log = jetstream(operator, { checkAPI: false });
    const expectation = { lastSubjectSequence: 0 };
    const retry = { expect: { streamName: "TELEMETRY", ...expectation } };
    await log.publish("telemetry.v1.default.node-1.retry.1.host", "again", retry);
    await log.publish(`${ownLog}.retry.1`, "again", { expect: { streamName: "LOGS", ...expectation } });
    const letters = jetstream(await connectAs("ingester"));
    const { seq } = await letters.publish("deadletters.v1.TELEMETRY.ingester", "bad");
    expect(await manager.streams.deleteMessage("DEAD_LETTERS", seq, false)).toBe(true);
  });

  it.each([
    own,
    "telemetry.v1.default.node-1.backlog.host",
    ownLog,
    "deadletters.v1.TELEMETRY.ingester",
    "commands.v1.default.node-1.refresh",
    "$JS.API.STREAM.MSG.DELETE.TELEMETRY",
    "$JS.API.STREAM.PURGE.DEAD_LETTERS",
    "$JS.API.STREAM.DELETE.TELEMETRY",
    "$JS.API.STREAM.UPDATE.TELEMETRY",
    "$JS.API.STREAM.RESTORE.TELEMETRY",
    "$KV.ingest.cuts.TELEMETRY",
    "$KV.nodes.default.0",
    "$SYS.REQ.CLAIMS.UPDATE",
  ])("may not publish %s", (subject) => refusesToPublish("operator", subject));

  it.each(["_INBOX_collector.>", "_INBOX_ingester.>", "telemetry.>"])("may not subscribe %s", (subject) =>
    refusesToSubscribe("operator", subject),
  );
});

it("lets nobody in without a credential of its own", async () => {
  await expect(connect({ servers: nats.server.url, reconnect: false })).rejects.toThrow(/authorization/i);
});

/** All payloads that an ordered consumer finds now. */
async function readAll(
  connection: NatsConnection,
  filter: string | undefined,
  stream = "TELEMETRY",
): Promise<string[]> {
  const options = filter === undefined ? {} : { filter_subjects: filter };
  const consumer = await jetstream(connection, { checkAPI: false }).consumers.get(stream, options);
  const payloads: string[] = [];
  for await (const message of await consumer.fetch({ max_messages: 100, expires: 1_000 })) {
    payloads.push(message.string());
    if (message.info.pending === 0) break;
  }
  return payloads;
}

async function refusesToPublish(user: BusUser, subject: string): Promise<void> {
  const connection = await connectAs(user);
  await expect(connection.request(subject, "x")).rejects.toThrow(/permissions violation for publish/i);
}

async function refusesToSubscribe(user: BusUser, subject: string): Promise<void> {
  const connection = await connectAs(user);
  const refused = new Promise<string>((resolve) => {
    connection.subscribe(subject, { callback: (error) => resolve(error?.message ?? "a message came") });
  });
  await connection.flush();
  expect(await refused).toMatch(/permissions violation for subscription/i);
}

async function connectAs(user: BusUser): Promise<NatsConnection> {
  const scope = { collector: ".default.node-1", consumer: ".default" }[user as string] ?? "";
  const connection = await connect({
    servers: nats.server.url,
    authenticator: credsAuthenticator(new Uint8Array(readFileSync(nats.server.credentialsFile(user)))),
    inboxPrefix: `_INBOX_${user}${scope}`,
  });
  open.push(connection);
  return connection;
}
