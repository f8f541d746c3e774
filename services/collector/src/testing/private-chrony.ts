import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { anyFreePort } from "@statwire/embedded-stack/testing";

/** A chronyd of a test's own on loopback ports, which never touches the clock (`-x`). */
export interface PrivateChrony {
  ntpPort: number;
  commandPort: number;
  /** One line of `chronyc -c tracking`, split. */
  tracking(): string[];
  stop(): Promise<void>;
}

/** Starts one that follows the server of that port, or its own clock at stratum 3 without one. Waits until it answers. */
export async function startChrony(serverPort?: number): Promise<PrivateChrony> {
  const folder = mkdtempSync(join(tmpdir(), "statwire-chrony-"));
  const [ntpPort, commandPort] = [await anyFreePort(), await anyFreePort()];
  const source =
    serverPort === undefined
      ? "local stratum 3"
      : `server 127.0.0.1 port ${serverPort} iburst minpoll 0 maxpoll 0 minsamples 1\nallow 127.0.0.1`;
  writeFileSync(
    `${folder}/chrony.conf`,
    `${source}
allow 127.0.0.1
bindaddress 127.0.0.1
bindcmdaddress 127.0.0.1
bindcmdaddress /
port ${ntpPort}
cmdport ${commandPort}
pidfile ${folder}/chronyd.pid
driftfile ${folder}/drift
`,
  );
  // -d keeps it in the foreground, -x leaves the clock alone, -U and -u let it run as whoever runs the test.
  const user = execFileSync("id", ["-un"], { encoding: "utf8" }).trim();
  const child = spawn("chronyd", ["-d", "-x", "-U", "-u", user, "-f", `${folder}/chrony.conf`], {
    stdio: "ignore",
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` },
  });
  const tracking = () =>
    execFileSync("chronyc", ["-c", "-n", "-h", "127.0.0.1", "-p", String(commandPort), "tracking"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    })
      .trim()
      .split(",");
  const stop = async () => {
    await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
  await until(`chronyd on port ${commandPort}`, () => tracking()[13] === "Normal");
  return { ntpPort, commandPort, tracking, stop };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  await exit;
}

/** Waits until something holds; an error counts as not yet. */
async function until(what: string, holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    try {
      if (holds()) return;
    } catch {
      // Not up yet.
    }
    if (Date.now() > deadline) throw new Error(`${what}: not ready within 20 s`);
    await setTimeout(100);
  }
}
