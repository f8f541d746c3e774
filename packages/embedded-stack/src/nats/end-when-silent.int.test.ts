import { sleep } from "@statwire/runtime";
import { expect, it, onTestFinished } from "vitest";
import { startPrivateNats } from "../testing/index.js";
import { endWhenSilent } from "./end-when-silent.js";

const limits = { everyMs: 50, silenceMs: 1_500 };

it("leaves a server alone that answers, and kills one that runs without answering", async () => {
  const nats = await startPrivateNats();
  onTestFinished(() => nats.discard());
  const { process: running } = nats.server;
  const said: string[] = [];
  const watching = endWhenSilent(nats.server, (line) => said.push(line), limits);
  await sleep(2 * limits.silenceMs);
  expect([said, running.isRunning()]).toEqual([[], true]);

  running.kill("SIGSTOP");
  await watching;
  expect(await running.exited).toEqual({ code: null, signal: "SIGKILL" });
  expect(said).toEqual(["nats-server runs, and has not answered for 2 s: it is killed"]);
}, 60_000);

it("leaves a server alone that answered while this process was stopped", async () => {
  const nats = await startPrivateNats();
  onTestFinished(() => nats.discard());
  const { process: running, url } = nats.server;
  const said: string[] = [];
  let asked = 0;
  const credentialsFile: typeof nats.server.credentialsFile = (user) => {
    asked += 1;
    // With the second question under way nothing runs for longer than a server may be silent.
    if (asked === 2)
      setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2 * limits.silenceMs));
    return nats.server.credentialsFile(user);
  };
  const watching = endWhenSilent({ process: running, url, credentialsFile }, (line) => said.push(line), limits);
  await expect.poll(() => asked).toBeGreaterThan(4);
  expect([said, running.isRunning()]).toEqual([[], true]);
  await nats.stop();
  await watching;
}, 60_000);

it("leaves a server alone that could not be asked, and says so once", async () => {
  const nats = await startPrivateNats();
  onTestFinished(() => nats.discard());
  const { process: running, url } = nats.server;
  const said: string[] = [];
  const credentialsFile = () => "/nowhere";
  const watching = endWhenSilent({ process: running, url, credentialsFile }, (line) => said.push(line), limits);
  await expect.poll(() => said).not.toEqual([]);
  await sleep(2 * limits.silenceMs);
  expect([said, running.isRunning()]).toEqual([[expect.stringContaining("cannot be asked")], true]);
  await nats.stop();
  await watching;
}, 60_000);

it("is over with the server", async () => {
  const nats = await startPrivateNats();
  onTestFinished(() => nats.discard());
  const said: string[] = [];
  const watching = endWhenSilent(nats.server, (line) => said.push(line), limits);
  await nats.stop();
  await watching;
  expect(said).toEqual([]);
}, 60_000);
