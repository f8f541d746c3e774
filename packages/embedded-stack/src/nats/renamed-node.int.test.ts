import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, credsAuthenticator } from "@nats-io/transport-node";
import { expect, it, onTestFinished } from "vitest";
import { requirePrograms } from "../binaries.js";
import { anyFreePort } from "../ports.js";
import { startNats } from "./server.js";

it("the credential of a node's former name is refused, and the others stay", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "statwire-renamed-"));
  const tell = (line: string) => void process.stdout.write(`${line}\n`);
  const { "nats-server": binary = "" } = await requirePrograms(["nats-server"], { path: process.env.PATH, tell });
  const port = await anyFreePort();
  const start = (node: string) => startNats({ dataDir, port, binary, node: { workspace: "default", node } });
  const mayConnect = async (file: string, inboxPrefix: string) => {
    const authenticator = credsAuthenticator(new Uint8Array(readFileSync(file)));
    const connection = await connect({ port, authenticator, inboxPrefix, reconnect: false });
    await connection.flush();
    await connection.close();
  };

  let server = await start("web-1");
  onTestFinished(async () => {
    await server.process.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const former = join(dataDir, "former.creds");
  cpSync(server.credentialsFile("collector"), former);
  const ingester = readFileSync(server.credentialsFile("ingester"), "utf8");
  await mayConnect(former, "_INBOX_collector.default.web-1");
  await server.process.stop();

  server = await start("web-2");
  await expect(mayConnect(former, "_INBOX_collector.default.web-1")).rejects.toThrow(/Authorization Violation/i);
  await mayConnect(server.credentialsFile("collector"), "_INBOX_collector.default.web-2");
  expect(readFileSync(server.credentialsFile("ingester"), "utf8")).toBe(ingester);
  await mayConnect(server.credentialsFile("ingester"), "_INBOX_ingester");
}, 30_000);
