import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { boundLog, openLog } from "./log-files.js";

export interface ProcessDefinition {
  name: string;
  command: string;
  args: readonly string[];
  env?: Record<string, string>;
  /** Working directory; ours when absent. */
  workingDir?: string;
  /** Folder of `run/<name>.pid` and `logs/<name>.log`. */
  dataDir: string;
  /** With an IPC channel a Node child sees `disconnect` when we are gone. */
  ipc?: boolean;
}

export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** A running child process. */
export interface RunningProcess {
  name: string;
  pid: number;
  logFile: string;
  exited: Promise<Exit>;
  isRunning(): boolean;
  kill(signal: NodeJS.Signals): void;
  /** SIGTERM, then SIGKILL after the deadline. */
  stop(timeoutMs?: number): Promise<Exit>;
}

export type ProcessStarter = (definition: ProcessDefinition) => Promise<RunningProcess>;

/**
 * Starts a child in a process group of its own, so that Ctrl-C reaches us alone and we stop children in order.
 * A process of the same name and folder that an earlier run has left behind is stopped first.
 */
export async function startProcess(definition: ProcessDefinition): Promise<RunningProcess> {
  const { name, dataDir } = definition;
  const pidFile = join(dataDir, "run", `${name}.pid`);
  const logFile = join(dataDir, "logs", `${name}.log`);
  await stopLeftover(pidFile);
  mkdirSync(dirname(pidFile), { recursive: true });
  const log = openLog(logFile);
  const child = spawn(definition.command, definition.args, {
    env: { ...process.env, ...definition.env },
    ...(definition.workingDir === undefined ? {} : { cwd: definition.workingDir }),
    detached: true,
    stdio: definition.ipc ? ["ignore", log, log, "ipc"] : ["ignore", log, log],
  });
  closeSync(log);
  const exited = new Promise<Exit>((resolve) => {
    child.once("exit", (code, signal) => resolve({ code, signal }));
    child.once("error", () => resolve({ code: 127, signal: null }));
  });
  if (child.pid !== undefined) writeFileSync(pidFile, `${child.pid} ${startTimeOf(child.pid) ?? ""}\n`);
  const unbound = boundLog(logFile);
  void exited.then(() => {
    unbound();
    rmSync(pidFile, { force: true });
  });
  return describeChild(name, child, logFile, exited);
}

/** The last lines of a log file, for an error message. */
export function tailOf(logFile: string, lines = 8): string {
  try {
    return readFileSync(logFile, "utf8").trimEnd().split("\n").slice(-lines).join("\n");
  } catch {
    return "";
  }
}

function describeChild(name: string, child: ChildProcess, logFile: string, exited: Promise<Exit>): RunningProcess {
  const isRunning = () => child.exitCode === null && child.signalCode === null && child.pid !== undefined;
  return {
    name,
    pid: child.pid ?? 0,
    logFile,
    exited,
    isRunning,
    kill: (signal) => void child.kill(signal),
    async stop(timeoutMs = 5_000) {
      if (!isRunning()) return exited;
      child.kill("SIGTERM");
      // A stopped process acts on no signal until it goes on.
      child.kill("SIGCONT");
      const killer = setTimeout(() => child.kill("SIGKILL"), timeoutMs);
      const exit = await exited;
      clearTimeout(killer);
      return exit;
    },
  };
}

/** Ends every process that a killed predecessor has left in a data folder; a line tells of each. */
export async function stopLeftovers(dataDir: string, tell: (line: string) => void): Promise<void> {
  const folder = join(dataDir, "run");
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".pid")) : [];
  await Promise.all(
    files.map((file) =>
      stopLeftover(join(folder, file), (pid) =>
        tell(`stopping ${basename(file, ".pid")} (process ${pid}), left behind by a run that was killed`),
      ),
    ),
  );
}

/** Ends the process that a pid file names; the kernel's start time tells it from a reused number. */
async function stopLeftover(pidFile: string, onFound: (pid: number) => void = () => undefined): Promise<void> {
  let recorded: string[];
  try {
    recorded = readFileSync(pidFile, "utf8").trim().split(" ");
  } catch {
    return;
  }
  const pid = Number(recorded[0]);
  const isOurs = () => recorded[1] !== undefined && startTimeOf(pid) === recorded[1];
  if (pid === process.pid) return;
  if (isOurs()) onFound(pid);
  for (let attempt = 0; attempt < 100 && isOurs(); attempt += 1) {
    // Stopped processes act on no signal but these two.
    for (const signal of attempt < 50 ? (["SIGTERM", "SIGCONT"] as const) : (["SIGKILL"] as const))
      signalIfAny(pid, signal);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  rmSync(pidFile, { force: true });
}

function signalIfAny(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // it has ended meanwhile
  }
}

/** Field 22 of /proc/<pid>/stat: clock ticks after boot; undefined when there is no such (living) process. */
export function startTimeOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? undefined : fields[19];
  } catch {
    return undefined;
  }
}
