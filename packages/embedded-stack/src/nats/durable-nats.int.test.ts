import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { jetstream, jetstreamManager } from "@nats-io/jetstream";
import { connect, credsAuthenticator, type NatsConnection } from "@nats-io/transport-node";
import { expect, it, onTestFinished } from "vitest";
import { requirePrograms } from "../binaries.js";
import { anyFreePort } from "../ports.js";
import { requireDurableNats } from "./durable-nats.js";
import { type NatsServer, startNats } from "./server.js";

const options = { path: process.env.PATH, tell: (line: string) => void process.stdout.write(`${line}\n`) };
const stream = "DEAD_LETTERS";
const subject = "deadletters.v1.TELEMETRY.ingester";

it("a server that waits for its disk takes over the log of one that does not, which gets it back", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "statwire-durable-"));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const { "nats-server": former = "" } = await requirePrograms(["nats-server"], options);
  const port = await anyFreePort();
  const node = { workspace: "default", node: "node-1" };
  const start = async (binary: string, isDurable: boolean) => {
    const server = await startNats({ dataDir, port, binary, isDurable, node });
    onTestFinished(() => void server.process.stop());
    return server;
  };
  const before = await start(former, false);
  await useAs(before, async (connection) => {
    await (await jetstreamManager(connection)).streams.add({ name: stream, subjects: ["deadletters.v1.>"] });
    await jetstream(connection).publish(subject, "before");
  });
  await before.process.stop();

  const durable = await start(await requireDurableNats(options), true);
  expect(readFileSync(join(dataDir, "nats/nats-server.conf"), "utf8")).toContain("sync_interval: always");
  await useAs(durable, async (connection) => {
    const [, minor = 0] = (connection.info?.version ?? "").split(".").map(Number);
    expect(minor).toBeGreaterThanOrEqual(10);
    expect(await jetstream(connection).publish(subject, "after")).toMatchObject({ seq: 2 });
    expect(await sequences(connection)).toEqual([1, 2]);
  });
  await durable.process.stop();
  expect(await useAs(await start(former, false), sequences)).toEqual([1, 2]);
}, 30_000);

it("says what to do when there is none and none can be fetched", async () => {
  const nothingHere = mkdtempSync(join(tmpdir(), "no-programs-"));
  onTestFinished(() => rmSync(nothingHere, { recursive: true, force: true }));
  const search = { path: nothingHere, systemFolders: [], tell: () => undefined };
  await expect(requireDurableNats(search, join(nothingHere, "cache"))).rejects.toThrow(
    /^missing: a nats-server that can wait for its disk \(there is no apt-get .*\)\.\nPut a `nats-server` of 2\.10 or newer/,
  );
});

async function sequences(connection: NatsConnection): Promise<[number, number]> {
  const { state } = await (await jetstreamManager(connection)).streams.info(stream);
  expect(state.messages).toBe(2);
  return [state.first_seq, state.last_seq];
}

async function useAs<Result>(
  { url, credentialsFile }: NatsServer,
  use: (connection: NatsConnection) => Promise<Result>,
): Promise<Result> {
  const authenticator = credsAuthenticator(new Uint8Array(readFileSync(credentialsFile("ingester"))));
  const connection = await connect({ servers: url, authenticator, inboxPrefix: "_INBOX_ingester" });
  try {
    return await use(connection);
  } finally {
    await connection.close();
  }
}
