import { join } from "node:path";
import { busUsers, issueCredentials, renewNodeCredentials } from "@statwire/credentials";
import { type Command, parseOptions, required } from "../command.js";
import { createKeys, issueSystemCredentials, writeServerConfig } from "../installation/bus.js";
import { renewedText } from "../installation/set-up.js";

/** A bus of one's own: its keys, its server's configuration and who may use it. */
export const credentialsInit: Command = {
  purpose: "makes the keys of a bus of your own, its nats-server.conf and a credential for each service",
  usage: `statwire credentials init --dir DIR [--listen HOST:PORT] [--store-dir DIR] [--bus-tls-dir DIR] [--workspace NAME]

  DIR/nats/nats-server.conf    start the server with it: nats-server -c (version 2.10 or newer)
  DIR/credentials/*.creds      for NATS_CREDS_FILE of each service, or NATS_CREDS_DIR of npm start; collectors get
                               theirs by "statwire credentials node"
  DIR/bus-keys                 sign everything; keep them where the server is not

What is there stays.

  --listen HOST:PORT   where the server listens [0.0.0.0:4222]
  --store-dir DIR      where it keeps its streams [/var/lib/nats]
  --bus-tls-dir DIR    folder of its cert.pem and key.pem; without them nothing but a closed network should reach it
  --workspace NAME     workspace that the API serves and a consumer reads [default]`,

  async run(args, { print, tell }) {
    const options = parseOptions(args, {
      dir: { type: "string" },
      listen: { type: "string", default: "0.0.0.0:4222" },
      "store-dir": { type: "string", default: "/var/lib/nats" },
      "bus-tls-dir": { type: "string" },
      workspace: { type: "string", default: "default" },
    });
    const directory = required(options.dir, "--dir");
    // Only a collector's rights name a node.
    const anyNode = { workspace: options.workspace, node: "any" };
    const keys = createKeys(directory);
    const credentials = join(directory, "credentials");
    for (const user of busUsers.filter((name) => name !== "collector")) {
      await issueCredentials(keys, user, anyNode, join(credentials, `${user}.creds`));
    }
    for (const credential of await renewNodeCredentials(keys, directory)) tell(renewedText(credential));
    // After the credentials: those that were replaced are revoked in it.
    await writeServerConfig(join(directory, "nats"), keys, {
      listen: options.listen,
      storeDir: options["store-dir"],
      tlsDir: options["bus-tls-dir"] || undefined,
    });
    await issueSystemCredentials(keys, join(credentials, "system.creds"));
    print(`${directory} holds the keys of the bus, ${credentials} the credentials of its services`);
  },
};
