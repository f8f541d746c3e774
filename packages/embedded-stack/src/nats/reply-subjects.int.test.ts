import { readFileSync } from "node:fs";
import { type JetStreamManager, jetstream, jetstreamManager } from "@nats-io/jetstream";
import { Kvm } from "@nats-io/kv";
import { connect, credsAuthenticator, headers, type NatsConnection } from "@nats-io/transport-node";
import { type BusUser, permissionsOf, userCredentials } from "@statwire/credentials";
import { streams } from "@statwire/events";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startPrivateNats } from "../testing/index.js";

/**
 * The server does not ask whether a client may publish to the subject that it names for a reply. So the log's answers
 * can be sent anywhere in the account of who asks, and an answer that arrives at the log's own interface is a request.
 */
const node = { workspace: "default", node: "node-1" };
const own = "telemetry.v1.default.node-1.live.host";
const ownLog = "logs.v1.default.node-1.syslog";
const ownCommand = "commands.v1.default.node-1.refresh";
const others = "telemetry.v1.default.node-2.live.host";

/** Where a malicious node has answers sent. */
const targets = [
  "$JS.API.STREAM.PURGE.TELEMETRY",
  "$JS.API.STREAM.DELETE.LOGS",
  "$JS.API.STREAM.MSG.DELETE.TELEMETRY",
  "$KV.ingest.cuts.TELEMETRY",
  "$KV.nodes.default.0",
  "deadletters.v1.TELEMETRY.ingester",
  "integrity.v1.default.node-2",
  "logs.v1.default.node-2.syslog",
  others,
] as const;

type Attack = (connection: NatsConnection, reply: string) => Promise<void>;

/** By what it has them sent. The body of what is read back is the node's own: a request to delete message 1. */
const attacks: Record<string, Attack> = {
  "the answer to a publish": async (connection, reply) => connection.publish(own, "x", { reply }),
  "the answer to lines of a log": async (connection, reply) => connection.publish(ownLog, "x", { reply }),
  "its own last message": async (connection, reply) => {
    await jetstream(connection).publish(own, '{"seq":1}');
    connection.publish(`$JS.API.DIRECT.GET.TELEMETRY.${own}`, "", { reply });
  },
  "its own last message, which says who asks": async (connection, reply) => {
    const messageHeaders = headers();
    messageHeaders.set("Nats-Request-Info", JSON.stringify({ acc: nats.server.keys.account.getPublicKey() }));
    await jetstream(connection).publish(own, '{"seq":1}', { headers: messageHeaders });
    connection.publish(`$JS.API.DIRECT.GET.TELEMETRY.${own}`, "", { reply });
  },
  "that there is no such message": async (connection, reply) =>
    connection.publish(`$JS.API.DIRECT.GET.LOGS.${ownLog}.none`, "", { reply }),
  "whatever follows the answer to a command": async (connection, reply) => {
    const commands = connection.subscribe(ownCommand, { max: 1 });
    await connection.flush();
    const api = await connectAs("api");
    const answer = api.request(ownCommand, "{}");
    for await (const command of commands) connection.publish(command.reply ?? "", '{"seq":1}', { reply });
    expect((await answer).string()).toBe('{"seq":1}');
  },
};

let nats: Awaited<ReturnType<typeof startPrivateNats>>;
let manager: JetStreamManager;
const open: NatsConnection[] = [];

beforeAll(async () => {
  nats = await startPrivateNats();
  const before = await openManager();
  await before.streams.add({ name: "TELEMETRY", subjects: [...streams.TELEMETRY.subjects] });
  // A server that finds streams when it starts sets the accounts up in another order.
  await open.pop()?.close();
  await nats.stop();
  await nats.restart();
  manager = await openManager();
});

beforeEach(async () => {
  for await (const { config } of manager.streams.list()) await manager.streams.delete(config.name);
  for (const { name, subjects } of Object.values(streams)) {
    await manager.streams.add({ name, subjects: [...subjects], allow_direct: true });
  }
  const log = jetstream(open[0] as NatsConnection);
  const buckets = new Kvm(log);
  await (await buckets.create("ingest", { history: 1 })).put("cuts.TELEMETRY", "{}");
  await (await buckets.create("nodes", { history: 1 })).put("default.0", "[]");
  for (const subject of [others, "logs.v1.default.node-2.syslog", "deadletters.v1.TELEMETRY.ingester"]) {
    await log.publish(subject, "of somebody else");
  }
});

afterEach(async () => {
  await Promise.all(open.splice(1).map((connection) => connection.close()));
});

afterAll(async () => {
  await open[0]?.close();
  await nats.discard();
});

describe("a malicious node", () => {
  it.each(Object.entries(attacks))(
    "that has %s sent to others changes nothing but its own lanes",
    async (_, attack) => {
      const before = await state();
      const connection = await connectAs("collector");
      for (const target of targets) await attack(connection, target);
      await settled();
      expect(await state()).toEqual(before);
    },
  );
});

/** Proves that the attacks are some: this is what a node could do before. */
describe("the same user in the account of the services", () => {
  it.each([
    ["that there is no such message", "$JS.API.STREAM.PURGE.TELEMETRY"],
    ["that there is no such message", "$JS.API.STREAM.DELETE.LOGS"],
    ["its own last message", "$JS.API.STREAM.MSG.DELETE.TELEMETRY"],
    ["the answer to a publish", "$KV.ingest.cuts.TELEMETRY"],
    ["that there is no such message", "$KV.nodes.default.0"],
    ["its own last message", others],
  ] as const)("has %s sent to %s, and that does it", async (name, target) => {
    const before = await state();
    const credentials = await userCredentials("collector", nats.server.keys.account, permissionsOf("collector", node));
    await attacks[name]?.(await connectWith(credentials, "_INBOX_collector.default.node-1"), target);
    await settled();
    await expect.poll(state, { timeout: 10_000 }).not.toEqual(before);
  });
});

/** `consumer` is of the services' account, as it needs more of the log: an answer to it may be a request, too. */
describe("a third party", () => {
  it("that may read streams has the log's answers sent where it wants, and has to be trusted", async () => {
    const before = await state();
    const consumer = await connectAs("consumer");
    consumer.publish("$JS.API.STREAM.INFO.TELEMETRY", "", { reply: "$KV.ingest.cuts.TELEMETRY" });
    await expect.poll(state, { timeout: 10_000 }).not.toEqual(before);
  });

  it("that may listen hears what is published, and changes nothing", async () => {
    const before = await state();
    const listener = await connectAs("listener");
    const heard = listener.subscribe("telemetry.v1.default.>", { max: 1 });
    for (const reply of targets) {
      listener.publish("$JS.API.STREAM.INFO.TELEMETRY", "", { reply });
      listener.publish(own, "x", { reply });
      listener.publish(reply, "x");
    }
    await settled();
    expect(await state()).toEqual(before);
    await jetstream(await connectAs("collector")).publish(own, "heard");
    for await (const message of heard) expect(message.string()).toBe("heard");
  });
});

/** Anything in the account of the services: what they may not do themselves has to be undone here. */
async function openManager(): Promise<JetStreamManager> {
  return jetstreamManager(await connectWith(await userCredentials("test", nats.server.keys.account, {}), "_INBOX"));
}

/** All that the log holds beside the node's own: sequences, subjects and contents. */
async function state(): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for await (const { config, state } of manager.streams.list()) {
    for (let seq = Math.max(1, state.first_seq); seq <= state.last_seq; seq += 1) {
      const message = await manager.streams.getMessage(config.name, { seq });
      if (message === null || /^(telemetry|logs)\.v1\.default\.node-1\./.test(message.subject)) continue;
      found[`${config.name} ${seq} ${message.subject}`] = message.string();
    }
    found[config.name] = config.subjects;
  }
  return found;
}

/** What was asked for before is done: each of these is answered in turn behind it, by streams and by the interface. */
async function settled(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    for (const connection of open) await connection.flush();
    await manager.streams.info("KV_ingest");
    await jetstream(open[0] as NatsConnection).publish("$KV.ingest.other", "x");
    await manager.streams.purge("KV_ingest", { filter: "$KV.ingest.other" });
  }
}

function connectAs(user: BusUser): Promise<NatsConnection> {
  const scope = { collector: ".default.node-1", consumer: ".default" }[user as string] ?? "";
  return connectWith(readFileSync(nats.server.credentialsFile(user)), `_INBOX_${user}${scope}`);
}

async function connectWith(credentials: Uint8Array, inboxPrefix: string): Promise<NatsConnection> {
  const authenticator = credsAuthenticator(new Uint8Array(credentials));
  const connection = await connect({ servers: nats.server.url, authenticator, inboxPrefix });
  open.push(connection);
  return connection;
}
