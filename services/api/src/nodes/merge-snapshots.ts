import {
  isLater,
  type ModuleReadings,
  type NodeSnapshot,
  type Position,
  type Reading,
  versionOf,
} from "@statwire/snapshot-store";

/**
 * What is known after reading a node twice: every part by its later position, wherever it was read. So a source that
 * lags (the history while Redis is rebuilt) never takes back what was served before.
 */
export function mergeSnapshots(served: NodeSnapshot | undefined, read: NodeSnapshot): NodeSnapshot {
  if (served === undefined) return read;
  const modules = mergeModules(served.modules, read.modules);
  const inventory = laterOf(served.inventory, read.inventory);
  const configuration = laterOf(served.configuration, read.configuration);
  const parts = [...Object.values(modules), inventory, configuration].filter((part) => part !== undefined);
  return {
    workspace: read.workspace,
    node: read.node,
    version: versionOf(parts),
    seenAtMs: Math.max(served.seenAtMs, read.seenAtMs),
    modules,
    ...(inventory !== undefined && { inventory }),
    ...(configuration !== undefined && { configuration }),
    families: mergePositions(served.families, read.families),
  };
}

function mergeModules(served: ModuleReadings, read: ModuleReadings): ModuleReadings {
  const known: Record<string, Reading<unknown> | undefined> = served;
  const merged: Record<string, Reading<unknown> | undefined> = { ...served };
  for (const [module, reading] of Object.entries(read)) merged[module] = laterOf<unknown>(known[module], reading);
  return merged as ModuleReadings;
}

function laterOf<State>(served: Reading<State> | undefined, read: Reading<State> | undefined) {
  if (served === undefined || read === undefined) return read ?? served;
  return isLater(served, read) ? served : read;
}

function mergePositions(served: Record<string, Position>, read: Record<string, Position>): Record<string, Position> {
  const merged = { ...read };
  for (const [family, position] of Object.entries(served)) {
    const other = read[family];
    if (other === undefined || isLater(position, other)) merged[family] = position;
  }
  return merged;
}
