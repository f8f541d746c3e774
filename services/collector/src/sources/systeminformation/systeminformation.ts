import { fileURLToPath } from "node:url";
import type { Module } from "@statwire/events";
import type { ModuleContext, Reading } from "../../modules/module.js";
import type { Source } from "../source.js";
import { type Answer, LibraryProcess, type LibraryProcessOptions } from "./library-process.js";
import type { Question } from "./questions.js";
import { toBatteries } from "./to-batteries.js";
import { toContainers } from "./to-containers.js";
import { type CpuTotals, toCpu } from "./to-cpu.js";
import { toFilesystems } from "./to-filesystems.js";
import { toGpus } from "./to-gpus.js";
import { toLoad } from "./to-load.js";
import { toMemory, toSwap } from "./to-memory.js";
import { toNetwork } from "./to-network.js";
import { toPhysicalDisks } from "./to-physical-disks.js";
import { toSensors } from "./to-sensors.js";
import { toUsers } from "./to-users.js";

export interface SystemInformationOptions {
  host: Pick<ModuleContext["host"], "procRoot" | "sysRoot" | "fileRoot">;
  accepts: ModuleContext["accepts"];
  /** Other than usual, for tests. */
  process?: Partial<LibraryProcessOptions>;
}

const processDefaults: LibraryProcessOptions = {
  childPath: fileURLToPath(new URL("./child.js", import.meta.url)),
  // Fixed: a folder that somebody else may write to must not decide what is run.
  commandPath: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
  answerWithinMs: 10_000,
  idleMs: 60_000,
  restMs: 60_000,
};

/**
 * What this host has not is not looked for again for so long: the library starts a dozen commands to find no graphics
 * processor, and its process may end meanwhile.
 */
const absentForMs = 600_000;

type Mapped<M extends Module> = (answer: Answer, accepts: (name: string) => boolean) => Reading<M> | undefined;

/** A module, what the library is asked for it, and how its answer becomes a reading. */
interface Served<M extends Module> {
  question: Question;
  toReading: Mapped<M>;
}

/**
 * The npm package systeminformation, which runs commands (lspci, nvidia-smi, smartctl, df, who, …) in a process of its
 * own. It reads its own /proc and /sys, so it serves nothing to a collector that is shown the host's trees elsewhere.
 */
export function openSystemInformation({ host, accepts, process }: SystemInformationOptions): Source {
  const library = new LibraryProcess({ ...processDefaults, ...process });
  const ownTrees = host.procRoot === "/proc" && host.sysRoot === "/sys" && host.fileRoot === "/";
  const served = ownTrees ? servedModules() : {};
  const absentUntilMs = new Map<Module, number>();
  return {
    name: "systeminformation",
    modules: new Set(Object.keys(served) as Module[]),
    async read<M extends Module>(module: M, monotonicMs: number): Promise<Reading<M> | undefined> {
      const how = served[module] as Served<M> | undefined;
      if (how === undefined) throw new Error(`systeminformation does not serve ${module}`);
      if (monotonicMs < (absentUntilMs.get(module) ?? Number.NEGATIVE_INFINITY)) return undefined;
      const answer = await library.ask(how.question, monotonicMs);
      const reading = how.toReading(answer, (name) => accepts(module, name));
      if (reading === undefined) absentUntilMs.set(module, monotonicMs + absentForMs);
      return reading;
    },
    close: () => library.close(),
  };
}

/** Modules that the library can serve where it reads the host's own trees. */
export const systemInformationModules: ReadonlySet<Module> = new Set(Object.keys(servedModules()) as Module[]);

function servedModules(): { [M in Module]?: Served<M> } {
  return {
    cpu: { question: "cpu", toReading: openCpuTotals() },
    load: { question: "load", toReading: ({ value }) => toLoad(value) },
    memory: { question: "memory", toReading: ({ value }) => toMemory(value) },
    swap: { question: "memory", toReading: ({ value }) => toSwap(value) },
    filesystems: { question: "filesystems", toReading: ({ value }, accepts) => toFilesystems(value, accepts) },
    network: { question: "network", toReading: ({ value }, accepts) => toNetwork(value, accepts) },
    sensors: { question: "sensors", toReading: ({ value }, accepts) => toSensors(value, accepts) },
    users: { question: "users", toReading: ({ value }, accepts) => toUsers(value, accepts) },
    gpus: { question: "gpus", toReading: ({ value }, accepts) => toGpus(value, accepts) },
    batteries: { question: "batteries", toReading: ({ value }, accepts) => toBatteries(value, accepts) },
    physicalDisks: { question: "physicalDisks", toReading: ({ value }, accepts) => toPhysicalDisks(value, accepts) },
    containers: { question: "containers", toReading: ({ value }, accepts) => toContainers(value, accepts) },
  };
}

function openCpuTotals(): Mapped<"cpu"> {
  let totals: CpuTotals | undefined;
  return ({ value, run }) => {
    const said = toCpu(value, run, totals);
    totals = said.totals;
    return said.reading;
  };
}
