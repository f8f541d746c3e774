import { Agent, type RequestListener, request, type Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { drain } from "./drain.js";
import { listenHttp, portOf } from "./listeners.js";

const agents: Agent[] = [];

afterEach(() => {
  for (const agent of agents.splice(0)) agent.destroy();
});

describe("drain", () => {
  it("lets a running request end, refuses new ones and closes kept-alive connections", async () => {
    const gate = createGate();
    const server = await listen(async (_request, response) => {
      await gate.opened;
      response.end("done");
    });
    const running = ask(server, keepAlive());
    await expect.poll(() => connections(server)).toBe(1);
    const drained = drain([server], { delayMs: 0, timeoutMs: 5_000, sleep });
    await expect.poll(() => server.listening).toBe(false);
    await expect(ask(server, keepAlive())).rejects.toThrow("ECONNREFUSED");
    gate.open();
    expect(await running).toBe("done");
    expect(await drained).toEqual({ cut: false });
  });

  it("still serves while readiness is failing", async () => {
    const server = await listen((_request, response) => response.end("served"));
    const gate = createGate();
    const drained = drain([server], { delayMs: 1, timeoutMs: 5_000, sleep: () => gate.opened });
    expect(await ask(server, keepAlive())).toBe("served");
    gate.open();
    expect(await drained).toEqual({ cut: false });
  });

  it("cuts what does not end in time", async () => {
    const server = await listen(() => undefined);
    const hanging = ask(server, keepAlive());
    const refused = expect(hanging).rejects.toThrow("socket hang up");
    await expect.poll(() => connections(server)).toBe(1);
    expect(await drain([server], { delayMs: 0, timeoutMs: 50, sleep })).toEqual({ cut: true });
    await refused;
  });
});

it("a taken port is told by the name of its setting", async () => {
  const server = await listen((_request, response) => response.end());
  const port = portOf(server);
  const again = listenHttp({ handle: () => undefined }, { host: "127.0.0.1", port, portSetting: "SERVER_PORT" });
  await expect(again).rejects.toThrow(`SERVER_PORT: port ${port} on 127.0.0.1 is taken`);
  server.close();
});

function listen(handler: RequestListener): Promise<Server> {
  return listenHttp({ handle: handler }, { host: "127.0.0.1", port: 0, portSetting: "SERVER_PORT" });
}

function keepAlive(): Agent {
  const agent = new Agent({ keepAlive: true });
  agents.push(agent);
  return agent;
}

const ports = new WeakMap<Server, number>();

function ask(server: Server, agent: Agent): Promise<string> {
  const port = ports.get(server) ?? portOf(server);
  ports.set(server, port);
  return new Promise((resolve, reject) => {
    const call = request({ host: "127.0.0.1", port, agent }, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => {
        text += chunk.toString();
      });
      response.once("end", () => resolve(text));
    });
    call.once("error", (error: NodeJS.ErrnoException) =>
      reject(new Error(error.code === "ECONNREFUSED" ? "ECONNREFUSED" : error.message)),
    );
    call.end();
  });
}

function connections(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.getConnections((error, count) => (error === null ? resolve(count) : reject(error)));
  });
}

function createGate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
