import { stringify } from "yaml";
import { apiOptions, apiUsage } from "../api/client.js";
import { type Command, parseOptions } from "../command.js";
import { ConfigurationApi } from "../configuration/api.js";
import { toWorkspaceFile } from "../configuration/workspace-documents.js";

export const configExport: Command = {
  purpose: "the projects, devices and so on of a workspace as YAML",
  usage: `usage: statwire config export [OPTIONS] > FILE

Only what differs from the defaults, and names in the place of ids. Neither people and their rights nor secrets are in it.

${apiUsage}`,
  async run(args, outside) {
    const options = parseOptions(args, apiOptions);
    const file = toWorkspaceFile(await new ConfigurationApi(options, outside).read());
    outside.print(options.json ? JSON.stringify(file) : stringify(file, { lineWidth: 0 }).trimEnd());
  },
};
