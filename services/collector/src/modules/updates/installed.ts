/** A package of /var/lib/dpkg/status that may be upgraded. */
export interface InstalledPackage {
  name: string;
  architecture: string;
  version: string;
}

/** Installed packages by name, taken from paragraphs of the status file. */
export class InstalledPackages {
  /** The architecture of this host: that of dpkg itself. */
  architecture = "";
  readonly #byName = new Map<string, InstalledPackage[]>();

  /** Packages on hold are left out, because an upgrade leaves them out, too. */
  add(stanza: string): void {
    const name = fieldOf(stanza, "Package");
    const [want, , status] = fieldOf(stanza, "Status").split(" ");
    if (name === "" || status === undefined || !hasVersion.has(status)) return;
    const found = { name, architecture: fieldOf(stanza, "Architecture"), version: fieldOf(stanza, "Version") };
    if (name === "dpkg") this.architecture = found.architecture;
    if (want === "hold" || found.version === "") return;
    this.#byName.set(name, [...this.named(name), found]);
  }

  /** One name may be installed for several architectures. */
  named(name: string): readonly InstalledPackage[] {
    return this.#byName.get(name) ?? [];
  }
}

/** States in which a package is there, at least unpacked (dpkg(1)). */
const hasVersion = new Set(["installed", "unpacked", "half-configured", "triggers-awaited", "triggers-pending"]);

/** The value of a field of one paragraph; empty when it has none. Field names begin a line. */
export function fieldOf(stanza: string, field: string): string {
  const key = `${field}: `;
  const at = stanza.startsWith(key) ? 0 : stanza.indexOf(`\n${key}`) + 1;
  if (at === 0 && !stanza.startsWith(key)) return "";
  const end = stanza.indexOf("\n", at);
  return stanza.slice(at + key.length, end < 0 ? undefined : end).trim();
}
