import { modules } from "@statwire/events";
import type { Inventory } from "./inventory/inventory.js";
import type { HostReading, Reading } from "./modules/module.js";

export interface OnceDeps {
  runModules(names: readonly (typeof modules)[number][]): Promise<HostReading>;
  readInventory(): Inventory;
  health(): Reading<"collector">["modules"];
  nowMs(): number;
}

/** Between the two looks that utilization and rates need. */
const betweenMs = 500;

/** One reading of every module and the inventory as JSON for people: plain numbers in the unit that the name says. */
export async function readOnce({ runModules, readInventory, health, nowMs }: OnceDeps): Promise<string> {
  await runModules(modules);
  await new Promise((resolve) => setTimeout(resolve, betweenMs));
  const { readings, sources } = await runModules(modules);
  const failures = health().flatMap(({ module, failing, error }) => (failing ? [{ module, error }] : []));
  const all = { observedAtMs: nowMs(), ...readings, sources, inventory: readInventory(), failures };
  return JSON.stringify(toPlain(all), undefined, 2);
}

/**
 * Fixed-point fields lose their suffix and get their value: `utilizationE4: 1234` becomes `utilization: 0.1234`.
 * Names are those of the event definitions.
 */
export function toPlain(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => plainField(name, field)));
}

function plainField(name: string, field: unknown): [string, unknown] {
  const fixedPoint = /^(.+)E(\d)$/.exec(name);
  if (fixedPoint === null || typeof field !== "number") return [snakeCase(name), toPlain(field)];
  const [, base = "", digits = "0"] = fixedPoint;
  return [snakeCase(base), field / 10 ** Number(digits)];
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
