import { type BusUser, issueCredentials, thirdPartyFile } from "@statwire/credentials";
import { type Command, CommandError, parseOptions, required } from "../command.js";
import { openKeys } from "../installation/bus.js";
import { requireName } from "./credentials-node.js";

/** What a program of somebody else connects with. */
export const consumerCreate: Command = {
  purpose: "makes a credential with which somebody else's program reads the events of one workspace",
  usage: `statwire consumer create --name NAME --dir DIR [--workspace NAME] [--live-only]

Prints the file that was written: DIR/consumers/WORKSPACE/NAME.creds. With it a program subscribes telemetry.v1.WORKSPACE.>,
logs.v1.WORKSPACE.> and integrity.v1.WORKSPACE.> as they are sent, and reads the streams TELEMETRY, LOGS and INTEGRITY from
any date that they still hold (a consumer with the start time and one of these filters). It publishes nothing of its own
and sees no other workspace. Its inbox is _INBOX_third-party.WORKSPACE.NAME; "statwire consumer revoke" ends it.

Who reads streams is of the services' account and has to be trusted with the log; who is not gets --live-only.

  --name NAME       whose it is
  --dir DIR         what "statwire setup" or "statwire credentials init" has made, or the data of "npm start"
  --workspace NAME  [default]
  --live-only       only as they are sent: it may publish nothing at all, not even a request for the streams`,

  async run(args, { print }) {
    const options = parseOptions(args, {
      name: { type: "string" },
      dir: { type: "string" },
      workspace: { type: "string", default: "default" },
      "live-only": { type: "boolean", default: false },
    });
    const node = requireName(options.name, "--name");
    const directory = required(options.dir, "--dir");
    const workspace = requireName(options.workspace, "--workspace");
    const keys = openKeys(directory);
    if (keys === undefined) throw new CommandError(`${directory} has no keys of a bus`);
    const user: BusUser = options["live-only"] ? "listener" : "third-party";
    const file = thirdPartyFile(directory, { workspace, name: node });
    await issueCredentials(keys, user, { workspace, node }, file);
    print(file);
  },
};
