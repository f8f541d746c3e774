import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { networkInterfaces } from "node:os";
import type { Outside } from "./service.js";
import { keepProcessSmall } from "./small-process.js";
import { localTimezone } from "./timezone.js";

// Before what follows is loaded, which imports at the top would be.
keepProcessSmall();
const { exitCodes, parseSettings, runService, SettingsError } = await import("@statwire/runtime");
const { requireSettings, serviceShape, startCollector } = await import("./service.js");

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

const outside: Outside = {
  versions: { collector: version, node: process.versions.node },
  timezone: localTimezone(process.env),
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
  const { openHostReader } = await import("./host-reader.js");
  const { noCounters } = await import("./modules/module.js");
  const { readOnce } = await import("./once.js");
  const { collectorSettings, settingsFilePath } = await import("./settings.js");
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
