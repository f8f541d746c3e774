import type { Service, SettingsShape } from "@statwire/runtime";

export interface ReadinessParts {
  /** Why the snapshot store cannot be read, or nothing. */
  snapshots(): string | undefined;
  /** Why the history cannot be read, or nothing; asked only when it matters. */
  history(): Promise<string | undefined>;
  draining(): boolean;
}

/**
 * Registers when this service is ready: while it accepts requests, and one of the two stores can be read. The log is
 * needed for refreshes alone, so its loss does not take a replica out.
 */
export function addReadiness<Shape extends SettingsShape>(service: Service<Shape>, parts: ReadinessParts): void {
  service.addReadiness("listeners", () => (parts.draining() ? "draining" : undefined));
  service.addReadiness("stores", async () => {
    const snapshots = parts.snapshots();
    if (snapshots === undefined) return undefined;
    const history = await parts.history();
    return history === undefined ? undefined : `snapshots: ${snapshots}; history: ${history}`;
  });
}
