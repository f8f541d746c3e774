/** Values by `Section.Key` of a unit file, in their order; an empty one has taken back those before it. */
export type UnitSettings = Map<string, string[]>;

/**
 * Reads unit files (systemd.syntax(7)) that add up: the unit's own first, then its drop-ins. Keys may repeat; an empty
 * value takes back what was said before; a backslash at its end continues a line.
 */
export function parseUnitFiles(texts: readonly string[]): UnitSettings {
  const settings: UnitSettings = new Map();
  for (const text of texts) {
    let section = "";
    for (const raw of text.replaceAll(/\\\n/g, " ").split("\n")) {
      const line = raw.trim();
      if (line === "" || line.startsWith("#") || line.startsWith(";")) continue;
      const heading = /^\[(.+)\]$/.exec(line);
      if (heading !== null) {
        section = heading[1] ?? "";
        continue;
      }
      const at = line.indexOf("=");
      if (at < 0) continue;
      const key = `${section}.${line.slice(0, at).trim()}`;
      const value = line.slice(at + 1).trim();
      settings.set(key, value === "" ? [] : [...(settings.get(key) ?? []), value]);
    }
  }
  return settings;
}
