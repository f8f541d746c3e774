import { statSync } from "node:fs";
import { findHierarchies, type GroupUsage, type Hierarchies, readGroupUsage } from "./containers/cgroups.js";
import { itemsMax, type ModuleContext, type ModuleReader, type Reading } from "./module.js";
import { int64 } from "./proc-text.js";
import { type Connection, openConnection } from "./units/connection.js";
import {
  type ListedUnit,
  listUnits,
  readServiceDetails,
  readSystemState,
  type ServiceDetails,
} from "./units/manager.js";

type Unit = Reading<"units">["items"][number];

/** systemd answers within this, or it has failed. */
const answerMs = 2500;

/** Services that more is asked of than the list says. */
const detailsMax = 150;

/**
 * Units of the system's systemd, over the bus or, for root on a host without one, over systemd's own socket. Nothing is
 * called that changes anything. Absent where systemd does not run.
 */
export function openUnits({ host }: ModuleContext): ModuleReader<"units"> {
  const root = host.fileRoot === "/" ? "" : host.fileRoot;
  const sockets = [
    { path: `${root}/run/dbus/system_bus_socket`, bus: true },
    { path: `${root}/run/systemd/private`, bus: false },
  ];
  return {
    async sample() {
      if (!isThere(`${root}/run/systemd/system`)) return undefined;
      const connection = await connectAny(sockets.filter(({ path }) => isThere(path)));
      try {
        return await readUnits(connection, findHierarchies(host.sysRoot));
      } finally {
        connection.close();
      }
    },
  };
}

/** The first that can be connected to. @throws Error naming the last that could not. */
async function connectAny(sockets: readonly { path: string; bus: boolean }[]): Promise<Connection> {
  let failure = new Error("systemd runs, but there is no socket to ask it");
  for (const socket of sockets) {
    try {
      return await openConnection({ ...socket, uid: process.getuid?.() ?? 0, deadlineMs: answerMs });
    } catch (error) {
      failure = new Error(`${socket.path}: ${error instanceof Error ? error.message : error}`);
    }
  }
  throw failure;
}

async function readUnits(connection: Connection, hierarchies: Hierarchies | undefined): Promise<Reading<"units">> {
  const [systemState, all] = await Promise.all([readSystemState(connection), listUnits(connection)]);
  const shown = chooseUnits(all);
  const asked = shown.filter(({ name, activeState }) => name.endsWith(".service") && activeState !== "inactive");
  const details = new Map(
    await Promise.all(
      asked
        .slice(0, detailsMax)
        .map(async ({ name, path }) => [name, await readServiceDetails(connection, path)] as const),
    ),
  );
  return {
    systemState,
    total: all.length,
    active: all.filter(({ activeState }) => activeState === "active").length,
    failed: all.filter(({ activeState }) => activeState === "failed").length,
    items: shown.map((unit) => reportUnit(unit, details.get(unit.name), hierarchies)),
  };
}

const shownKinds = /\.(?:service|timer|socket|mount|automount)$/;

/** Failed ones first, then those that do something, then the others, each by name. */
const ranks: Record<string, number> = {
  failed: 0,
  activating: 1,
  deactivating: 1,
  reloading: 1,
  active: 2,
  inactive: 3,
};

/** Units that people look at. One that only was mentioned by another and does not exist is none. */
export function chooseUnits(units: readonly ListedUnit[]): ListedUnit[] {
  const rank = ({ activeState }: ListedUnit) => ranks[activeState] ?? 1;
  return units
    .filter(({ name, loadState }) => shownKinds.test(name) && loadState !== "not-found")
    .sort((one, other) => rank(one) - rank(other) || (one.name < other.name ? -1 : 1))
    .slice(0, itemsMax);
}

function reportUnit(unit: ListedUnit, details: ServiceDetails | undefined, hierarchies: Hierarchies | undefined): Unit {
  const { name, loadState, activeState, subState, description } = unit;
  const usage = details?.controlGroup && hierarchies ? readGroupUsage(hierarchies, details.controlGroup) : undefined;
  return {
    name,
    loadState,
    activeState,
    subState,
    description: description.slice(0, 200),
    sinceMs: optionalInt64(details?.sinceMs),
    restarts: optionalInt64(details?.restarts),
    ...reportUsage(usage),
  };
}

function reportUsage(usage: GroupUsage | undefined) {
  return {
    cpuMs: optionalInt64(usage?.cpuMs),
    memoryBytes: optionalInt64(usage?.memoryBytes),
    tasks: optionalInt64(usage?.processes),
  };
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

function optionalInt64(value: number | undefined): bigint | undefined {
  return value === undefined ? undefined : int64(value);
}
