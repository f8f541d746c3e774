import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Module } from "@statwire/events";
import { type Host, openHost } from "../modules/host.js";
import { type ModuleContext, noCounters } from "../modules/module.js";
import { ProcFiles } from "../modules/proc-files.js";
import { defaultTaskSettings } from "../modules/tasks/task-settings.js";

/** Trees of /proc and /sys as three kinds of host have them, and the hardware of some others. */
export type Fixture = "x86-server" | "raspberry-pi-4" | "container" | "workstation" | "laptop" | "storage-server";

export function fixturePath(name: Fixture): string {
  return fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));
}

export function fixtureHost(folder: string): Host {
  return openHost({ procRoot: `${folder}/proc`, sysRoot: `${folder}/sys`, fileRoot: folder });
}

/** What a module is opened with, on a fixture (or on a copy in `folder`) and with settings that accept everything. */
export function fixtureContext(
  name: Fixture,
  changes: Partial<ModuleContext> & { folder?: string } = {},
): ModuleContext {
  const { folder = fixturePath(name), ...overrides } = changes;
  return {
    host: fixtureHost(folder),
    files: new ProcFiles(),
    accepts: (_: Module, name: string) => !/^(?:loop|ram|zram)\d+$/.test(name),
    includes: () => false,
    topProcesses: () => 6,
    clockServers: () => [],
    containerSockets: () => [],
    tasks: () => defaultTaskSettings,
    nowMs: () => Date.UTC(2026, 6, 1, 12),
    randomBytes: (size) => new Uint8Array(size).fill(7),
    timezone: "Europe/Berlin",
    health: () => ({ ...noCounters, modules: [] }),
    ...overrides,
  };
}

/** A copy of a fixture that a test may write to; `remove` deletes it. */
export function copyFixture(name: Fixture): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "statwire-fixture-"));
  // Links stay within the copy.
  cpSync(fixturePath(name), folder, { recursive: true, verbatimSymlinks: true });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
