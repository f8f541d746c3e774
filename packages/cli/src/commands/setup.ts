import { hostname } from "node:os";
import { type Command, CommandError, parseOptions, required, UsageError } from "../command.js";
import { type Owner, parseOwner } from "../installation/owners.js";
import { renewedText, setUp } from "../installation/set-up.js";

/** Makes what an installation keeps secret; the one-shot job before everything else. */
export const setup: Command = {
  purpose: "makes every secret of an installation: keys and credentials of the bus, passwords, the key of the API",
  usage: `statwire setup --dir DIR [options]

One folder in DIR for each who uses some of them: nats, clickhouse, redis, grafana, ingester, cache-projector, api,
collector; bus-keys, which sign everything, and admin for yourself. What is there stays: it may run before every start.

  --dir DIR                folder of all secrets
  --node NAME              the node that runs beside the stores [the host's name]
  --workspace NAME         its workspace [default]
  --listen HOST:PORT       where the bus listens [0.0.0.0:4222]
  --store-dir DIR          where the bus keeps its streams [/var/lib/nats]
  --bus-tls-dir DIR        folder of the bus's cert.pem and key.pem, when other machines reach it
  --redis HOST:PORT        Redis, as the services see it [redis:6379]
  --owner FOLDER=UID:GID   whom a folder of DIR with all that is in it, or another, empty one, belongs to; may be repeated;
                           needs to be root`,

  async run(args, { print, tell }) {
    const options = parseOptions(args, {
      dir: { type: "string" },
      node: { type: "string", default: hostname() },
      workspace: { type: "string", default: "default" },
      listen: { type: "string", default: "0.0.0.0:4222" },
      "store-dir": { type: "string", default: "/var/lib/nats" },
      "bus-tls-dir": { type: "string" },
      redis: { type: "string", default: "redis:6379" },
      owner: { type: "string", multiple: true, default: [] },
    });
    const directory = required(options.dir, "--dir");
    const owners = options.owner.map(ownerOf);
    try {
      const renewed = await setUp({
        directory,
        node: { workspace: options.workspace, node: options.node },
        bus: { listen: options.listen, storeDir: options["store-dir"], tlsDir: options["bus-tls-dir"] || undefined },
        redisAddress: options.redis,
        owners,
      });
      for (const credential of renewed) tell(renewedText(credential));
    } catch (error) {
      throw new CommandError((error as Error).message, { cause: error });
    }
    print(`${directory} holds the secrets of the node ${options.node} in ${options.workspace} and of all services`);
  },
};

function ownerOf(text: string): Owner {
  const owner = parseOwner(text);
  if (owner === undefined) throw new UsageError(`--owner: expected FOLDER=UID:GID, got ${text}`);
  return owner;
}
