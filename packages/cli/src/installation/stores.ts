import { createHash } from "node:crypto";
import { join } from "node:path";
import { keptSecret, writePrivate } from "@statwire/credentials";

/** Users of ClickHouse: whose password lies in which folder, and its name in the server's list. */
const clickhouseUsers = [
  { folder: "ingester", element: "statwire_password_sha256" },
  { folder: "api", element: "api_password_sha256" },
  { folder: "grafana", element: "grafana_password_sha256" },
] as const;

/**
 * A password for each user of ClickHouse in the folder of who uses it, and for the server a list of their hashes,
 * which `deploy/clickhouse/users.xml` takes them from.
 */
export function writeClickhousePasswords(directory: string): void {
  const elements = clickhouseUsers.map(({ folder, element }) => {
    const password = keptSecret(join(directory, folder, "clickhouse-password"));
    return `  <${element}>${sha256Hex(password)}</${element}>`;
  });
  writePrivate(
    join(directory, "clickhouse/passwords.xml"),
    `<!-- SHA-256 of the passwords. Generated; do not edit. -->\n<clickhouse>\n${elements.join("\n")}\n</clickhouse>\n`,
  );
}

/** Who reads or writes the latest state. */
const redisUsers = ["cache-projector", "api"] as const;

/**
 * The URL of Redis, password included, in the folders of those who use it, and for the server the users with the hashes
 * of their passwords. Administration is for nobody; `health` may ping, and has nothing to lose.
 */
export function writeRedisUsers(directory: string, address: string): void {
  const lines = redisUsers.map((user) => {
    const password = keptSecret(join(directory, user, "redis-password"));
    writePrivate(join(directory, user, "redis-url"), `redis://${user}:${password}@${address}\n`);
    return `user ${user} on #${sha256Hex(password)} ~* &* +@all -@admin -@dangerous +info`;
  });
  const rest = ["user default off", "user health on nopass -@all +ping"];
  writePrivate(join(directory, "redis/users.acl"), `${[...rest, ...lines].join("\n")}\n`);
}

/** Key of the API, password of Grafana's administrator, and the key that Grafana encrypts its own secrets with. */
export function writeOtherSecrets(directory: string): void {
  const files = ["api/api-key", "api/secrets-key", "grafana/admin-password", "grafana/secret-key"];
  for (const file of files) keptSecret(join(directory, file));
}

function sha256Hex(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
