import { createTestBus } from "@statwire/embedded-stack/testing";
import { createLogger, type Logger } from "@statwire/runtime";
import { expect, it } from "vitest";
import { connectEventLog } from "./connect.js";

it("connects with tls:// to no server that has no TLS", async () => {
  const { url, credentialsFile, close } = await createTestBus();
  const giveUp = new AbortController();
  const reasons: string[] = [];
  const log: Logger = createLogger({ service: "test", level: "silent" });
  log.warn = ({ err }: { err: Error }) => {
    reasons.push(err.message);
    giveUp.abort(new Error("refused once"));
  };
  const options = { credentialsFile, name: "test", log, signal: giveUp.signal };
  await expect(connectEventLog({ ...options, url: url.replace("nats://", "tls://") })).rejects.toThrow("refused once");
  expect(reasons).toEqual(["server does not support 'tls'"]);
  await close();
});
