import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { tmpdir } from "node:os";
import { dirname } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fixtureContext } from "../testing/fixture-host.js";
import { parseTraffic } from "./containers/container-network.js";
import { openContainers } from "./containers.js";

const web = "aa".repeat(32);
const job = "bb".repeat(32);

let folder: string;
let server: Server | undefined;
let requests: string[];
beforeEach(() => {
  folder = mkdtempSync(`${tmpdir()}/statwire-containers-`);
  requests = [];
});
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
  rmSync(folder, { recursive: true, force: true });
});

/**
 * A real HTTP server on a socket. There is no Docker engine where these tests run: the answers have the shape that Docker
 * documents for its API, version 1.43. Podman is asked for real in containers.int.test.ts.
 */
async function listen(answer: RequestListener, name = "docker.sock"): Promise<void> {
  server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server?.listen(`${folder}/${name}`, resolve));
}

const list = [
  {
    Id: web,
    Names: ["/web"],
    Image: "nginx:1.27",
    ImageID: "sha256:1",
    Command: "nginx -g 'daemon off;'",
    Created: 1_782_900_000,
    Ports: [{ PrivatePort: 80, Type: "tcp" }],
    Labels: { secret: "hunter2" },
    State: "running",
    Status: "Up 2 hours (healthy)",
    HostConfig: { NetworkMode: "bridge" },
    NetworkSettings: { Networks: {} },
    Mounts: [],
  },
  {
    Id: job,
    Names: ["/job"],
    Image: "backup",
    Created: 1_782_800_000,
    State: "exited",
    Status: "Exited (1) 3 days ago",
  },
];

const details: Record<string, unknown> = {
  [web]: {
    Id: web,
    RestartCount: 3,
    State: { Status: "running", StartedAt: "2026-07-01T10:00:00.123456789Z", Pid: 4711 },
  },
  [job]: { Id: job, RestartCount: 0, State: { Status: "exited", StartedAt: "0001-01-01T00:00:00Z", Pid: 0 } },
};

const docker: RequestListener = (request, response) => {
  const id = /^\/containers\/([\da-f]+)\/json$/.exec(request.url ?? "")?.[1];
  response.end(JSON.stringify(id === undefined ? list : details[id]));
};

function write(path: string, text: string): void {
  mkdirSync(dirname(`${folder}/${path}`), { recursive: true });
  writeFileSync(`${folder}/${path}`, text);
}

/** The control group of the container `web`, whose one process has a network of its own. */
function writeGroup(cpuMicros: number): void {
  const group = `sys/fs/cgroup/system.slice/docker-${web}.scope`;
  write("sys/fs/cgroup/cgroup.controllers", "cpu memory\n");
  write(`${group}/cpu.stat`, `usage_usec ${cpuMicros}\n`);
  write(`${group}/memory.current`, "1000\n");
  write(`${group}/cgroup.procs`, "4711\n");
  write(
    "proc/4711/net/dev",
    "Inter-| Receive\n face |bytes\n    lo: 9 0 0 0 0 0 0 0 9 0\n  eth0: 100 1 0 0 0 0 0 0 200 2\n",
  );
  for (const [pid, namespace] of [
    [1, 1],
    [4711, 2],
  ]) {
    mkdirSync(`${folder}/proc/${pid}/ns`, { recursive: true });
    if (!readdirSync(`${folder}/proc/${pid}/ns`).includes("net"))
      symlinkSync(`net:[${namespace}]`, `${folder}/proc/${pid}/ns/net`);
  }
}

const open = (name = "docker.sock") =>
  openContainers(fixtureContext("container", { folder, containerSockets: () => [`${folder}/${name}`] }));

describe("containers of an engine", () => {
  it("are listed with what their control groups say", async () => {
    await listen(docker);
    writeGroup(1_000_000);
    const containers = open();
    await containers.sample(0);
    writeGroup(2_500_000);
    const said = await containers.sample(10_000);
    expect(said?.items).toEqual([
      {
        id: web,
        name: "web",
        image: "nginx:1.27",
        runtime: "docker",
        state: "running",
        health: "healthy",
        createdAtMs: 1_782_900_000_000n,
        startedAtMs: BigInt(Date.UTC(2026, 6, 1, 10, 0, 0, 123)),
        restarts: 3n,
        cpuMs: 2500n,
        cpuUtilizationE4: 1500,
        memoryBytes: 1000n,
        receiveBytes: 100n,
        transmitBytes: 200n,
      },
      {
        id: job,
        name: "job",
        image: "backup",
        runtime: "docker",
        state: "exited",
        health: "",
        createdAtMs: 1_782_800_000_000n,
        restarts: 0n,
      },
    ]);
    expect(requests.every((request) => request.startsWith("GET /containers/"))).toBe(true);
    // A description holds for a minute, as long as the state does.
    expect(requests.filter((request) => request.includes(web))).toHaveLength(1);
  });

  it("are none when it has none, and the first thousand when it has more", async () => {
    let many: unknown[] = [];
    await listen((request, response) =>
      response.end(JSON.stringify(request.url === "/containers/json?all=1" ? many : {})),
    );
    const containers = open();
    expect(await containers.sample(0)).toEqual({ items: [] });
    many = Array.from({ length: 1100 }, (_, at) => ({ Id: String(at), State: "created" }));
    expect((await containers.sample(10_000))?.items).toHaveLength(1000);
    // Not more than a hundred are described at a time.
    expect(requests).toHaveLength(2 + 100);
  });

  it("of Podman are asked for again when a control group has come or gone, else once a minute", async () => {
    await listen(docker, "podman.sock");
    const containers = open("podman.sock");
    const lists = () => requests.filter((request) => request === "GET /containers/json?all=1").length;
    expect((await containers.sample(0))?.items[0]).toMatchObject({ runtime: "podman", name: "web" });
    await containers.sample(10_000);
    expect(lists()).toBe(1);
    writeGroup(1);
    await containers.sample(20_000);
    expect(lists()).toBe(2);
    await containers.sample(79_999);
    expect(lists()).toBe(2);
    await containers.sample(80_000);
    expect(lists()).toBe(3);
  });

  it.each([
    ["an error", (response: Parameters<RequestListener>[1]) => response.writeHead(500).end("{}"), "status 500"],
    [
      "a redirect",
      (response: Parameters<RequestListener>[1]) => response.writeHead(302, { location: "http://x/" }).end(),
      "status 302",
    ],
    ["no JSON", (response: Parameters<RequestListener>[1]) => response.end("<html>"), "the answer is not JSON"],
    ["another document", (response: Parameters<RequestListener>[1]) => response.end("{}"), "no list of containers"],
    [
      "half an answer",
      (response: Parameters<RequestListener>[1]) =>
        response.writeHead(200, { "content-length": "9" }).flushHeaders() ?? response.destroy(),
      "aborted",
    ],
    ["no end", (response: Parameters<RequestListener>[1]) => flood(response), "more than 16777216 bytes"],
    ["silence", () => undefined, "no answer within 2000 ms"],
  ])("are a failure when it answers with %s", async (_, answer, problem) => {
    await listen((_request, response) => void answer(response));
    await expect(open().sample(0)).rejects.toThrow(problem);
  });
});

describe("containers without an engine that can be asked", () => {
  it("are absent, and are found by their control groups where there are any", async () => {
    expect(await open().sample(0)).toBeUndefined();
    writeGroup(1_000_000);
    const found = await open().sample(0);
    expect(found?.items).toEqual([
      {
        id: web,
        name: web.slice(0, 12),
        image: "",
        runtime: "docker",
        state: "running",
        health: "",
        cpuMs: 1000n,
        memoryBytes: 1000n,
        receiveBytes: 100n,
        transmitBytes: 200n,
      },
    ]);
  });

  it("are found also when the socket is a leftover", async () => {
    writeGroup(1);
    writeFileSync(`${folder}/docker.sock`, "");
    expect((await open().sample(0))?.items).toHaveLength(1);
  });

  it("do not count a group that a container left behind, nor the host's traffic", async () => {
    writeGroup(1);
    rmSync(`${folder}/proc/4711/ns/net`);
    symlinkSync("net:[1]", `${folder}/proc/4711/ns/net`);
    expect((await open().sample(0))?.items[0]?.receiveBytes).toBeUndefined();
    write(`sys/fs/cgroup/system.slice/docker-${web}.scope/cgroup.procs`, "");
    expect(await open().sample(0)).toBeUndefined();
  });
});

it("traffic is summed over all interfaces but the loopback", () => {
  expect(parseTraffic("h\nh\n lo: 1 0 0 0 0 0 0 0 1\n a:5 0 0 0 0 0 0 0 6\nb: 7 0 0 0 0 0 0 0 8\n")).toEqual({
    receiveBytes: 12,
    transmitBytes: 14,
  });
});

/** Writes until nobody listens any more. */
function flood(response: Parameters<RequestListener>[1]): void {
  const more = () => {
    while (!response.destroyed && response.write("x".repeat(65_536)));
  };
  response.on("drain", more);
  more();
}
