import { Baseline } from "./baseline.js";
import {
  type ContainerGroup,
  findContainerGroups,
  findHierarchies,
  firstProcess,
  type GroupUsage,
  type Hierarchies,
  readGroupUsage,
} from "./containers/cgroups.js";
import { readContainerNetwork } from "./containers/container-network.js";
import { Engines, type EnginesOptions, type KnownContainer } from "./containers/engines.js";
import { itemsMax, type ModuleContext, type ModuleReader, type Reading } from "./module.js";
import { int64 } from "./proc-text.js";

type Container = Reading<"containers">["items"][number];

/**
 * Containers: which there are by Docker's or Podman's own word (only GET requests), what they use by their control groups.
 * Where no engine can be asked, the running ones are found by the names of control groups. Absent on a host where no
 * engine answers and no such group is.
 */
export function openContainers(
  { host, containerSockets }: ModuleContext,
  options: Pick<EnginesOptions, "ask"> = {},
): ModuleReader<"containers"> {
  const engines = new Engines({ fileRoot: host.fileRoot, ...options });
  const baseline = new Baseline<Map<string, number>>();
  return {
    async sample(nowMs) {
      const hierarchies = findHierarchies(host.sysRoot);
      const groups = hierarchies === undefined ? [] : findRunning(hierarchies);
      const known = await engines.read(
        containerSockets(),
        groups
          .map(({ id }) => id)
          .sort()
          .join(" "),
        nowMs,
      );
      if (known === undefined && groups.length === 0) return undefined;
      const before = baseline.before(nowMs);
      const busyMs = new Map<string, number>();
      const items = merge(known ?? [], groups)
        .slice(0, itemsMax)
        .map(({ container, group }) => {
          const usage = group && hierarchies && readGroupUsage(hierarchies, group.path);
          if (usage?.cpuMs !== undefined) busyMs.set(container.id, usage.cpuMs);
          const elapsedMs = nowMs - (before?.atMs ?? nowMs);
          const utilization = utilizationE4(usage?.cpuMs, before?.reading.get(container.id), elapsedMs);
          return { ...container, ...reportUsage(usage, utilization), ...(group && trafficOf(host.procRoot, group)) };
        });
      baseline.keep(nowMs, busyMs);
      return { items };
    },
  };
}

interface RunningGroup extends ContainerGroup {
  /** One of its processes. */
  pid: number;
}

/** A group without a process is what a container that has ended left behind. */
function findRunning(hierarchies: Hierarchies): RunningGroup[] {
  return Array.from(findContainerGroups(hierarchies).values()).flatMap((group) => {
    const pid = firstProcess(hierarchies, group.path);
    return pid === undefined ? [] : [{ ...group, pid }];
  });
}

type Identity = Omit<Container, keyof ReturnType<typeof reportUsage> | "receiveBytes" | "transmitBytes">;

/** Engines' containers with their groups, and groups that no engine knows. */
function merge(
  known: readonly KnownContainer[],
  groups: readonly RunningGroup[],
): { container: Identity; group: RunningGroup | undefined }[] {
  const groupOf = new Map(groups.map((group) => [group.id, group]));
  const ids = new Set(known.map(({ id }) => id));
  return [
    ...known.map((container) => ({ container: reportKnown(container), group: groupOf.get(container.id) })),
    ...groups.filter(({ id }) => !ids.has(id)).map((group) => ({ container: reportUnknown(group), group })),
  ];
}

function reportKnown({
  id,
  name,
  image,
  runtime,
  state,
  health,
  createdAtMs,
  startedAtMs,
  restarts,
}: KnownContainer): Identity {
  return {
    id,
    name,
    image,
    runtime,
    state,
    health,
    createdAtMs: optionalInt64(createdAtMs),
    startedAtMs: optionalInt64(startedAtMs),
    restarts: optionalInt64(restarts),
  };
}

/** Its name is what people would type: the short id. */
function reportUnknown({ id, runtime }: ContainerGroup): Identity {
  return { id, name: id.slice(0, 12), image: "", runtime, state: "running", health: "" };
}

function reportUsage(usage: GroupUsage | undefined, cpuUtilizationE4: number | undefined) {
  return {
    cpuMs: optionalInt64(usage?.cpuMs),
    cpuUtilizationE4,
    memoryBytes: optionalInt64(usage?.memoryBytes),
    workingSetBytes: optionalInt64(usage?.workingSetBytes),
    memoryLimitBytes: optionalInt64(usage?.memoryLimitBytes),
    pageFaults: optionalInt64(usage?.pageFaults),
    diskReadBytes: optionalInt64(usage?.readBytes),
    diskWriteBytes: optionalInt64(usage?.writeBytes),
    processes: usage?.processes,
  };
}

function utilizationE4(now: number | undefined, before: number | undefined, elapsedMs: number): number | undefined {
  // A counter that went back is of a container that was started anew.
  if (now === undefined || before === undefined || now < before || elapsedMs <= 0) return undefined;
  return Math.round(((now - before) / elapsedMs) * 10_000);
}

function trafficOf(procRoot: string, { pid }: RunningGroup) {
  const traffic = readContainerNetwork(procRoot, pid);
  return traffic && { receiveBytes: int64(traffic.receiveBytes), transmitBytes: int64(traffic.transmitBytes) };
}

function optionalInt64(value: number | undefined): bigint | undefined {
  return value === undefined ? undefined : int64(value);
}
