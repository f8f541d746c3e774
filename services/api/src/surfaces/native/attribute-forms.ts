import { findMetric } from "@statwire/events";

/** How the attribute texts of a metric look, for error messages: `<network.interface.name>:receive|transmit`. */
export function attributeForms(name: string): string {
  const entries = findMetric(name) ?? [];
  const entity = entries[0]?.entity;
  const values = entries.flatMap((entry) => (entry.fixed === undefined ? [] : [entry.fixed.value]));
  const parts = [entity === undefined ? "" : `<${entity.key}>`, values.join("|")].filter((part) => part !== "");
  return parts.length === 0 ? "no attribute" : parts.join(":");
}
