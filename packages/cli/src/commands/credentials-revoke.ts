import { nodeCredentialsFile, revokeCredentials } from "@statwire/credentials";
import { type Command, CommandError, parseOptions, required } from "../command.js";
import { openKeys } from "../installation/bus.js";
import { announceRevocations } from "../installation/revocations.js";
import { requireName } from "./credentials-node.js";

/** The end of a node's credentials. */
export const credentialsRevoke: Command = {
  purpose: "revokes every credential that was made for a node: the bus cuts it off and refuses its return",
  usage: `statwire credentials revoke --dir DIR --node NAME [--workspace NAME] [--url URL]

DIR/nats/operator.conf says so from now on, to servers that start with it. With --url a running server is told at once.
"statwire credentials node" makes the node a new credential. Repeating it tells the server again.

  --dir DIR         what "statwire setup" or "statwire credentials init" has made
  --node NAME       NODE_ID of the collector
  --workspace NAME  its WORKSPACE [default]
  --url URL         the running server, such as nats://127.0.0.1:4222`,

  async run(args, { print }) {
    const options = parseOptions(args, {
      dir: { type: "string" },
      node: { type: "string" },
      workspace: { type: "string", default: "default" },
      url: { type: "string" },
    });
    const directory = required(options.dir, "--dir");
    const node = requireName(options.node, "--node");
    const workspace = requireName(options.workspace, "--workspace");
    const keys = openKeys(directory);
    if (keys === undefined) throw new CommandError(`${directory} has no bus-keys`);
    const count = revokeCredentials(keys, nodeCredentialsFile(directory, { workspace, node }));
    if (count === 0 && options.url === undefined) {
      throw new CommandError(`no credential was made for ${node} in ${workspace}, or all of them are revoked`);
    }
    print(`${count} credentials of ${node} in ${workspace} revoked`);
    await announceRevocations(directory, keys, options.url, { print });
    if (options.url === undefined) print("servers learn of it when they start; --url tells a running one");
  },
};
