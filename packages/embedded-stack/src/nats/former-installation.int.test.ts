import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { jetstream, jetstreamManager } from "@nats-io/jetstream";
import { connect, credsAuthenticator, type NatsConnection } from "@nats-io/transport-node";
import {
  type BusKeys,
  nodeCredentialsFile,
  permissionsOf,
  separateAccountJwt,
  userCredentials,
} from "@statwire/credentials";
import { expect, it, onTestFinished } from "vitest";
import { requirePrograms } from "../binaries.js";
import { anyFreePort } from "../ports.js";
import { startNats } from "./server.js";

const lane = (node: string) => `telemetry.v1.default.${node}.live.host`;

it("an installation from before nodes had an account of their own keeps its log, and its nodes get new credentials", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "statwire-former-"));
  const said: string[] = [];
  const tell = (line: string) => void said.push(line);
  const { "nats-server": binary = "" } = await requirePrograms(["nats-server"], { path: process.env.PATH, tell });
  const port = await anyFreePort();
  const start = () => startNats({ dataDir, port, binary, node: { workspace: "default", node: "node-1" }, tell });
  const busAs = (file: string, inboxPrefix: string): Promise<NatsConnection> => {
    const authenticator = credsAuthenticator(new Uint8Array(readFileSync(file)));
    return connect({ port, authenticator, inboxPrefix, reconnect: false });
  };
  let server = await start();
  onTestFinished(async () => {
    await server.process.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const ingester = await busAs(server.credentialsFile("ingester"), "_INBOX_ingester");
  await (await jetstreamManager(ingester)).streams.add({
    name: "TELEMETRY",
    subjects: ["telemetry.v1.>"],
    allow_direct: true,
  });
  await ingester.close();
  await publish(
    await busAs(server.credentialsFile("collector"), "_INBOX_collector.default.node-1"),
    "node-1",
    "before",
  );
  await server.process.stop();
  const former = await makeFormer(dataDir, server.keys);

  server = await start();
  const renewed = nodeCredentialsFile(dataDir, { workspace: "default", node: "web-1" });
  expect(said).toEqual([`the former credential of web-1 in default is revoked: bring ${renewed} to the node`]);
  await expect(busAs(former["node-1"], "_INBOX_collector.default.node-1")).rejects.toThrow(/authorization/i);
  await expect(busAs(former["web-1"], "_INBOX_collector.default.web-1")).rejects.toThrow(/authorization/i);
  const collector = await busAs(server.credentialsFile("collector"), "_INBOX_collector.default.node-1");
  const manager = await jetstreamManager(collector, { checkAPI: false });
  expect((await manager.direct.getMessage("TELEMETRY", { last_by_subj: lane("node-1") }))?.string()).toBe("before");
  await publish(collector, "node-1", "after");
  await publish(await busAs(renewed, "_INBOX_collector.default.web-1"), "web-1", "after");
}, 30_000);

async function publish(connection: NatsConnection, node: string, text: string): Promise<void> {
  await jetstream(connection).publish(lane(node), text);
  await connection.close();
}

/** Makes a data folder what the version before would have left, with another node whose credential was moved to it. */
async function makeFormer(dataDir: string, keys: BusKeys): Promise<Record<"node-1" | "web-1", string>> {
  const folder = join(dataDir, "nats");
  const credentials = async (node: string, file: string) => {
    const permissions = permissionsOf("collector", { workspace: "default", node });
    mkdirSync(dirname(file), { recursive: true });
    const text = await userCredentials("collector", keys.account, permissions);
    writeFileSync(file, text);
    writeFileSync(`${file}.permissions`, JSON.stringify({ account: keys.account.getPublicKey(), permissions }));
    const copy = join(dataDir, `${node}.former.creds`);
    writeFileSync(copy, text);
    return { copy, user: userOf(text) };
  };
  const own = await credentials("node-1", join(folder, "credentials/collector.creds"));
  const moved = await credentials("web-1", join(dataDir, "moved/web-1.creds"));
  const nowSeconds = Math.floor(Date.now() / 1000);
  const issued = {
    "credentials/collector.creds": [{ user: own.user, issuedAt: nowSeconds }],
    "../nodes/default/web-1.creds": [{ user: moved.user, issuedAt: nowSeconds }],
  };
  writeFileSync(join(folder, "keys/issued.json"), JSON.stringify(issued));
  rmSync(join(folder, "keys/nodes.nk"));
  rmSync(join(folder, "resolver", `${keys.nodes.getPublicKey()}.jwt`));
  const services = await separateAccountJwt(keys, keys.account, "STATWIRE");
  writeFileSync(join(folder, "resolver", `${keys.account.getPublicKey()}.jwt`), services);
  return { "node-1": own.copy, "web-1": moved.copy };
}

function userOf(credentials: Uint8Array): string {
  const [, claims = ""] = /JWT-----\s+\S+?\.(\S+?)\./.exec(Buffer.from(credentials).toString()) ?? [];
  return JSON.parse(Buffer.from(claims, "base64url").toString()).sub;
}
