import type { Account, Export } from "@nats-io/jwt";
import type { KeyPair } from "@nats-io/nkeys";
import type { BusUser } from "./permissions.js";

/** The accounts of the bus: the services, whose log it is, and the nodes, which only send to it. */
export type BusAccount = "services" | "nodes";

/** Whose account is which. */
export function accountOf(user: BusUser): BusAccount {
  return user === "collector" ? "nodes" : "services";
}

/** The accounts of users, and the server's own. */
export type AccountKeys = Record<BusAccount | "system", KeyPair>;

/** The parts of the log's interface that nodes may use: the last message of a subject. Of which, their permissions say. */
const lookups = [
  "$JS.API.DIRECT.GET.TELEMETRY.telemetry.v1.>",
  "$JS.API.DIRECT.GET.LOGS.logs.v1.>",
  "$JS.API.DIRECT.GET.INTEGRITY.integrity.v1.>",
];

/** What the nodes' account imports from that of the services: who sends on it into that, and what comes out of it. */
const imported = {
  // `_INBOX_api.>`: answers to commands.
  service: ["telemetry.v1.>", "logs.v1.>", "integrity.v1.>", "_INBOX_api.>", ...lookups],
  stream: ["commands.v1.>"],
} as const;

/**
 * What connects the accounts, as claims of their tokens.
 *
 * Why nodes have one of their own: the server does not ask whether a client may publish to the subject that it names for
 * a reply, and what it answers there may be a request to the log's interface or a message of another node. The answer
 * goes to where that subject leads _in the account of who asked_. So in the nodes' account none leads on:
 *
 * 1. Nodes reach the log through service imports. What passes one gets an inbox of the server (`_R_.…`) for its reply
 *    subject, and the answer comes back into the nodes' account under the subject that was named.
 * 2. There it is not taken through an import again: the server drops what came by an export and would go by the same
 *    one (`processServiceImport` in nats-server). So the services' account has one export for all that nodes import.
 * 3. The server gives every account the log's interface, by an import of `$JS.API.>` from the system account, which is
 *    another export. An account that imports this subject from there already is left alone. So the nodes' does, to
 *    where nothing is. (`to`, because nats-server 2.9 compares `local_subject` with those of the lookups, and refuses
 *    the token.)
 *
 * Commands are a stream that is imported, so that who sends one hears at once when nobody listens: nats-server 2.9 takes
 * a service import for somebody who does.
 *
 * Whoever reads streams is not in an account of its own: a pull is answered more than once, which takes an export that
 * says so beside the one of 2., and what came by the one would go by the other.
 *
 * One reply subject passes as it is: `$JS.ACK.…`. With the name of a durable consumer a node can acknowledge for it.
 */
export function connectionsOf(account: BusAccount, keys: AccountKeys): Pick<Account, "imports" | "exports"> {
  const named = (subject: string, type: Export["type"]) => ({ name: subject, type, subject });
  if (account === "services") {
    return {
      exports: [
        { ...named(">", "service"), response_type: "Singleton" },
        ...imported.stream.map((subject) => named(subject, "stream")),
      ],
    };
  }
  const [services, system] = [keys.services.getPublicKey(), keys.system.getPublicKey()];
  return {
    imports: [
      ...imported.service.map((subject) => ({ ...named(subject, "service"), account: services })),
      ...imported.stream.map((subject) => ({ ...named(subject, "stream"), account: services })),
      { ...named("$JS.API.>", "service"), account: system, to: "$JS.API.NOTHING.>" },
    ],
  };
}
