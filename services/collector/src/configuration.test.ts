import { decodeCollectorConfigured } from "@statwire/events";
import { expect, it } from "vitest";
import { toConfiguration } from "./configuration.js";
import { configurationEvent } from "./events.js";
import { defaultSettings, parseSettingsFile } from "./settings-file.js";

it("says what is in force, without credentials", () => {
  const file = {
    netdata: { url: "http://me:secret@127.0.0.1:19999/agent/?token=secret" },
    modules: { cpu: { interval_ms: 1000, sources: ["netdata", "direct"] }, processes: { enabled: false } },
    metrics_thresholds: { ram_usage: { warning: 70, critical: 95 } },
    logs: {
      syslog: { path: "/var/log/syslog", display_name: "System", lines: 20, redact_strings: ["secret"] },
      journal: { journald: { units: ["ssh.service"] }, enabled: false },
    },
    log_interval_ms: 5000,
  };
  const loaded = parseSettingsFile("", JSON.stringify(file));
  if (!loaded.ok) throw new Error(loaded.problem);
  const identity = { bootId: 7, sequence: 3, observedAtMs: 1000 };
  const bytes = configurationEvent(identity, toConfiguration(loaded.settings, false));
  expect(Buffer.from(bytes).includes("secret")).toBe(false);
  const configured = decodeCollectorConfigured(bytes);
  expect(configured).toMatchObject({
    bootId: 7n,
    sequence: 3n,
    observedAtMs: 1000n,
    sampling: false,
    baseIntervalMs: 4000,
    logIntervalMs: 5000,
    netdataEnabled: true,
    netdataUrl: "http://127.0.0.1:19999/agent/",
    thresholds: [
      { metric: "cpu_usage", warning: 80, critical: 90, below: false },
      { metric: "ram_usage", warning: 70, critical: 95, below: false },
    ],
    logs: [
      { name: "syslog", displayName: "System", enabled: true, lineLimit: 20, redacts: true, kind: "file" },
      { name: "journal", displayName: "journal", enabled: false, lineLimit: 100, redacts: false, kind: "journald" },
    ],
  });
  const moduleNamed = (name: string) => configured.modules.find(({ module }) => module === name);
  expect(moduleNamed("cpu")).toMatchObject({ enabled: true, intervalMs: 1000, sources: ["netdata", "direct"] });
  expect(moduleNamed("processes")?.enabled).toBe(false);
  expect(moduleNamed("alerts")).toMatchObject({ enabled: true, intervalMs: 30_000, sources: ["netdata"] });
});

it("names no address where Netdata is off", () => {
  expect(toConfiguration(defaultSettings, true)).toMatchObject({
    sampling: true,
    netdataEnabled: false,
    netdataUrl: "",
  });
});
