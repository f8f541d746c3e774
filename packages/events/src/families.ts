/** What a collector can read, each a sub-message of `HostSampled` with the same name. */
export const modules = [
  "cpu",
  "load",
  "memory",
  "swap",
  "filesystems",
  "disks",
  "network",
  "sensors",
  "processes",
  "pressure",
  "sockets",
  "collector",
] as const;

export type Module = (typeof modules)[number];

/**
 * A family is one cadence and one numbering of a node's events: `host` (the modules of the base interval together),
 * `host.<module>` (one slower module), `inventory`. Check a foreign string with `isFamily`.
 */
export type Family = string;

/** A kind of event is one message type, and one landing table in the history store. */
export type EventKind = "host" | "inventory";

export const eventKinds = ["host", "inventory"] as const satisfies readonly EventKind[];

/** Full protobuf name of each kind's message: the `ce-type` of its CloudEvents headers. */
export const eventTypes: Record<EventKind, string> = {
  host: "statwire.events.v1.HostSampled",
  inventory: "statwire.events.v1.InventoryObserved",
};

const kinds: ReadonlyMap<Family, EventKind> = new Map<Family, EventKind>([
  ["host", "host"],
  ["inventory", "inventory"],
  ...modules.map((module): [Family, EventKind] => [moduleFamily(module), "host"]),
]);

/** Every family of this version, dots included. */
export const families: readonly Family[] = [...kinds.keys()];

/** The family of a module that is read at its own, slower interval. */
export function moduleFamily(module: Module): Family {
  return `host.${module}`;
}

/** True for the families of this version; a newer collector's unknown family is not one. */
export function isFamily(text: string): text is Family {
  return kinds.has(text);
}

/** The kind of event that a family carries, undefined for an unknown family. */
export function eventKindOf(family: Family): EventKind | undefined {
  return kinds.get(family);
}
