import { existsSync } from "node:fs";
import { join } from "node:path";
import { issueCredentials, nodeCredentialsFile } from "@statwire/credentials";
import { nameBytesMax } from "@statwire/events";
import { type Command, CommandError, parseOptions, required, UsageError } from "../command.js";
import { openKeys, writeOperatorConfig } from "../installation/bus.js";

/** What a collector on another machine connects with. */
export const credentialsNode: Command = {
  purpose: "makes the credential with which one node publishes, and nothing but its own readings",
  usage: `statwire credentials node --dir DIR --node NAME [--workspace NAME]

Prints the file that was written: DIR/nodes/WORKSPACE/NAME.creds, for NATS_CREDS_FILE of the collector of that node. It
is read once; move it there. A credential that is there stays.

  --dir DIR         what "statwire setup" or "statwire credentials init" has made, or the data of "npm start"
  --node NAME       NODE_ID of the collector
  --workspace NAME  its WORKSPACE [default]`,

  async run(args, { print, tell }) {
    const options = parseOptions(args, {
      dir: { type: "string" },
      node: { type: "string" },
      workspace: { type: "string", default: "default" },
    });
    const directory = required(options.dir, "--dir");
    const node = requireName(options.node, "--node");
    const workspace = requireName(options.workspace, "--workspace");
    const keys = openKeys(directory);
    if (keys === undefined) {
      throw new CommandError(`${directory} has no bus-keys; "statwire credentials init --dir ${directory}" makes them`);
    }
    const file = nodeCredentialsFile(directory, { workspace, node });
    await issueCredentials(keys, "collector", { workspace, node }, file);
    const natsFolder = join(directory, "nats");
    // Not that of `npm start`, which writes its server's configuration itself.
    if (existsSync(join(natsFolder, "operator.conf")) && (await writeOperatorConfig(natsFolder, keys))) {
      tell(`${natsFolder}/operator.conf has changed: the bus knows when it is started again`);
    }
    print(file);
  },
};

/** The value of an option that is a name in subjects. */
export function requireName(value: string | undefined, option: string): string {
  const name = required(value, option);
  if (Buffer.byteLength(name) > nameBytesMax) throw new UsageError(`${option}: expected at most ${nameBytesMax} bytes`);
  return name;
}
