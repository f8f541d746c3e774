import { nodeCredentialsFile, revokeCredentials, revokeEnrolled } from "@statwire/credentials";
import { ApiClient, apiOptions, apiUsage } from "../api/client.js";
import { type Command, CommandError, parseOptions, required } from "../command.js";
import { openKeys } from "../installation/bus.js";
import { announceRevocations } from "../installation/revocations.js";
import { requireName } from "./credentials-node.js";

/** The end of what a node publishes with, however it got it. */
export const nodeRevoke: Command = {
  purpose: "revokes what a node publishes with, and notes it: the bus cuts it off and refuses its return",
  usage: `statwire node revoke --node NAME --dir DIR [--bus URL] [OPTIONS]

Ends the credentials that the node got by enrolling, which the API lists, and those that "statwire credentials node" made. The node
can enroll again then. Repeating it tells the bus again.

  --node NAME      NODE_ID of the collector
  --dir DIR        where the keys of the bus are: what "statwire setup" or "statwire credentials init" has made, or the data of
                   "npm start"
  --bus URL        the running bus, such as nats://127.0.0.1:4222; without it, it knows when it is started again
${apiUsage}`,

  async run(args, outside) {
    const options = parseOptions(args, {
      ...apiOptions,
      node: { type: "string" },
      dir: { type: "string" },
      bus: { type: "string" },
    });
    const node = requireName(options.node, "--node");
    const directory = required(options.dir, "--dir");
    const keys = openKeys(directory);
    if (keys === undefined) throw new CommandError(`${directory} has no keys of a bus`);
    const client = ApiClient.withKey({ "data-dir": options.dir, ...options }, outside);
    const listed = (await client.list<ListedCredential>("/api/v2/credentials")).filter(
      (credential) => credential.node === node,
    );
    const workspace = listed[0]?.workspace ?? options.workspace ?? "default";
    const made = revokeCredentials(keys, nodeCredentialsFile(directory, { workspace, node }));
    if (listed.length === 0 && made === 0 && options.bus === undefined) {
      throw new CommandError(`no credential was made for ${node}, or all of them are revoked`);
    }
    const publicKeys = listed.map((credential) => credential.public_key);
    revokeEnrolled(keys, publicKeys);
    await announceRevocations(directory, keys, options.bus, outside);
    // Only now: until the bus was told, the list says that the credential is good, which it is.
    const good = listed.filter(({ revoked_at }) => revoked_at === null);
    for (const { id } of good) await client.ask("POST", `/api/v2/enrollments/${id}/revoked`);
    const count = good.length + made;
    outside.print(options.json ? JSON.stringify({ node, revoked: count }) : `${count} credentials of ${node} revoked`);
  },
};

interface ListedCredential {
  id: string;
  workspace: string;
  node: string;
  public_key: string;
  revoked_at: string | null;
}
