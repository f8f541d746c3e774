import type { Connection } from "./connection.js";
import type { Value, Variant } from "./wire.js";

/** A loaded unit, as `ListUnits` of org.freedesktop.systemd1(5) describes it. */
export interface ListedUnit {
  name: string;
  description: string;
  loadState: string;
  activeState: string;
  subState: string;
  /** Of the object that tells more. */
  path: string;
}

/** What a service says beyond the list; undefined where it does not. */
export interface ServiceDetails {
  /** Unix milliseconds. */
  sinceMs: number | undefined;
  restarts: number | undefined;
  /** Path of its control group, empty when it has none. */
  controlGroup: string;
}

const systemd = "org.freedesktop.systemd1";

export async function readSystemState(connection: Connection): Promise<string> {
  return String(await readProperty(connection, "/org/freedesktop/systemd1", `${systemd}.Manager`, "SystemState"));
}

export async function listUnits(connection: Connection): Promise<ListedUnit[]> {
  const [units] = await connection.call({
    path: "/org/freedesktop/systemd1",
    interface: `${systemd}.Manager`,
    member: "ListUnits",
    destination: systemd,
  });
  if (!Array.isArray(units)) throw new Error("systemd: ListUnits gave no list");
  return units.map((unit) => {
    const [name, description, loadState, activeState, subState, , path] = (unit as Value[]).map(String);
    if (name === undefined || path === undefined) throw new Error("systemd: ListUnits gave something else than units");
    return {
      name,
      description: description ?? "",
      loadState: loadState ?? "",
      activeState: activeState ?? "",
      subState: subState ?? "",
      path,
    };
  });
}

/** Three properties, asked for at once; one that this version of systemd has not is undefined. */
export async function readServiceDetails(connection: Connection, path: string): Promise<ServiceDetails> {
  const ask = (part: string, name: string) =>
    readProperty(connection, path, `${systemd}.${part}`, name).catch(() => undefined);
  const [since, restarts, controlGroup] = await Promise.all([
    ask("Unit", "StateChangeTimestamp"),
    ask("Service", "NRestarts"),
    ask("Service", "ControlGroup"),
  ]);
  return {
    // Microseconds; 0 for a unit that never changed.
    sinceMs: typeof since === "bigint" && since > 0n ? Number(since / 1000n) : undefined,
    restarts: typeof restarts === "number" ? restarts : undefined,
    controlGroup: typeof controlGroup === "string" ? controlGroup : "",
  };
}

async function readProperty(connection: Connection, path: string, interfaceName: string, name: string): Promise<Value> {
  const [variant] = await connection.call({
    path,
    interface: "org.freedesktop.DBus.Properties",
    member: "Get",
    destination: systemd,
    signature: "ss",
    args: [interfaceName, name],
  });
  return (variant as Variant).value;
}
