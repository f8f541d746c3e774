import { type ClientRequest, Agent as HttpAgent, request as httpRequest, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { type LandedKind, landedSchemas } from "@statwire/events";
import type { History } from "../connect.js";

/** One insert: the body of a `LandedBatch`, and the token under which it counts once. */
export interface LandedInsert {
  kind: LandedKind;
  /** Length-delimited `Landed…` messages. */
  body: Uint8Array;
  /** Names the range of the log that the body holds; never used again for another range. */
  token: string;
}

/** Stored (now, or by an earlier insert of the same token), or refused because an event in it cannot be parsed. */
export type InsertOutcome = { ok: true } | Refused;
export type Refused = { ok: false; poison: true; code: number; reason: string };

const timeoutMs = 120_000;
const agentOptions = { keepAlive: true, maxSockets: 4 };
const agents = { "http:": new HttpAgent(agentOptions), "https:": new HttpsAgent(agentOptions) };

/** ClickHouse error codes that a malformed event causes, whatever the state of the server (ErrorCodes.cpp). */
const parseErrorCodes = new Set([
  6, // CANNOT_PARSE_TEXT
  26, // CANNOT_PARSE_QUOTED_STRING
  27, // CANNOT_PARSE_INPUT_ASSERTION_FAILED
  32, // ATTEMPT_TO_READ_AFTER_EOF
  33, // CANNOT_READ_ALL_DATA
  70, // CANNOT_CONVERT_TYPE
  72, // CANNOT_PARSE_NUMBER
  117, // INCORRECT_DATA
  128, // TOO_LARGE_ARRAY_SIZE
  131, // TOO_LARGE_STRING_SIZE
  321, // VALUE_IS_OUT_OF_RANGE_OF_DATA_TYPE
  436, // PROTOBUF_BAD_CAST
  444, // UNKNOWN_PROTOBUF_FORMAT
]);

/** What the server answers when its own copy of the schema is empty or cut short. */
const schemaErrorCodes = new Set([
  36, // BAD_ARGUMENTS
  434, // CANNOT_PARSE_PROTOBUF_SCHEMA
]);

/**
 * Inserts a batch into the landing table of its kind, as one block. The server parses the events; a refused batch
 * leaves nothing behind. The settings are the same on every retry: the token is remembered per block.
 * @param signal no more waiting for the answer
 * @throws Error when the server is away, overloaded or wrongly set up, or the signal aborts: the same insert may be
 * repeated for ever.
 */
export function insertLanded(
  history: History,
  { kind, body, token }: LandedInsert,
  signal?: AbortSignal,
): Promise<InsertOutcome> {
  return insert(history, { kind, body, table: `landing_${kind}`, settings: deduplicated(token) }, signal);
}

/**
 * Inserts a batch into a table that looks like the landing table of its kind, for which the server remembers no token: a
 * repeat counts again.
 * @throws Error when the server is away, overloaded or wrongly set up.
 */
export function unrememberedInsert(
  history: History,
  { kind, body, table }: Pick<LandedInsert, "kind" | "body"> & { table: string },
): Promise<InsertOutcome> {
  return insert(history, { kind, body, table, settings: { insert_deduplicate: "0" } });
}

interface Insert {
  kind: LandedKind;
  body: Uint8Array;
  table: string;
  settings: Record<string, string>;
}

async function insert(
  history: History,
  { kind, body, table, settings }: Insert,
  signal?: AbortSignal,
): Promise<InsertOutcome> {
  const parameters = insertParameters(history, { kind, table, settings });
  const { statusCode, headers, text } = await post(history, { parameters, body, signal });
  if (statusCode === 200 && headers["x-clickhouse-exception-code"] === undefined) return { ok: true };
  const code = Number(headers["x-clickhouse-exception-code"] ?? 0);
  const reason = text.slice(0, 500);
  if (parseErrorCodes.has(code)) return { ok: false, poison: true, code, reason };
  const { insert_deduplication_token: token = "without a token" } = settings;
  const failure = `insert ${token} into ${table}: HTTP ${statusCode}, code ${code}: ${reason}`;
  if (schemaErrorCodes.has(code)) await forgetSchemas(history, failure);
  throw new Error(failure);
}

/**
 * The server keeps each schema that it was sent in a file, and reads only that, once. A full disk leaves the file empty:
 * no message is found in it then, until the server has forgotten it.
 */
async function forgetSchemas({ client }: History, failure: string): Promise<void> {
  try {
    await client.command({ query: "SYSTEM DROP FORMAT SCHEMA CACHE" });
  } catch (cause) {
    throw new Error(`${failure}; its copy of the schema is not dropped: ${(cause as Error).message}`, { cause });
  }
}

function deduplicated(token: string): Record<string, string> {
  return {
    deduplicate_insert: "enable",
    insert_deduplication_token: token,
    deduplicate_blocks_in_dependent_materialized_views: "1",
  };
}

function insertParameters({ options }: History, { kind, table, settings }: Omit<Insert, "body">): string {
  const { message, schema } = landedSchemas[kind];
  return new URLSearchParams({
    query: `INSERT INTO ${table} FORMAT Protobuf`,
    database: options.database,
    format_schema_source: "string",
    format_schema: schema,
    format_schema_message_name: message,
    // Batches are made before they come here.
    async_insert: "0",
    ...settings,
    // One insert is one block, and so one part in each table.
    min_insert_block_size_rows: "10000000",
    min_insert_block_size_bytes: "4000000000",
    max_insert_block_size: "10000000",
    // Times that a sender makes up may span any number of days; the default of 100 would refuse them for ever.
    max_partitions_per_insert_block: "0",
    parallel_view_processing: "1",
    // A view reads one block: looking for a better plan for it takes a tenth of the time of a small insert and changes nothing.
    query_plan_enable_optimizations: "0",
  }).toString();
}

interface Answer {
  statusCode: number;
  headers: IncomingMessage["headers"];
  text: string;
}

/** A bare keep-alive POST: the client library would copy and stream a body that is already in one piece. */
function post(
  { options }: History,
  { parameters, body, signal }: { parameters: string; body: Uint8Array; signal: AbortSignal | undefined },
): Promise<Answer> {
  const url = new URL(options.url);
  const secure = url.protocol === "https:";
  return new Promise((resolve, reject) => {
    const request: ClientRequest = (secure ? httpsRequest : httpRequest)(
      {
        host: url.hostname,
        port: url.port,
        method: "POST",
        path: `/?${parameters}`,
        agent: secure ? agents["https:"] : agents["http:"],
        timeout: timeoutMs,
        ...(signal === undefined ? {} : { signal }),
        headers: {
          "content-length": body.length,
          "x-clickhouse-user": options.username,
          "x-clickhouse-key": options.password,
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () =>
          resolve({
            statusCode: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString("utf8").trim(),
          }),
        );
      },
    );
    request.on("timeout", () => request.destroy(new Error(`no answer within ${timeoutMs} ms`)));
    request.on("error", (error) => reject(signal?.aborted ? signal.reason : error));
    request.end(body);
  });
}
