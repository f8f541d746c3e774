/** Which repository a package list is of, as its file name and its Release file say. */
export interface PackageList {
  file: string;
  security: boolean;
  priority: number;
}

/** apt's priorities (apt_preferences(5)) of a version by where it is offered. */
export const priorities = { usual: 500, onlyUpgrades: 100, never: 1 } as const;

/** Compressed lists need programs or libraries that this module has not. */
export function isCompressedList(file: string): boolean {
  return /_Packages\.\w+$/.test(file);
}

export function isList(file: string): boolean {
  return file.endsWith("_Packages");
}

/** Names of the files that say what a list's repository is, most wanted first: `<site>_dists_<suite>_InRelease`. */
export function releaseFiles(file: string): string[] {
  const stem = /^(.*)_[^_]+_binary-[^_]+_Packages$/.exec(file)?.[1] ?? file.replace(/_Packages$/, "");
  return [`${stem}_InRelease`, `${stem}_Release`];
}

/**
 * A repository that calls itself `NotAutomatic` (backports, experimental) is not upgraded from on its own; with
 * `ButAutomaticUpgrades`, packages that were once taken from it are. Pins of /etc/apt/preferences are not looked at.
 */
export function parseRelease(file: string, release: string | undefined): PackageList {
  const field = (name: string) => new RegExp(`^${name}: *(.+)$`, "m").exec(release ?? "")?.[1]?.trim() ?? "";
  const suite = /_dists_(.+)_[^_]+_binary-[^_]+_Packages$/.exec(file)?.[1] ?? "";
  const names = [suite, field("Suite"), field("Codename")];
  const notAutomatic = field("NotAutomatic") === "yes";
  const butUpgrades = field("ButAutomaticUpgrades") === "yes";
  return {
    file,
    // `bookworm-security`, and `stretch/updates` of security.debian.org in former times.
    security: names.some((name) => /-security$/.test(name)) || /^security\./.test(file),
    priority: notAutomatic ? (butUpgrades ? priorities.onlyUpgrades : priorities.never) : priorities.usual,
  };
}
