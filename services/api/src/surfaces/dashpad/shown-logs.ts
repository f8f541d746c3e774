import type { LogConfigurationState } from "@statwire/snapshot-store";

/** A log as this surface shows it. */
export interface ShownLog {
  name: string;
  displayName: string;
  enabled: boolean;
  lineLimit: number;
  redacts: boolean;
}

/** DashPad's own, for a log that is not configured with another. */
const defaultLineLimit = 100;

/** How many logs of a node are shown; any other can be asked for by its name. */
export const shownLogsMax = 64;

/**
 * The logs of a node, in the order in which they are configured: each entry by its name, or where it stands for several
 * files, the `<entry>/<file>` that were heard of. Without a configuration, every log that was heard of.
 */
export function shownLogs(
  configured: readonly LogConfigurationState[] | undefined,
  heardOf: readonly string[],
): ShownLog[] {
  const logs = configured?.flatMap((entry) => logsOf(entry, heardOf)) ?? heardOf.map(unconfigured);
  return logs.slice(0, shownLogsMax);
}

/** A log by its name, undefined when it is not configured, switched off, or was never heard of. */
export function findLog(
  configured: readonly LogConfigurationState[] | undefined,
  heardOf: readonly string[],
  name: string,
): ShownLog | undefined {
  if (configured === undefined) return heardOf.includes(name) ? unconfigured(name) : undefined;
  const found = configured.flatMap((entry) => logsOf(entry, heardOf)).find((log) => log.name === name);
  return found?.enabled ? found : undefined;
}

function logsOf(entry: LogConfigurationState, heardOf: readonly string[]): ShownLog[] {
  const files = heardOf.filter((name) => name.startsWith(`${entry.name}/`));
  if (files.length === 0) return [toShownLog(entry, entry.name, entry.displayName || entry.name)];
  return files.map((name) => {
    const file = name.slice(entry.name.length + 1);
    return toShownLog(entry, name, `${entry.displayName || entry.name} (${file})`);
  });
}

function toShownLog(
  { enabled, lineLimit, redacts }: LogConfigurationState,
  name: string,
  displayName: string,
): ShownLog {
  return { name, displayName, enabled, lineLimit: lineLimit || defaultLineLimit, redacts };
}

function unconfigured(name: string): ShownLog {
  return { name, displayName: name, enabled: true, lineLimit: defaultLineLimit, redacts: false };
}
