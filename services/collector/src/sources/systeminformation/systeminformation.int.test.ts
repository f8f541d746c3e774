import { execFileSync, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus, totalmem, uptime } from "node:os";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { openSystemInformation } from "./systeminformation.js";

/** The real library, in the process as it is built. */
const [childPath, libraryPath] = ["child.js", "library-process.js"].map((file) =>
  fileURLToPath(new URL(`../../../dist/sources/systeminformation/${file}`, import.meta.url)),
) as [string, string];
const host = { procRoot: "/proc", sysRoot: "/sys", fileRoot: "/" };

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

function open(changes: Partial<Parameters<typeof openSystemInformation>[0]> = {}) {
  const source = openSystemInformation({ host, accepts: () => true, process: { childPath }, ...changes });
  closers.push(() => source.close());
  return source;
}

describe("systeminformation", () => {
  it("reads this host, and agrees with what Node.js says of it", async () => {
    const source = open();
    const cpu = await source.read("cpu", 0);
    expect(cpu?.cores).toHaveLength(cpus().length);
    expect((await source.read("memory", 0))?.totalBytes).toBe(BigInt(totalmem()));
    const load = await source.read("load", 0);
    expect(Math.abs(Number(load?.uptimeMs) / 1000 - uptime())).toBeLessThan(5);
    const network = await source.read("network", 0);
    expect(network?.items.map(({ name }) => name)).toContain("lo");
    const filesystems = await source.read("filesystems", 0);
    const df = execFileSync("df", ["-kP", "/"], { encoding: "utf8" }).split("\n")[1]?.split(/ +/)[1];
    expect(filesystems?.items.find(({ mountpoint }) => mountpoint === "/")?.totalBytes).toBe(BigInt(Number(df) * 1024));
  });

  it("adds up processor time from one reading to the next", async () => {
    const source = open();
    const first = await source.read("cpu", 0);
    const second = await source.read("cpu", 1000);
    const total = (cpu: typeof first) => Number((cpu?.userMs ?? 0n) + (cpu?.systemMs ?? 0n) + (cpu?.idleMs ?? 0n));
    expect(total(first)).toBeGreaterThan(0);
    expect(total(second)).toBeGreaterThan(total(first));
  });

  it("wants only what the settings want", async () => {
    const source = open({ accepts: (module, name) => module !== "network" || name === "lo" });
    expect((await source.read("network", 0))?.items.map(({ name }) => name)).toEqual(["lo"]);
  });

  it("serves nothing to a collector that is shown the host's trees elsewhere", async () => {
    const source = open({ host: { ...host, procRoot: "/host/proc" } });
    expect([...source.modules]).toEqual([]);
    await expect(source.read("cpu", 0)).rejects.toThrow("systeminformation does not serve cpu");
  });

  it("keeps the library out of this process", async () => {
    await open().read("memory", 0);
    const loaded = Object.keys(createRequire(import.meta.url).cache);
    expect(loaded.filter((path) => path.includes("/systeminformation/lib/"))).toEqual([]);
  });

  it("ends with a collector that is killed", async () => {
    const script = `
      import { LibraryProcess } from ${JSON.stringify(libraryPath)};
      const library = new LibraryProcess({
        childPath: ${JSON.stringify(childPath)}, commandPath: "/usr/bin:/bin",
        answerWithinMs: 10000, idleMs: 60000, restMs: 60000,
      });
      await library.ask("load", 0);
      console.log(library.pid);
      setInterval(() => {}, 1000);
    `;
    const collector = spawn(process.execPath, ["--input-type=module", "-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const pid = await new Promise<number>((resolve) => collector.stdout.once("data", (text) => resolve(Number(text))));
    expect(existsSync(`/proc/${pid}`)).toBe(true);
    collector.kill("SIGKILL");
    await expect.poll(() => isRunning(pid)).toBe(false);
  });
});

/** One that has ended and that nobody has waited for is not. */
function isRunning(pid: number): boolean {
  return existsSync(`/proc/${pid}`) && !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
}
