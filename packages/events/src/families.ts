/** What a collector reads at its base interval or at one of its own: sub-messages of `HostSampled`. */
export const baseModules = [
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

/**
 * What changes slowly or costs more to read: sub-messages of `HostSampled`, too, but always in a family of their own.
 * They land in a table of their own, so that the views of all of them cost nothing when the base interval's readings
 * are inserted every second.
 */
export const surveyModules = [
  "gpus",
  "batteries",
  "raids",
  "physicalDisks",
  "power",
  "kernel",
  "connections",
  "clock",
  "users",
  "updates",
  "containers",
  "units",
  "tasks",
  "alerts",
] as const;

/** What a collector can read, each a sub-message of `HostSampled` with the same name. */
export const modules = [...baseModules, ...surveyModules] as const;

export type Module = (typeof modules)[number];

/**
 * A family is one cadence and one numbering of a node's events: `host` (the modules of the base interval together),
 * `host.<module>` (one slower module), `inventory`, `configuration`. Check a foreign string with `isFamily`. Lines of
 * logs have subjects of their own (`logSubject`), where the name of the log takes the family's place.
 */
export type Family = string;

/** How the lines of a log are named among the families of a node. A log has one numbering over all runs: run 0. */
export const logFamilyPrefix = "log/";

/** A kind of event is one landing table in the history store. */
export type EventKind = "host" | "survey" | "inventory" | "configuration" | "log" | "integrity" | "dropped";

/**
 * What one landing table takes: a kind of event of nodes, revisions of the configuration, which are no published events, or
 * what happened to sign-ins.
 */
export type LandedKind = EventKind | "revision" | "signin";

export const eventKinds = [
  "host",
  "survey",
  "inventory",
  "configuration",
  "log",
  "integrity",
  "dropped",
] as const satisfies readonly EventKind[];

/** Full protobuf name of each kind's message: the `ce-type` of its CloudEvents headers. */
export const eventTypes: Record<EventKind, string> = {
  host: "statwire.events.v1.HostSampled",
  survey: "statwire.events.v1.HostSampled",
  inventory: "statwire.events.v1.InventoryObserved",
  configuration: "statwire.events.v1.CollectorConfigured",
  log: "statwire.events.v1.LogLinesRead",
  integrity: "statwire.events.v1.IntegrityReported",
  dropped: "statwire.events.v1.EventsDropped",
};

const kinds: ReadonlyMap<Family, EventKind> = new Map<Family, EventKind>([
  ["host", "host"],
  ["inventory", "inventory"],
  ["configuration", "configuration"],
  ...baseModules.map((module): [Family, EventKind] => [moduleFamily(module), "host"]),
  ...surveyModules.map((module): [Family, EventKind] => [moduleFamily(module), "survey"]),
]);

/** Every family of this version, dots included. */
export const families: readonly Family[] = [...kinds.keys()];

/** The family of a module that is read at its own, slower interval. */
export function moduleFamily(module: Module): Family {
  return `host.${module}`;
}

/** True for a module that never shares an event with the modules of the base interval. */
export function isSurvey(module: Module): boolean {
  return (surveyModules as readonly Module[]).includes(module);
}

/** True for the families of this version; a newer collector's unknown family is not one. */
export function isFamily(text: string): text is Family {
  return kinds.has(text);
}

/** The kind of event that a family carries, undefined for an unknown family. */
export function eventKindOf(family: Family): EventKind | undefined {
  return kinds.get(family);
}
