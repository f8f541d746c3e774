import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";

export interface PrivateProgram {
  /** Where its control group is, and below it those that it makes. */
  group: string;
  /** Kills all that it started. */
  stop(): Promise<void>;
}

export interface PrivateProgramOptions {
  /** Unique on this machine. */
  name: string;
  /** Shell commands, run by root; the last one should `exec` the program. */
  script: string;
  /** Is there once the program is ready. */
  readyPath: string;
  readyWithinMs: number;
}

/**
 * Runs a program that manages control groups below one of its own, in a mount namespace of its own where it sees no
 * others and an empty /run. Needs root.
 */
export async function startInOwnGroup({
  name,
  script,
  readyPath,
  readyWithinMs,
}: PrivateProgramOptions): Promise<PrivateProgram> {
  const group = `${existsSync("/sys/fs/cgroup/unified") ? "/sys/fs/cgroup/unified" : "/sys/fs/cgroup"}/${name}`;
  mkdirSync(group);
  const prepared = `
    mount --make-rprivate /
    umount -R /sys/fs/cgroup || true
    mount -t cgroup2 none /sys/fs/cgroup
    mount -t tmpfs none /run
    ${script}`;
  const enter = `echo $$ > "$1/cgroup.procs"; exec unshare --mount --cgroup sh -ec "$2"`;
  const child = spawn("sh", ["-ec", enter, "sh", group, prepared], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (bytes) => {
      said = (said + bytes).slice(-4000);
    });
  }
  const stop = () => end(child, group);
  const deadline = Date.now() + readyWithinMs;
  while (!existsSync(readyPath)) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`${name} did not start (it needs root and control groups): ${said}`);
    }
    await setTimeout(50);
  }
  return { group, stop };
}

/** Kills what is in the control group, which is all that was started, and removes the group. */
async function end(child: ChildProcess, group: string): Promise<void> {
  const exit = child.exitCode === null && child.signalCode === null ? once(child, "exit") : undefined;
  killAll(group);
  await exit;
  const deadline = Date.now() + 10_000;
  while (!removeGroups(group)) {
    if (Date.now() > deadline) throw new Error(`${group} cannot be removed`);
    await setTimeout(50);
  }
}

function killAll(group: string): void {
  if (existsSync(`${group}/cgroup.kill`)) {
    writeFileSync(`${group}/cgroup.kill`, "1");
    return;
  }
  // Linux before 5.14.
  for (const folder of [group, ...subgroups(group)]) {
    for (const pid of readFileSync(`${folder}/cgroup.procs`, "utf8").split("\n").filter(Boolean)) {
      process.kill(Number(pid), "SIGKILL");
    }
  }
}

/** False while one still has a process that is ending. */
function removeGroups(group: string): boolean {
  try {
    for (const folder of [...subgroups(group).reverse(), group]) rmdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

/** Parents before their children. */
function subgroups(group: string): string[] {
  return readdirSync(group, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => [`${group}/${name}`, ...subgroups(`${group}/${name}`)]);
}
