import type { User } from "@nats-io/jwt";
import { escapeToken } from "@statwire/events";

/** Services and strangers that hold a credential of their own. */
export type BusUser =
  | "ingester"
  | "cache-projector"
  | "collector"
  | "api"
  | "consumer"
  | "third-party"
  | "listener"
  | "operator";

/** Stands for the installation where a workspace is expected. */
const installation = "_";

export interface NodeIdentity {
  workspace: string;
  node: string;
}

/** What it takes to read a stream with named consumers of one's own that need no acknowledgement. */
function readStream(stream: string): string[] {
  return [`$JS.API.STREAM.INFO.${stream}`, ...consumeStream(stream)];
}

function consumeStream(stream: string): string[] {
  return [
    `$JS.API.CONSUMER.CREATE.${stream}.>`,
    `$JS.API.CONSUMER.MSG.NEXT.${stream}.*`,
    `$JS.API.CONSUMER.DELETE.${stream}.*`,
  ];
}

/** The same for one part of a stream: the server compares the filter in the subject with the one in the request. */
function readPart(stream: string, filter: string): string[] {
  return [
    `$JS.API.STREAM.INFO.${stream}`,
    `$JS.API.CONSUMER.CREATE.${stream}.*.${filter}`,
    `$JS.API.CONSUMER.INFO.${stream}.*`,
    `$JS.API.CONSUMER.MSG.NEXT.${stream}.*`,
    `$JS.API.CONSUMER.DELETE.${stream}.*`,
    `$JS.API.DIRECT.GET.${stream}.${filter}`,
    `$JS.ACK.${stream}.>`,
  ];
}

/** Creating a stream, changing its limits and making room in it; nobody may delete one. */
function ownStream(stream: string): string[] {
  return ["CREATE", "UPDATE", "PURGE"].map((verb) => `$JS.API.STREAM.${verb}.${stream}`);
}

/** The buckets of the configuration. */
const configuration = ["KV_config", "KV_secrets", "KV_claims", "KV_requests"];

/** Looking at every stream and bucket, whatever there is of them. */
function readEverything(): string[] {
  return [
    "$JS.API.INFO",
    "$JS.API.STREAM.LIST",
    "$JS.API.STREAM.INFO.*",
    "$JS.API.CONSUMER.LIST.*",
    "$JS.API.CONSUMER.CREATE.>",
    "$JS.API.CONSUMER.MSG.NEXT.*.*",
    "$JS.API.CONSUMER.DELETE.*.*",
    "$JS.API.DIRECT.GET.>",
  ];
}

/** What the nodes of a workspace say, what was found out about that, and what is said again. */
function whatIsSaid(ws: string): string[] {
  return [
    `telemetry.v1.${ws}.>`,
    `logs.v1.${ws}.>`,
    `integrity.v1.${ws}.>`,
    `replay.v1.telemetry.v1.${ws}.>`,
    `replay.v1.logs.v1.${ws}.>`,
  ];
}

/** What it takes to read what the nodes of a workspace say from the streams. */
function readWorkspace(ws: string): string[] {
  return [
    ...readPart("TELEMETRY", `telemetry.v1.${ws}.>`),
    ...readPart("LOGS", `logs.v1.${ws}.>`),
    ...readPart("INTEGRITY", `integrity.v1.${ws}.>`),
  ];
}

/**
 * The whole table: what each may publish and subscribe. Whatever is not here is refused. Replies come to an inbox of
 * one's own, because who can subscribe another's inbox reads what the log answers to it.
 */
const rules: Record<BusUser, (ws: string, node: string) => { publish: string[]; subscribe: string[] }> = {
  // Owns the streams and its positions.
  ingester: () => ({
    publish: [
      "$JS.API.INFO",
      // Of each: what a client sends first, its permissions among it, must fit into the 4 KiB that a server reads of it.
      "$JS.API.STREAM.INFO.*",
      ...["TELEMETRY", "LOGS", "INTEGRITY", "AUDIT", "DEAD_LETTERS", "KV_ingest", "KV_nodes", ...configuration].flatMap(
        ownStream,
      ),
      ...["TELEMETRY", "LOGS", "INTEGRITY", "AUDIT", "KV_config"].flatMap(consumeStream),
      // To withdraw what the log was made to send in a node's name.
      ...["TELEMETRY", "LOGS"].map((stream) => `$JS.API.STREAM.MSG.DELETE.${stream}`),
      // To say whose dead letters are given up.
      "$JS.API.DIRECT.GET.DEAD_LETTERS",
      "$JS.API.DIRECT.GET.KV_ingest.$KV.ingest.>",
      "$KV.ingest.>",
      "deadletters.v1.>",
      "integrity.v1.>",
    ],
    subscribe: ["_INBOX_ingester.>"],
  }),
  "cache-projector": () => ({
    publish: [...readStream("TELEMETRY"), ...readStream("LOGS")],
    subscribe: ["_INBOX_cache-projector.>"],
  }),
  // Its own node's subjects, and the last message on each of them.
  collector: (ws, node) => ({
    publish: [
      `telemetry.v1.${ws}.${node}.>`,
      `logs.v1.${ws}.${node}.>`,
      `$JS.API.DIRECT.GET.TELEMETRY.telemetry.v1.${ws}.${node}.>`,
      `$JS.API.DIRECT.GET.LOGS.logs.v1.${ws}.${node}.>`,
      // What it had to give up it says itself; what was found out about it, only the ingester.
      `integrity.v1.${ws}.${node}.dropped`,
      `$JS.API.DIRECT.GET.INTEGRITY.integrity.v1.${ws}.${node}.dropped`,
    ],
    subscribe: [`_INBOX_collector.${ws}.${node}.>`, `commands.v1.${ws}.${node}.>`],
  }),
  // Lines of logs are followed live; nodes get their numbers here. Owns the configuration, of every workspace: who may do
  // what with it is decided there.
  api: (ws) => ({
    publish: [
      `commands.v1.${ws}.>`,
      `$KV.nodes.${ws}.>`,
      `$JS.API.DIRECT.GET.KV_nodes.$KV.nodes.${ws}.>`,
      ...["config", "secrets", "claims", "requests"].flatMap((bucket) => [
        `$KV.${bucket}.>`,
        `$JS.API.DIRECT.GET.KV_${bucket}.$KV.${bucket}.>`,
      ]),
      ...readStream("KV_config"),
      ...readStream("KV_secrets"),
      // What happens to sign-ins, of members of the workspace and of the installation; nobody else says so.
      `audit.v1.${ws}.sign-ins`,
      `audit.v1.${escapeToken(installation)}.sign-ins`,
    ],
    subscribe: ["_INBOX_api.>", `logs.v1.${ws}.>`],
  }),
  // A third party that is trusted with the log: reads what the nodes of one workspace say, and what was found out about
  // that, live or from the streams.
  consumer: (ws) => ({
    publish: readWorkspace(ws),
    subscribe: [`_INBOX_consumer.${ws}.>`, ...whatIsSaid(ws)],
  }),
  // The same for one of several, by its name, each with an inbox that no other one sees.
  "third-party": (ws, name) => ({
    publish: readWorkspace(ws),
    subscribe: [`_INBOX_third-party.${ws}.${name}.>`, ...whatIsSaid(ws)],
  }),
  // Any third party: hears the same while it listens, and sends nothing at all.
  listener: (ws) => ({ publish: [], subscribe: whatIsSaid(ws) }),
  // A person with `statwire`: sees all, changes nothing of what nodes said. Dead letters are retried on subjects of their
  // own, so that no lane gets a second writer, and taken away when they are done with.
  operator: () => ({
    publish: [
      ...readEverything(),
      "telemetry.v1.*.*.retry.>",
      "logs.v1.*.*.*.retry.*",
      "integrity.v1.*.*.retry.*",
      "$JS.API.STREAM.MSG.DELETE.DEAD_LETTERS",
      // A backup: copies of streams, and the pause of the ingester that it needs; not the record of what is stored.
      "$JS.API.STREAM.SNAPSHOT.*",
      "$JS.SNAPSHOT.ACK.*.>",
      "$KV.ingest.holds.*",
      "replay.v1.>",
    ],
    subscribe: ["_INBOX_operator.>"],
  }),
};

/** Those of which an installation has one each. */
export const busUsers = (Object.keys(rules) as BusUser[]).filter((user) => user !== "third-party");

/** The permissions of a user's JWT. A collector may also answer the commands that it receives, once each. */
export function permissionsOf(user: BusUser, node: NodeIdentity): Partial<User> {
  const { publish, subscribe } = rules[user](escapeToken(node.workspace), escapeToken(node.node));
  return {
    // An empty list allows everything.
    pub: { allow: publish, deny: publish.length === 0 ? [">"] : [] },
    sub: { allow: subscribe, deny: [] },
    ...(user === "collector" ? { resp: { max: 1, ttl: 10_000_000_000 } } : {}),
  };
}
