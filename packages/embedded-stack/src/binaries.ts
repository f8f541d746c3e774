import { spawn, spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Programs that come from the system: how Debian's package is called and what can be used instead. */
const programs = {
  "nats-server": { package: "nats-server", instead: "set NATS_URL (and NATS_CREDS_DIR) to a server of your own" },
  "redis-server": { package: "redis-server", instead: "set REDIS_URL to a server of your own" },
  netdata: { package: "netdata-core", instead: "put a `netdata` on the PATH; only the tests of that source need it" },
  logrotate: { package: "logrotate", instead: "put a `logrotate` on the PATH; only the tests of logs need it" },
  journalctl: { package: "systemd", instead: "put a `journalctl` on the PATH; only logs of kind journald need it" },
  "systemd-journal-remote": {
    package: "systemd-journal-remote",
    instead: "put a `systemd-journal-remote` on the PATH; only the tests of logs need it",
  },
  chronyd: { package: "chrony", instead: "put `chronyd` and `chronyc` on the PATH; only tests need them" },
  "systemd-analyze": { package: "systemd", instead: "install systemd (it need not run); only tests need it" },
  podman: { package: "podman", instead: "put `podman` with `crun` on the PATH; only tests need it" },
  busybox: { package: "busybox-static", instead: "put a static `busybox` on the PATH; only tests need it" },
  strace: { package: "strace", instead: "put an `strace` on the PATH; only the tests of the order of writes need it" },
  faketime: { package: "faketime", instead: "install libfaketime; only fault scenarios with clocks need it" },
  chromium: { package: "chromium", instead: "put a `chromium` on the PATH; only the browser tests need it" },
} as const;

export type Program = keyof typeof programs;

export interface SearchOptions {
  path: string | undefined;
  /** Searched after the PATH: Debian keeps servers where an ordinary user's PATH does not look. */
  systemFolders?: readonly string[];
  tell(line: string): void;
}

const systemFolders = ["/usr/sbin", "/usr/local/sbin", "/usr/lib/systemd"];

/** Finds the programs on the PATH and installs the missing ones where that is allowed. */
export async function requirePrograms(
  wanted: readonly Program[],
  options: SearchOptions,
): Promise<Record<string, string>> {
  const missing = wanted.filter((program) => findProgram(program, options) === undefined);
  if (missing.length > 0) await install(missing, options);
  return Object.fromEntries(
    wanted.map((program) => {
      const found = findProgram(program, options);
      if (found === undefined) throw new Error(missingMessage([program], "it is still missing after its installation"));
      return [program, found];
    }),
  );
}

/** The absolute path of an executable of that name, or nothing. */
export function findProgram(
  name: string,
  { path = "", systemFolders: extra = systemFolders }: SearchOptions,
): string | undefined {
  const folders = [...path.split(delimiter), ...extra].filter((folder) => folder !== "");
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

async function install(missing: readonly Program[], options: SearchOptions): Promise<void> {
  const apt = findProgram("apt-get", options);
  if (apt === undefined) throw new Error(missingMessage(missing, "there is no apt-get here"));
  const prefix = elevation(options);
  if (prefix === undefined)
    throw new Error(missingMessage(missing, "installing needs root or sudo without a password"));
  const packages = missing.map((program) => programs[program].package);
  options.tell(`installing ${packages.join(", ")} with apt-get …`);
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const attempt = () => run([...prefix, apt, "install", "-y", "--no-install-recommends", ...packages], environment);
  if ((await attempt()) === 0) return;
  options.tell("refreshing the package lists …");
  await run([...prefix, apt, "update"], environment);
  const code = await attempt();
  if (code !== 0) throw new Error(missingMessage(missing, `apt-get ended with ${code}`));
}

/** Words to put before a command that needs root; nothing when there is no way. */
function elevation(options: SearchOptions): string[] | undefined {
  if (process.getuid?.() === 0) return [];
  const sudo = findProgram("sudo", options);
  if (sudo === undefined) return undefined;
  return spawnSync(sudo, ["-n", "true"], { stdio: "ignore" }).status === 0 ? [sudo, "-n"] : undefined;
}

function missingMessage(missing: readonly Program[], reason: string): string {
  const ways = missing.map((program) => `  ${program}: ${programs[program].instead}`).join("\n");
  const packages = missing.map((program) => programs[program].package).join(" ");
  return `missing: ${missing.join(", ")} (${reason}).\nInstall with: apt-get install ${packages}\nor instead:\n${ways}`;
}

/** Runs a command whose output nobody needs unless it fails; Debian's services must not start by themselves. */
function run(words: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const [command = "", ...args] = words;
  return new Promise((resolve) => {
    const child = spawn(command, args, { env: { ...env, RUNLEVEL: "1" }, stdio: "ignore" });
    child.once("error", () => resolve(127));
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
