import { revokeCredentials, thirdPartyFile } from "@statwire/credentials";
import { type Command, CommandError, parseOptions, required } from "../command.js";
import { openKeys } from "../installation/bus.js";
import { announceRevocations } from "../installation/revocations.js";
import { requireName } from "./credentials-node.js";

/** The end of what somebody else's program connects with. */
export const consumerRevoke: Command = {
  purpose: "revokes the credential of somebody else's program: the bus cuts it off and refuses its return",
  usage: `statwire consumer revoke --name NAME --dir DIR [--workspace NAME] [--bus URL]

  --name NAME       whose it is
  --dir DIR         where it was made
  --workspace NAME  [default]
  --bus URL         the running bus, such as nats://127.0.0.1:4222; without it, it knows when it is started again`,

  async run(args, { print }) {
    const options = parseOptions(args, {
      name: { type: "string" },
      dir: { type: "string" },
      workspace: { type: "string", default: "default" },
      bus: { type: "string" },
    });
    const name = requireName(options.name, "--name");
    const directory = required(options.dir, "--dir");
    const keys = openKeys(directory);
    if (keys === undefined) throw new CommandError(`${directory} has no keys of a bus`);
    const workspace = requireName(options.workspace, "--workspace");
    const count = revokeCredentials(keys, thirdPartyFile(directory, { workspace, name }));
    if (count === 0 && options.bus === undefined) {
      throw new CommandError(`no credential was made for ${name} in ${workspace}, or all of them are revoked`);
    }
    await announceRevocations(directory, keys, options.bus, { print });
    print(`${count} credentials of ${name} in ${workspace} revoked`);
  },
};
