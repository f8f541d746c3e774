import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { accountTokens, type BusKeys } from "@statwire/credentials";
import { CommandError, type Outside } from "../command.js";
import { writeOperatorConfig } from "./bus.js";
import { pushAccounts } from "./push-account.js";

/**
 * Writes what was revoked to where a server starts with it, and tells a running one.
 * @param url of the running server; absent: it learns of it when it starts
 * @throws CommandError when it cannot be told.
 */
export async function announceRevocations(
  directory: string,
  keys: BusKeys,
  url: string | undefined,
  { print }: Pick<Outside, "print">,
): Promise<void> {
  const natsFolder = join(directory, "nats");
  // Not that of `npm start`, which writes its server's configuration itself.
  if (existsSync(join(natsFolder, "operator.conf"))) await writeOperatorConfig(natsFolder, keys);
  if (url === undefined) return;
  const ofUsers = (await accountTokens(keys)).filter(({ account }) => account !== keys.system.getPublicKey());
  await pushAccounts(url, systemCredentials(directory), ofUsers);
  print(`${url} knows`);
}

/** Where the one or the other command, or `npm start`, has put them. */
function systemCredentials(directory: string): Uint8Array {
  const folders = ["admin", "credentials", "nats/credentials"];
  const file = folders.map((folder) => join(directory, folder, "system.creds")).find(existsSync);
  if (file === undefined) throw new CommandError(`${directory} has no system.creds, so the server cannot be told`);
  return readFileSync(file);
}
