import type { ControlPlane } from "@statwire/control-plane";
import type { Service, SettingsShape } from "@statwire/runtime";
import { silentMsMax } from "./tokens/open-token.js";

export interface ReadinessParts {
  /** Why the snapshot store cannot be read, or nothing. */
  snapshots(): string | undefined;
  /** Why the history cannot be read, or nothing; asked only when it matters. */
  history(): Promise<string | undefined>;
  /** Undefined until it is known. */
  controlPlane(): Pick<ControlPlane, "silentMs"> | undefined;
  draining(): boolean;
}

/**
 * Registers when this service is ready: while it accepts requests, one of the two stores can be read, and it is known which tokens
 * are good. A replica that hears nothing of the log refuses them, and others may hear of it.
 */
export function addReadiness<Shape extends SettingsShape>(service: Service<Shape>, parts: ReadinessParts): void {
  service.addReadiness("listeners", () => (parts.draining() ? "draining" : undefined));
  service.addReadiness("configuration", () => {
    const silentMs = parts.controlPlane()?.silentMs();
    if (silentMs === undefined) return "it was not read yet";
    return silentMs <= silentMsMax ? undefined : `nothing was heard of it for ${Math.floor(silentMs / 1_000)} seconds`;
  });
  service.addReadiness("stores", async () => {
    const snapshots = parts.snapshots();
    if (snapshots === undefined) return undefined;
    const history = await parts.history();
    return history === undefined ? undefined : `snapshots: ${snapshots}; history: ${history}`;
  });
}
