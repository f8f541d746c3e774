import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";

/** The built service: `npx tsc -b packages/runtime` makes it. */
const mainFile = fileURLToPath(new URL("../dist/testing/tiny-service.js", import.meta.url));
const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

describe("the life of a service", () => {
  it("is live at once, ready when every check says so, and gives metrics", async () => {
    const service = await startTiny({ BEHAVIOUR: "slow start" });
    expect(await service.get("/livez")).toEqual({ status: 200, text: "ok\n" });
    const { status, text } = await service.get("/readyz?verbose");
    expect(status).toBe(503);
    expect(JSON.parse(text)).toEqual({ ready: false, checks: { process: "starting", store: "not connected yet" } });
    expect((await service.get("/readyz")).text).toBe("not ready\n");
    const metrics = (await service.get("/metrics")).text;
    expect(metrics).toMatch(/^process_cpu_seconds_total\{service="tiny"\} /m);
    const lags = metrics.split("\n").filter((line) => line.startsWith("nodejs_eventloop_lag"));
    expect(lags.map((line) => line.split("{")[0])).toEqual(["nodejs_eventloop_lag_seconds"]);
    expect((await service.get("/secrets")).status).toBe(404);

    const sound = await startTiny({});
    await expect
      .poll(async () => (await sound.get("/readyz?verbose")).text)
      .toBe('{"ready":true,"checks":{"store":"ok"}}\n');
  });

  it.each(["//", "//[", "/\\\\["])("goes on when its ops port is asked for %s, which is no URL", async (path) => {
    const service = await startTiny({});
    expect((await service.get(path)).status).toBe(404);
    expect((await service.get("/livez")).text).toBe("ok\n");
    expect(service.messages()).not.toContain("service failed");
  });

  it.each(["SIGTERM", "SIGINT"] as const)("closes in reverse order at %s and ends with 0", async (signal) => {
    const service = await startTiny({});
    service.child.kill(signal);
    expect(await service.exit()).toBe(0);
    expect(service.messages().slice(1)).toEqual(["stopping", "closing failed", "second closes", "first closed"]);
  });

  it("ends a start that a signal interrupts with 0", async () => {
    const service = await startTiny({ BEHAVIOUR: "slow start" });
    service.child.kill("SIGTERM");
    expect(await service.exit()).toBe(0);
    expect(service.messages()).not.toContain("service failed");
  });

  it("ends with 1 when closers take longer than the deadline, and at once at a second signal", async () => {
    const patient = await startTiny({ BEHAVIOUR: "stuck" });
    patient.child.kill("SIGTERM");
    expect(await patient.exit()).toBe(1);
    expect(patient.messages().at(-1)).toBe("closers took too long");

    const hurried = await startTiny({ BEHAVIOUR: "stuck" });
    hurried.child.kill("SIGTERM");
    await expect.poll(hurried.messages).toContain("second closes");
    hurried.child.kill("SIGTERM");
    expect(await hurried.exit()).toBe(1);
    expect(hurried.messages()).not.toContain("closers took too long");
  });

  it.each([
    ["throws", "thrown in a callback"],
    ["rejects", "nobody caught this"],
  ])("closes and ends with 1 when something %s", async (BEHAVIOUR, message) => {
    const service = await startTiny({ BEHAVIOUR });
    await expect.poll(service.messages).toContain("started");
    service.child.kill("SIGUSR2");
    expect(await service.exit()).toBe(1);
    expect(service.lines().find(({ level }) => level === "fatal")).toMatchObject({ err: { message } });
    expect(service.messages().at(-1)).toBe("first closed");
  });

  it("closes what it had opened when its start fails", async () => {
    const service = await startTiny({ BEHAVIOUR: "fails start" }, false);
    expect(await service.exit()).toBe(1);
    expect(service.messages().at(-1)).toBe("first closed");
  });

  it("stops when whoever supervises it is gone", async () => {
    const service = await startTiny({});
    service.child.disconnect();
    expect(await service.exit()).toBe(0);
    expect(service.lines().find(({ msg }) => msg === "stopping")).toMatchObject({ reason: "supervisor gone" });
  });
});

describe("a start that cannot be", () => {
  it("ends with 78 and every problem", async () => {
    const service = await startTiny({ BEHAVIOUR: "odd", TINY_SECRET: "abc", OPS_PORT_BASE: "high" }, false);
    expect(await service.exit()).toBe(78);
    expect(service.output()).toMatch(
      /^tiny: settings cannot be used:\n {2}OPS_PORT_BASE: expected a whole number\n {2}BEHAVIOUR: Invalid option.*\n {2}TINY_SECRET: expected at least 4 characters\n$/,
    );
  });

  it("names the variable of a port that is taken, or of an address that is not here", async () => {
    const opsPort = await freePort();
    const occupant = createServer().listen(opsPort, "127.0.0.1");
    await once(occupant, "listening");
    const crowded = await startTiny({ OPS_PORT_BASE: String(opsPort - 1) }, false);
    expect(await crowded.exit()).toBe(1);
    expect(crowded.output()).toContain(`OPS_PORT_BASE: port ${opsPort} on 127.0.0.1 is taken`);
    occupant.close();

    const elsewhere = await startTiny({ OPS_HOST: "192.0.2.1" }, false);
    expect(await elsewhere.exit()).toBe(1);
    expect(elsewhere.output()).toContain("OPS_HOST: 192.0.2.1 is not an address of this machine");
  });

  it("prints its settings for --help", async () => {
    const service = await startTiny({}, false, ["--help"]);
    expect(await service.exit()).toBe(0);
    expect(service.output()).toMatch(/^tiny: Shows how a service lives and ends\.$/m);
    expect(service.output()).toMatch(/^ {2}TINY_SECRET +a text of one's own \(required\)$/m);
    expect(service.output()).toMatch(/^ {2}OPS_PORT_BASE +first ops port.* \[9460\]$/m);
  });
});

async function startTiny(environment: Record<string, string>, untilLive = true, args: string[] = []) {
  const opsPort = await freePort();
  const child = spawn(process.execPath, [mainFile, ...args], {
    env: { OPS_PORT_BASE: String(opsPort - 1), TINY_SECRET: "long enough", ...environment },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  children.push(child);
  let output = "";
  const exited = once(child, "exit");
  // Not "close": Node does not emit it for a child whose IPC channel was closed by us.
  const read = [child.stdout, child.stderr].map((stream) => {
    stream?.on("data", (chunk) => {
      output += chunk;
    });
    return stream && once(stream, "end");
  });
  const get = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${opsPort}${path}`);
    return { status: response.status, text: await response.text() };
  };
  if (untilLive) await expect.poll(() => get("/livez").catch(() => undefined), { timeout: 10_000 }).toBeDefined();
  const lines = (): Record<string, unknown>[] =>
    output
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line));
  return {
    child,
    get,
    lines,
    messages: () => lines().map(({ msg }) => msg),
    output: () => output,
    async exit(): Promise<number | null> {
      await Promise.all(read);
      return (await exited)[0];
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
