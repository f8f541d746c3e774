import type { KindName } from "@statwire/control-plane";
import { CredentialsController } from "../../../generated/configuration/credential-controller.js";
import { DevicesController } from "../../../generated/configuration/device-controller.js";
import { InvitationsController } from "../../../generated/configuration/invitation-controller.js";
import { MaintenancesController } from "../../../generated/configuration/maintenance-controller.js";
import { MembershipsController } from "../../../generated/configuration/membership-controller.js";
import { PreferencesController } from "../../../generated/configuration/preference-controller.js";
import { ProjectsController } from "../../../generated/configuration/project-controller.js";
import { ProxiesController } from "../../../generated/configuration/proxy-controller.js";
import { SettingsController } from "../../../generated/configuration/setting-controller.js";
import { TagsController } from "../../../generated/configuration/tag-controller.js";
import { TokensController } from "../../../generated/configuration/token-controller.js";
import { UsersController } from "../../../generated/configuration/user-controller.js";
import { WorkspacesController } from "../../../generated/configuration/workspace-controller.js";
import type { ConfigurationSurface } from "./surface.js";

/** The controller of each kind; the compiler names one that is missing. */
const controllers: Record<KindName, new (surface: ConfigurationSurface) => object> = {
  workspace: WorkspacesController,
  user: UsersController,
  project: ProjectsController,
  tag: TagsController,
  proxy: ProxiesController,
  device: DevicesController,
  maintenance: MaintenancesController,
  membership: MembershipsController,
  invitation: InvitationsController,
  token: TokensController,
  credential: CredentialsController,
  preference: PreferencesController,
  setting: SettingsController,
};

/** One instance of each controller, by its class. */
export function configurationControllers(surface: ConfigurationSurface): [unknown, unknown][] {
  return Object.values(controllers).map((Controller) => [Controller, new Controller(surface)]);
}
