import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { userCredentials, writePrivate } from "@statwire/credentials";
import { CommandError, type Outside } from "../command.js";
import { openKeys } from "../installation/bus.js";
import type { Servers } from "../operating/servers.js";

const name = "restorer";

/** To create streams out of a backup, and to record how far the tables go. To delete or overwrite one, not. */
const permissions = {
  pub: {
    allow: [
      "$JS.API.STREAM.LIST",
      "$JS.API.STREAM.INFO.*",
      "$JS.API.STREAM.RESTORE.*",
      "$JS.SNAPSHOT.RESTORE.*.*",
      "$JS.API.DIRECT.GET.KV_ingest.$KV.ingest.cuts.*",
      "$KV.ingest.cuts.*",
    ],
    deny: [],
  },
  sub: { allow: [`_INBOX_${name}.>`], deny: [] },
};

/**
 * Makes the servers known under a credential that may restore, for as long as `act` takes. No such credential lies
 * about: whoever may read the installation's own keys signs one, as this does; a bus of another kind needs one in
 * NATS_CREDS_FILE.
 * @param act calls `connected` as soon as it has connected: the file is removed then, and so outlives no kill.
 */
export async function asRestorer<Result>(
  servers: Servers,
  { environment }: Outside,
  act: (servers: Servers, name: string, connected: () => void) => Promise<Result>,
): Promise<Result> {
  const keys = openKeys(servers.dataDir);
  if (keys === undefined) {
    if (environment.NATS_CREDS_FILE !== undefined) return act(servers, name, () => undefined);
    throw new CommandError(
      `${servers.dataDir} has no keys of a bus, with which the right to restore is made: --data-dir names the data folder ` +
        'of npm start or the folder of "statwire setup"; for another bus NATS_CREDS_FILE names a credential that may',
    );
  }
  const folder = mkdtempSync(join(tmpdir(), "statwire-restore-"));
  const credentialsFile = join(folder, "restorer.creds");
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    writePrivate(credentialsFile, await userCredentials(name, keys.account, permissions));
    return await act({ ...servers, bus: { ...servers.bus, credentialsFile } }, name, remove);
  } finally {
    remove();
  }
}
