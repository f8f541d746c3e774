import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { networkInterfaces } from "node:os";
import { exitCodes, parseSettings, runService, SettingsError } from "@statwire/runtime";
import { openHostReader } from "./host-reader.js";
import { noCounters } from "./modules/module.js";
import { readOnce } from "./once.js";
import { type Outside, requireSettings, serviceShape, startCollector } from "./service.js";
import { collectorSettings, settingsFilePath } from "./settings.js";

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

const outside: Outside = {
  versions: { collector: version, node: process.versions.node },
  timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  nowMs: Date.now,
  monotonicMs: () => performance.now(),
  randomBytes,
};

if (process.argv.includes("--once")) {
  await printOnce();
} else {
  await runService({
    name: "collector",
    purpose: "Reads one host and publishes what it read. With --once it prints one reading as JSON and ends.",
    opsPortOffset: 0,
    shape: serviceShape,
    start: (service) => startCollector(service, outside),
  });
}

/** Needs no bus and leaves nothing behind. */
async function printOnce(): Promise<void> {
  try {
    const environment = parseSettings(collectorSettings, process.env);
    const settings = await requireSettings(settingsFilePath(environment));
    const reader = openHostReader({
      ...outside,
      environment,
      settings: () => settings,
      addresses: networkInterfaces,
      counters: () => noCounters,
    });
    try {
      const json = await readOnce({
        runModules: (modules) => reader.runner.run(modules),
        readInventory: reader.readInventory,
        health: () => reader.runner.health(),
        nowMs: outside.nowMs,
      });
      process.stdout.write(`${json}\n`);
    } finally {
      reader.close();
    }
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    process.stderr.write(`collector: ${error.message}\n`);
    process.exitCode = exitCodes.badSettings;
  }
}
