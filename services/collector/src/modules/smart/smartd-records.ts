import { attributeHealth } from "./ata-attributes.js";
import { nvmeUnitBytes, type SmartHealth } from "./smart-health.js";

/**
 * The newest whole line of smartd's attribute log (smartd(8), `--attributelog`): a time, then of an ATA drive triplets
 * `\t<id>;<normalized>;<raw>;`, of others pairs `\t<name>;<value>;`.
 * @throws Error when a line is there and is none of these.
 */
export function parseAttributeLog(text: string): SmartHealth {
  // Behind the last end of a line is nothing, or a line that is still being written.
  const line = text.split("\n").at(-2) ?? "";
  if (line === "") return {};
  const [time = "", ...records] = line.split("\t");
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d;$/.test(time)) {
    throw new Error(`attrlog: expected a line that starts with a time, got "${line.slice(0, 40)}"`);
  }
  const fields = records.map((record) => record.split(";"));
  return /^\d/.test(records[0] ?? "") ? parseAta(fields) : parseNamed(fields);
}

/**
 * What smartd's state file says of its own: warnings that it gave and has not taken back. Type 1 is a failed health
 * check (smartd.conf(5), `-H`), counted while somebody is to be told of it and reset when the check passes again.
 */
export function parseStateFile(text: string): SmartHealth {
  if (text === "") return {};
  if (!text.startsWith("# smartd state file")) throw new Error(`smartd state: got "${text.slice(0, 40)}"`);
  return /^mail\.1\.count = [1-9]/m.test(text) ? { healthy: false } : {};
}

function parseAta(fields: readonly string[][]): SmartHealth {
  const attributes = fields.map(([id, normalized, raw]) => ({
    id: Number(id),
    normalized: Number(normalized),
    raw: Number(raw),
  }));
  if (attributes.some(({ id, normalized, raw }) => Number.isNaN(id + normalized + raw))) {
    throw new Error("attrlog: an attribute is no triplet of numbers");
  }
  return attributeHealth(attributes);
}

/** NVMe drives and SCSI drives share the form and no name but the temperature's. */
function parseNamed(fields: readonly string[][]): SmartHealth {
  const values = new Map(fields.map(([name = "", value = ""]) => [name, Number(value)]));
  const bad = [...values].find(([, value]) => Number.isNaN(value));
  if (bad !== undefined) throw new Error(`attrlog: ${bad[0].slice(0, 40)} is no number`);
  const warning = values.get("critical-warning");
  return {
    healthy: warning === undefined ? undefined : warning === 0,
    celsius: values.get("temperature"),
    powerOnHours: values.get("power-on-hours"),
    powerCycles: values.get("power-cycles"),
    uncorrectableErrors: values.get("media-errors") ?? total(values, ["read", "write"], "total-unc-errors", 1),
    endurancePercent: values.get("percentage-used"),
    writtenBytes:
      total(values, ["data-units-written"], "", nvmeUnitBytes) ?? total(values, ["write"], "gb-processed", 1e9),
    readBytes: total(values, ["data-units-read"], "", nvmeUnitBytes) ?? total(values, ["read"], "gb-processed", 1e9),
  };
}

/** Sum of `<prefix>-<name>` over the prefixes that are there, times what one of them is worth. */
function total(values: ReadonlyMap<string, number>, prefixes: readonly string[], name: string, worth: number) {
  const found = prefixes.flatMap((prefix) => values.get(name === "" ? prefix : `${prefix}-${name}`) ?? []);
  return found.length === 0 ? undefined : found.reduce((sum, value) => sum + value, 0) * worth;
}
