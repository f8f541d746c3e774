import { type AccountToken, accountTokens, type BusKeys, operatorJwt } from "@statwire/credentials";

/** A server of the cluster: where clients and the others reach it, and where it keeps its streams. */
export interface Member {
  name: string;
  port: number;
  routePort: number;
  folder: string;
}

/** Whom every member trusts. */
export interface Trust {
  operator: string;
  systemAccount: string;
  accounts: readonly AccountToken[];
}

/** What the members are told of an installation's keys. */
export async function trustOf(keys: BusKeys): Promise<Trust> {
  return {
    operator: await operatorJwt(keys),
    systemAccount: keys.system.getPublicKey(),
    accounts: await accountTokens(keys),
  };
}

/** nats-server.conf of a member, of nats-server 2.9 or newer, on loopback. */
export function memberConfig(
  member: Member,
  all: readonly Member[],
  { operator, systemAccount, accounts }: Trust,
): string {
  return `server_name: ${member.name}
listen: "127.0.0.1:${member.port}"
max_payload: 1MB
write_deadline: "10s"
ping_interval: "10s"
jetstream {
  store_dir: "${member.folder}/jetstream"
  max_memory_store: 64MB
  max_file_store: 8GB
}
cluster {
  name: statwire
  listen: "127.0.0.1:${member.routePort}"
  routes: [${all.map(({ routePort }) => `"nats://127.0.0.1:${routePort}"`).join(", ")}]
  # Clients go where they are told to and nowhere else, so that the network of a node can be cut.
  no_advertise: true
}
operator: "${operator}"
system_account: "${systemAccount}"
resolver {
  type: full
  dir: "${member.folder}/resolver"
  allow_delete: true
  interval: "2m"
}
resolver_preload {
${accounts.map(({ account, token }) => `  ${account}: "${token}"`).join("\n")}
}
`;
}
