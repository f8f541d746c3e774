import { z } from "zod";
import { itemsMax, type Reading } from "../../modules/module.js";
import { present } from "../../modules/present.js";
import { int64 } from "../../modules/proc-text.js";
import { parseAnswer } from "./parse-answer.js";

const told = z.number().nonnegative().nullish();

const schema = z.object({
  list: z.array(
    z.object({
      id: z.string(),
      name: z.string().nullish(),
      image: z.string().nullish(),
      state: z.string().nullish(),
      status: z.string().nullish(),
      /** Seconds since 1970. */
      created: told,
      started: told,
      restartCount: told,
    }),
  ),
  stats: z.array(
    z.object({
      /** The first digits. */
      id: z.string(),
      memUsage: told,
      memLimit: told,
      cpuPercent: told,
      pids: told,
      blockIO: z.object({ r: told, w: told }).nullish(),
      cpuStats: z.object({ cpu_usage: z.object({ total_usage: told }).nullish() }).nullish(),
      memoryStats: z.object({ stats: z.record(z.string(), z.unknown()).nullish() }).nullish(),
      networks: z.record(z.string(), z.object({ rx_bytes: told, tx_bytes: told })).nullish(),
    }),
  ),
});

type Answer = z.infer<typeof schema>;
type Stats = Answer["stats"][number];

/** Docker's containers. Without Docker the library says the same as without containers: undefined. */
export function toContainers(answer: unknown, wanted: (name: string) => boolean): Reading<"containers"> | undefined {
  const { list, stats } = parseAnswer("containers", schema, answer);
  if (list.length === 0) return undefined;
  const items = list
    .filter(({ id, name }) => wanted(name ?? id))
    .slice(0, itemsMax)
    .map((container) => {
      const usage = stats.find(({ id }) => id !== "" && container.id.startsWith(id));
      return { ...toContainer(container), ...(usage === undefined ? {} : toUsage(usage)) };
    });
  return { items };
}

function toContainer(container: Answer["list"][number]) {
  return {
    id: container.id,
    name: container.name ?? "",
    image: container.image ?? "",
    runtime: "docker",
    state: container.state ?? "",
    // The library calls it a status.
    health: container.status ?? "",
    ...present("createdAtMs", container.created || undefined, toMilliseconds),
    ...present("startedAtMs", container.started || undefined, toMilliseconds),
    ...present("restarts", container.restartCount ?? undefined, int64),
  };
}

/**
 * The library's own sum over networks is the last one's, so Docker's own numbers are added up. Bytes of memory include
 * the page cache, of which `inactive_file` can be dropped (`total_inactive_file` with control groups of version 1).
 */
function toUsage({ memUsage, memLimit, cpuPercent, pids, blockIO, cpuStats, memoryStats, networks }: Stats) {
  const interfaces = Object.values(networks ?? {});
  const total = (key: "rx_bytes" | "tx_bytes") =>
    interfaces.length === 0 ? undefined : interfaces.reduce((sum, one) => sum + (one[key] ?? 0), 0);
  const droppable = Number(memoryStats?.stats?.inactive_file ?? memoryStats?.stats?.total_inactive_file);
  const workingSet = memUsage && droppable >= 0 ? Math.max(0, memUsage - droppable) : undefined;
  return {
    ...present("cpuMs", cpuStats?.cpu_usage?.total_usage ?? undefined, (nanoseconds) => int64(nanoseconds / 1e6)),
    ...present("cpuUtilizationE4", cpuPercent ?? undefined, (percent) => Math.round(percent * 100)),
    // Zero where it was not told.
    ...present("memoryBytes", memUsage || undefined, int64),
    ...present("workingSetBytes", workingSet, int64),
    ...present("memoryLimitBytes", memLimit || undefined, int64),
    ...present("diskReadBytes", blockIO?.r ?? undefined, int64),
    ...present("diskWriteBytes", blockIO?.w ?? undefined, int64),
    ...present("receiveBytes", total("rx_bytes"), int64),
    ...present("transmitBytes", total("tx_bytes"), int64),
    ...present("processes", pids || undefined, (count) => count),
  };
}

function toMilliseconds(seconds: number): bigint {
  return int64(seconds * 1000);
}
