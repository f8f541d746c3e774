import { type CollectorConfigured, modules } from "@statwire/events";
import type { Plain } from "./plain.js";
import { shownUrl } from "./settings/netdata-settings.js";
import type { CollectorSettings } from "./settings-file.js";

/** What a `CollectorConfigured` says beside the numbers that every event carries. */
export type Configuration = Omit<Plain<CollectorConfigured>, "bootId" | "sequence" | "observedAtMs">;

/** The settings in force as others are told: nothing secret. `sampling` is false while reading is stopped. */
export function toConfiguration(settings: CollectorSettings, sampling: boolean): Configuration {
  const { baseIntervalMs, netdata, thresholds } = settings;
  return {
    sampling,
    baseIntervalMs,
    modules: modules.map((module) => {
      const { enabled, intervalMs, sources } = settings.modules[module];
      return { module, enabled, intervalMs, sources: [...sources] };
    }),
    thresholds: thresholds.map((threshold) => ({ ...threshold })),
    logs: [],
    logIntervalMs: 30_000,
    netdataEnabled: netdata.enabled,
    netdataUrl: netdata.enabled ? shownUrl(netdata.url) : "",
  };
}
