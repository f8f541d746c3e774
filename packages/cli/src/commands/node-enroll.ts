import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { newUserKey, parseUserKey, userCredentialsOf, writePrivate } from "@statwire/credentials";
import { ApiClient, apiOptions, apiUsage } from "../api/client.js";
import { type Command, CommandError, parseOptions, required, UsageError } from "../command.js";
import { requireName } from "./credentials-node.js";

/** How a node gets its credential without anybody bringing it a file. */
export const nodeEnroll: Command = {
  purpose: "gives out a token with which one node gets its credential; on the node, gets it",
  usage: `statwire node enroll --node NAME [--valid SECONDS] [OPTIONS]
statwire node enroll --token TOKEN --out FILE --url URL

The first, where the API's key is, prints a token: good once, for an hour, for that node alone. The second, on the node, makes a key
that never leaves it, has the API sign it, and writes FILE, for NATS_CREDS_FILE of the collector. Until then the key is in FILE.key:
when the answer is lost, the same command again gets it. Without --token the token is taken from STATWIRE_ENROLLMENT_TOKEN, when there is an --out.

  --node NAME      NODE_ID of the collector
  --valid SECONDS  how long the token is good, a minute to a day [3600]
  --token TOKEN    what the first has printed; other users of the machine see it while the command runs
  --out FILE       where the credential goes; a file that is there stays
${apiUsage}`,

  async run(args, outside) {
    const options = parseOptions(args, {
      ...apiOptions,
      node: { type: "string" },
      valid: { type: "string", default: "3600" },
      token: { type: "string" },
      out: { type: "string" },
    });
    const token = options.token ?? (options.out === undefined ? undefined : outside.environment[tokenVariable]);
    if (token === undefined && options.out !== undefined) {
      throw new UsageError(`--token: is required with --out, or ${tokenVariable} in the environment`);
    }
    if (token !== undefined) {
      const file = resolve(required(options.out, "--out"));
      const client = ApiClient.withoutKey(required(options.url, "--url"), outside);
      const { workspace, node } = await enroll(client, token, file);
      outside.tell(`${node} in ${workspace} has its credential`);
      outside.print(options.json ? JSON.stringify({ workspace, node, file }) : file);
      return;
    }
    const body = {
      node: requireName(options.node, "--node"),
      valid_seconds: wholeSeconds(options.valid),
    };
    const given = await ApiClient.withKey(options, outside).ask<Given>("POST", "/api/v2/enrollments", body);
    outside.print(options.json ? JSON.stringify(given) : given.token);
  },
};

const tokenVariable = "STATWIRE_ENROLLMENT_TOKEN";

type UserKey = ReturnType<typeof newUserKey>;

interface Given {
  token: string;
  expires_at: string;
}

interface Enrolled {
  workspace: string;
  node: string;
  jwt: string;
}

async function enroll(client: ApiClient, token: string, file: string): Promise<Enrolled> {
  // Asked before: the token is good once.
  if (existsSync(file)) throw new CommandError(`${file} is there already`);
  const key = keptUserKey(`${file}.key`, token);
  const body = { token, public_key: key.getPublicKey() };
  const enrolled = await client.ask<Enrolled>("POST", "/api/v2/enrollments/accept", body);
  writePrivate(file, userCredentialsOf(enrolled.jwt, key));
  rmSync(`${file}.key`);
  return enrolled;
}

/** The key that goes with a token: another one would be refused once the token was used. */
function keptUserKey(file: string, token: string): UserKey {
  const sha256 = createHash("sha256").update(token).digest("hex");
  const [usedWith, seed = ""] = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  const kept = usedWith === sha256 ? parseUserKey(seed) : undefined;
  if (kept !== undefined) return kept;
  const key = newUserKey();
  writePrivate(file, `${sha256}\n${Buffer.from(key.getSeed()).toString("ascii")}\n`);
  return key;
}

function wholeSeconds(text: string): number {
  if (!/^\d{2,5}$/.test(text) || Number(text) < 60 || Number(text) > 86_400) {
    throw new UsageError(`--valid: expected 60 to 86400 seconds, got ${text}`);
  }
  return Number(text);
}
