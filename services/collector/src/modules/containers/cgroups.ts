import { existsSync, readdirSync, readFileSync } from "node:fs";

/** A container's control group, found by its name. */
export interface ContainerGroup {
  id: string;
  /** As the name says: `docker`, `podman`, `containerd`, `cri-o`, `lxc`, or `cgroup` when it says nothing. */
  runtime: string;
  /** Below the root of a hierarchy. */
  path: string;
}

/** The hierarchies of the host: the unified one (cgroup v2), and one for each controller of v1. */
export interface Hierarchies {
  unified: string | undefined;
  controllers: { memory?: string; cpuacct?: string; blkio?: string; pids?: string };
}

/** Numbers of one container since it started; undefined where its control group does not tell. */
export interface GroupUsage {
  cpuMs: number | undefined;
  memoryBytes: number | undefined;
  workingSetBytes: number | undefined;
  memoryLimitBytes: number | undefined;
  pageFaults: number | undefined;
  readBytes: number | undefined;
  writeBytes: number | undefined;
  processes: number | undefined;
}

const foldersMax = 5000;
const depthMax = 8;

/** Undefined on a host without control groups. */
export function findHierarchies(sysRoot: string): Hierarchies | undefined {
  const root = `${sysRoot}/fs/cgroup`;
  const ifThere = (path: string) => (existsSync(path) ? path : undefined);
  if (existsSync(`${root}/cgroup.controllers`)) return { unified: root, controllers: {} };
  const controllers = Object.fromEntries(
    (["memory", "cpuacct", "blkio", "pids"] as const).flatMap((name) =>
      existsSync(`${root}/${name}`) ? [[name, `${root}/${name}`]] : [],
    ),
  );
  // Both kinds may be mounted side by side; the unified one then has no controllers but counts processor time.
  const unified = ifThere(`${root}/unified/cgroup.procs`) && `${root}/unified`;
  return unified === undefined && Object.keys(controllers).length === 0 ? undefined : { unified, controllers };
}

/** Control groups of containers in any of the hierarchies, by id. Looks at 5000 folders at most. */
export function findContainerGroups({ unified, controllers }: Hierarchies): Map<string, ContainerGroup> {
  const groups = new Map<string, ContainerGroup>();
  const roots = [unified, controllers.memory ?? controllers.pids ?? controllers.cpuacct].filter(
    (root) => root !== undefined,
  );
  for (const root of roots) {
    let folders = 0;
    const visit = (path: string, depth: number) => {
      for (const name of subfolders(`${root}${path}`)) {
        folders += 1;
        if (folders > foldersMax) return;
        const below = `${path}/${name}`;
        const found = containerOf(below);
        if (found !== undefined) groups.set(found.id, groups.get(found.id) ?? { ...found, path: below });
        // Groups inside a container are its own business.
        else if (depth < depthMax) visit(below, depth + 1);
      }
    };
    visit("", 1);
  }
  return groups;
}

const prefixes: Record<string, string> = {
  docker: "docker",
  libpod: "podman",
  "cri-containerd": "containerd",
  crio: "cri-o",
};

/**
 * The container that a control group belongs to, by the last parts of its path: `docker-<id>.scope`, `libpod-<id>`,
 * `cri-containerd-<id>.scope` (systemd as cgroup driver), `/docker/<id>`, `/kubepods/…/<id>` (cgroupfs),
 * `lxc.payload.<name>`. Undefined for any other.
 */
export function containerOf(path: string): { id: string; runtime: string } | undefined {
  const [parent = "", name = ""] = path.split("/").slice(-2);
  const prefixed = /^([a-z-]+)-([\da-f]{64})(?:\.scope)?$/.exec(name);
  const runtime = prefixed?.[1] === undefined ? undefined : prefixes[prefixed[1]];
  if (runtime !== undefined) return { id: prefixed?.[2] ?? "", runtime };
  if (/^[\da-f]{64}$/.test(name)) return { id: name, runtime: parent === "docker" ? "docker" : "cgroup" };
  const lxc = /^lxc\.payload\.(.+)$/.exec(name)?.[1];
  return lxc === undefined ? undefined : { id: lxc, runtime: "lxc" };
}

/** What the container used. Files that are not there (a controller that is off) leave their numbers undefined. */
export function readGroupUsage({ unified, controllers }: Hierarchies, path: string): GroupUsage {
  const v2 = (file: string) => (unified === undefined ? undefined : readText(`${unified}${path}/${file}`));
  const v1 = (controller: keyof Hierarchies["controllers"], file: string) =>
    controllers[controller] === undefined ? undefined : readText(`${controllers[controller]}${path}/${file}`);
  const stat = v2("memory.stat") ?? v1("memory", "memory.stat") ?? "";
  const memoryBytes = numberOf(v2("memory.current") ?? v1("memory", "memory.usage_in_bytes"));
  const droppable = keyed(stat, "inactive_file") ?? keyed(stat, "total_inactive_file");
  const io = parseIo(v2("io.stat"), v1("blkio", "blkio.throttle.io_service_bytes_recursive"));
  return {
    cpuMs:
      scaled(keyed(v2("cpu.stat") ?? "", "usage_usec"), 1e-3) ?? scaled(numberOf(v1("cpuacct", "cpuacct.usage")), 1e-6),
    memoryBytes,
    workingSetBytes:
      memoryBytes === undefined || droppable === undefined ? undefined : Math.max(0, memoryBytes - droppable),
    memoryLimitBytes: limitOf(v2("memory.max") ?? v1("memory", "memory.limit_in_bytes")),
    pageFaults: keyed(stat, "total_pgfault") ?? keyed(stat, "pgfault"),
    readBytes: io?.readBytes,
    writeBytes: io?.writeBytes,
    processes: numberOf(v2("pids.current") ?? v1("pids", "pids.current")),
  };
}

/** One process of the container, or of a group inside of it; undefined when there is none. */
export function firstProcess({ unified, controllers }: Hierarchies, path: string): number | undefined {
  const roots = [unified, controllers.pids, controllers.memory, controllers.cpuacct].filter(
    (root) => root !== undefined,
  );
  for (const root of roots) {
    const inside = subfolders(`${root}${path}`).slice(0, 10);
    for (const folder of [`${root}${path}`, ...inside.map((name) => `${root}${path}/${name}`)]) {
      const pid = Number.parseInt(readText(`${folder}/cgroup.procs`) ?? "", 10);
      if (pid > 0) return pid;
    }
  }
  return undefined;
}

/** Bytes of all devices: `8:0 rbytes=1 wbytes=2 …` (v2), or lines `8:0 Read 1` (v1). */
export function parseIo(
  v2: string | undefined,
  v1: string | undefined,
): { readBytes: number; writeBytes: number } | undefined {
  const sum = (text: string, pattern: RegExp) =>
    Array.from(text.matchAll(pattern), (match) => Number(match[1])).reduce((total, bytes) => total + bytes, 0);
  if (v2 !== undefined) return { readBytes: sum(v2, /\brbytes=(\d+)/g), writeBytes: sum(v2, /\bwbytes=(\d+)/g) };
  if (v1 !== undefined) return { readBytes: sum(v1, /^\S+ Read (\d+)/gm), writeBytes: sum(v1, /^\S+ Write (\d+)/gm) };
  return undefined;
}

/** Without a limit v2 says `max`, and v1 a number that no machine has. */
function limitOf(text: string | undefined): number | undefined {
  const limit = numberOf(text);
  return limit === undefined || limit >= 2 ** 60 ? undefined : limit;
}

function keyed(text: string, key: string): number | undefined {
  return numberOf(new RegExp(`^${key} (\\d+)`, "m").exec(text)?.[1]);
}

function numberOf(text: string | undefined): number | undefined {
  const number = Number.parseInt(text ?? "", 10);
  return Number.isNaN(number) ? undefined : number;
}

function scaled(value: number | undefined, by: number): number | undefined {
  return value === undefined ? undefined : Math.round(value * by);
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return undefined;
  }
}

function subfolders(path: string): string[] {
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
  } catch {
    return [];
  }
}
