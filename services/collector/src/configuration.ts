import { type CollectorConfigured, modules } from "@statwire/events";
import type { Plain } from "./plain.js";
import { shownUrl } from "./settings/netdata-settings.js";
import type { CollectorSettings } from "./settings-file.js";

/** What a `CollectorConfigured` says beside the numbers that every event carries. */
export type Configuration = Omit<Plain<CollectorConfigured>, "bootId" | "sequence" | "observedAtMs">;

/** The settings in force as others are told: nothing secret. `sampling` is false while reading is stopped. */
export function toConfiguration(settings: CollectorSettings, sampling: boolean): Configuration {
  const { baseIntervalMs, netdata, thresholds, logs } = settings;
  return {
    sampling,
    baseIntervalMs,
    modules: modules.map((module) => {
      const { enabled, intervalMs, sources } = settings.modules[module];
      return { module, enabled, intervalMs, sources: [...sources] };
    }),
    thresholds: thresholds.map((threshold) => ({ ...threshold })),
    logs: logs.logs.map(({ name, displayName, enabled, lineLimit, redact, source }) => ({
      name,
      displayName,
      enabled,
      lineLimit,
      redacts: redact.kinds.length + redact.strings.length > 0,
      kind: source.kind,
    })),
    logIntervalMs: logs.intervalMs,
    netdataEnabled: netdata.enabled,
    netdataUrl: netdata.enabled ? shownUrl(netdata.url) : "",
  };
}
