import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { requirePrograms } from "../binaries.js";
import { anyFreePort } from "../ports.js";

/** Everything that Netdata reads by itself of the kernel, and no other of its programs. */
const configuration = (folder: string, port: number) => `
[global]
  hostname = test-host
  run as user = ${userInfo().username}
[directories]
  config = ${folder}
  stock config = ${folder}/empty
  log = ${folder}/log
  lib = ${folder}/lib
  cache = ${folder}/cache
  home = ${folder}
  health config = ${folder}/health.d
  stock health config = ${folder}/empty
[db]
  mode = ram
[logs]
  access = none
[web]
  bind to = 127.0.0.1
  default port = ${port}
  web server threads = 1
[ml]
  enabled = no
[statsd]
  enabled = no
[plugins]
  apps = no
  cgroups = no
  idlejitter = no
  netdata monitoring = no
  nfacct = no
  perf = no
  slabinfo = no
  statsd = no
  tc = no
  timex = no
  enable running new plugins = no
`;

/** Is raised from the start, on every host, and runs nothing. */
const alarm = `
 alarm: statwire_uptime
    on: system.uptime
  calc: $uptime
 units: seconds
 every: 1s
  warn: $this > 0
  info: the host is up
  exec: /bin/true
`;

const readyWithinMs = 30_000;

/** A real Netdata agent on a loopback port, with an alarm that is always raised. */
export class NetdataProcess {
  readonly url: string;
  readonly #folder = mkdtempSync(join(tmpdir(), "statwire-netdata-"));
  readonly #binary: string;
  #child: ChildProcess | undefined;

  private constructor(binary: string, port: number) {
    this.#binary = binary;
    this.url = `http://127.0.0.1:${port}`;
    for (const name of ["empty", "log", "lib", "cache", "health.d"]) mkdirSync(join(this.#folder, name));
    writeFileSync(join(this.#folder, "netdata.conf"), configuration(this.#folder, port));
    writeFileSync(join(this.#folder, "health.d", "test.conf"), alarm);
    writeFileSync(join(this.#folder, ".opt-out-from-anonymous-statistics"), "");
  }

  static async start(): Promise<NetdataProcess> {
    const tell = (line: string) => void process.stdout.write(`${line}\n`);
    const { netdata = "netdata" } = await requirePrograms(["netdata"], { path: process.env.PATH, tell });
    const agent = new NetdataProcess(netdata, await anyFreePort());
    await agent.run();
    return agent;
  }

  /** Starts it, also again, and waits until it knows the processors. */
  async run(): Promise<void> {
    const conf = join(this.#folder, "netdata.conf");
    // A group of its own, because the agent starts a helper that would outlive it.
    this.#child = spawn(this.#binary, ["-D", "-c", conf, "-P", join(this.#folder, "pid")], {
      stdio: "ignore",
      detached: true,
    });
    const deadline = performance.now() + readyWithinMs;
    while (!(await this.#knows("system.cpu"))) {
      if (performance.now() > deadline) throw new Error(`no Netdata within ${readyWithinMs} ms`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Kills it the hard way. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    process.kill(-child.pid, "SIGKILL");
    await ended;
  }

  async discard(): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #knows(chart: string): Promise<boolean> {
    try {
      const response = await fetch(`${this.url}/api/v1/allmetrics?format=json&filter=${chart}`);
      return (await response.text()).includes(`"${chart}"`);
    } catch {
      return false;
    }
  }
}
