import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { formerNodeCredentials } from "@statwire/credentials";
import type { Servers } from "../operating/servers.js";
import { type Finding, ok, warn } from "./finding.js";

/** The credentials of nodes, where the installation's keys can be seen. */
export function checkCredentials({ bus }: Servers): Finding[] {
  const installation = dirname(dirname(bus.credentialsFile ?? ""));
  const folder = ["bus-keys", "keys"].map((name) => join(installation, name)).find(existsSync);
  if (bus.credentialsFile === undefined || folder === undefined) return [];
  try {
    return [judgeCredentials(formerNodeCredentials(folder))];
  } catch {
    // Whoever asks may not read them, which is as it should be.
    return [];
  }
}

/** Whether nodes have credentials of the account that is theirs. */
export function judgeCredentials(former: readonly string[]): Finding {
  const check = "credentials of nodes";
  if (former.length === 0) return ok(check, "are of an account of their own");
  const text = `${former.length} are of the services' account: such a node can make the log's own interface speak`;
  const remedy =
    'start npm start again, or run "statwire setup" (or "statwire credentials init") and start the bus again: it makes ' +
    "new ones and says which nodes to bring them to";
  return warn(check, text, remedy);
}
