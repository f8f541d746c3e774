import type { AccountToken } from "@statwire/credentials";
import type { BusServer } from "./bus.js";

export interface OperatorTokens {
  operatorJwt: string;
  systemAccount: string;
  accounts: readonly AccountToken[];
  /** Of what the tokens say. */
  digest: string;
  /** The users that the tokens turn away, as it is recorded. */
  revoked: string;
}

/** Whom the server trusts: the part of its configuration that follows the keys. */
export function operatorConfig({ operatorJwt, systemAccount, accounts, digest, revoked }: OperatorTokens): string {
  return `# Whoever connects holds a credential that was signed by an account of this operator. Generated; do not edit.
# Accounts: ${digest}
# Revoked: ${revoked}
operator: "${operatorJwt}"
system_account: "${systemAccount}"
resolver_preload {
${accounts.map(({ account, token }) => `  ${account}: "${token}"`).join("\n")}
}
`;
}

/**
 * A nats-server.conf for one server, version 2.10 or newer; it includes `operator.conf` and `extra.conf`. `sync_interval: always` has it answer a publish when the
 * message is on the disk: the log is the truth, and must survive a power cut.
 */
export function natsServerConfig({ listen, storeDir, tlsDir }: BusServer): string {
  return `# nats-server of Statwire. Generated; settings of your own belong in extra.conf, beside this file.
server_name: statwire
listen: "${listen}"
# For health checks: /healthz?js-enabled-only=true
http: "127.0.0.1:8222"
max_payload: 1MB
max_connections: 10000
max_subscriptions: 10000
write_deadline: "10s"
ping_interval: "10s"
${tlsDir === undefined ? "" : tlsConfig(tlsDir)}
jetstream {
  store_dir: "${storeDir}/jetstream"
  max_memory_store: 64MB
  max_file_store: 64GB
  # What was acknowledged is on the disk.
  sync_interval: always
}

include operator.conf
resolver {
  type: full
  dir: "${storeDir}/resolver"
  allow_delete: true
  interval: "2m"
}
include extra.conf
`;
}

function tlsConfig(tlsDir: string): string {
  return `
# Every client has to use TLS, the services here as well.
tls {
  cert_file: "${tlsDir}/cert.pem"
  key_file: "${tlsDir}/key.pem"
}
`;
}
