import { compareVersions } from "./debian-version.js";
import { fieldOf, type InstalledPackage, type InstalledPackages } from "./installed.js";
import { type PackageList, priorities } from "./package-lists.js";

export interface PendingUpdate {
  package: string;
  installedVersion: string;
  candidateVersion: string;
  security: boolean;
}

interface Candidate {
  version: string;
  priority: number;
  security: boolean;
}

/**
 * Collects what `apt list --upgradable` would show (without held packages): the newest version that is newer than the
 * installed one, of the highest priority. A security update is one of which any newer version comes from a repository
 * of security updates, also when a later one that is not has taken its place.
 */
export class PendingUpdates {
  readonly #installed: InstalledPackages;
  readonly #best = new Map<InstalledPackage, Candidate>();

  constructor(installed: InstalledPackages) {
    this.#installed = installed;
  }

  /** Whether a package list has to be read any further for a package of that name. */
  wants(name: string): boolean {
    return this.#installed.named(name).length > 0;
  }

  /** One paragraph of a package list. */
  offer(stanza: string, { security, priority }: PackageList): void {
    if (priority === priorities.never) return;
    const version = fieldOf(stanza, "Version");
    const architecture = fieldOf(stanza, "Architecture");
    for (const installed of this.#installed.named(fieldOf(stanza, "Package"))) {
      if (!this.#fits(installed, architecture)) continue;
      if (compareVersions(version, installed.version) <= 0) continue;
      const best = this.#best.get(installed);
      this.#best.set(installed, better(best, { version, priority, security }));
    }
  }

  /** Security updates first, then by name. */
  all(): PendingUpdate[] {
    return Array.from(this.#best, ([installed, { version, security }]) => ({
      package: installed.name,
      installedVersion: installed.version,
      candidateVersion: version,
      security,
    })).sort((one, other) => Number(other.security) - Number(one.security) || (one.package < other.package ? -1 : 1));
  }

  /** A package may become independent of the architecture with an upgrade, or cease to be. */
  #fits(installed: InstalledPackage, architecture: string): boolean {
    if (architecture === installed.architecture || architecture === "all") return true;
    return installed.architecture === "all" && architecture === this.#installed.architecture;
  }
}

function better(best: Candidate | undefined, offered: Candidate): Candidate {
  if (best === undefined) return offered;
  const security = best.security || offered.security;
  const replaces = offered.priority - best.priority || compareVersions(offered.version, best.version);
  return { ...(replaces > 0 ? offered : best), security };
}
