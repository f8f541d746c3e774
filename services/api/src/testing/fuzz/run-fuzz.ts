import fc from "fast-check";
import { createJudge } from "./judge.js";
import { type ApiDocument, type Operation, operationsOf } from "./operations.js";
import { type FuzzRequest, requestsFor } from "./requests.js";
import { createSender, type Reply } from "./send.js";

export interface FuzzOptions {
  url: string;
  document: ApiDocument;
  /** The key that is accepted. */
  key: string;
  /** May be in no answer. */
  secrets: readonly string[];
  requests: number;
  seed: number;
}

/** What one operation answered, and each way in which it failed, with a request that shows it. */
export interface FuzzRow {
  operation: string;
  requests: number;
  /** How many answers of each hundred: `2xx`, `4xx`, … */
  statuses: Record<string, number>;
  slowestMs: number;
  findings: Map<string, string>;
}

const connections = 8;

/** Sends so many requests to the operations of a document in turn; the same seed sends the same ones. */
export async function runFuzz(options: FuzzOptions): Promise<FuzzRow[]> {
  const { document, key, requests, seed } = options;
  const judge = createJudge(document, options.secrets);
  const operations = operationsOf(document);
  const rows = new Map(operations.map((operation) => [operation.id, emptyRow(operation)]));
  const queue = inTurn(
    operations.map((operation, index) => {
      const count = Math.floor(requests / operations.length) + (index < requests % operations.length ? 1 : 0);
      return count === 0
        ? []
        : fc.sample(requestsFor(document, operation, key), { numRuns: count, seed: seed + index });
    }),
  );
  const sender = createSender(options.url, connections);
  const work = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const reply = await replyTo(sender, next);
      record(rows.get(next.operation.id), next, reply, reply.ok ? judge(next, reply.answer) : [reply.reason]);
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  sender.close();
  return [...rows.values()];
}

/** A machine that is busy with something else is no fault of ours: what gets no answer is asked once more. */
async function replyTo(sender: ReturnType<typeof createSender>, next: FuzzRequest): Promise<Reply> {
  const first = await sender.send(next);
  return first.ok ? first : sender.send(next);
}

/** A table of the rows as text, a line for each operation, and below it what was found. */
export function fuzzTable(rows: readonly FuzzRow[]): string {
  const classes = ["2xx", "3xx", "4xx", "5xx"];
  const cells = rows.map(({ operation, requests, statuses, slowestMs, findings }) =>
    [operation, requests, ...classes.map((name) => statuses[name] ?? 0), slowestMs, findings.size].map(String),
  );
  const table = [["operation", "sent", ...classes, "slowest ms", "findings"], ...cells];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return [...lines, ...findingsOf(rows)].join("\n");
}

/** Everything that was found, one line each. */
export function findingsOf(rows: readonly FuzzRow[]): string[] {
  return rows.flatMap(({ operation, findings }) =>
    [...findings].map(([finding, example]) => `${operation} ${finding}\n    ${example}`),
  );
}

function record(row: FuzzRow | undefined, request: FuzzRequest, reply: Reply, findings: readonly string[]): void {
  if (row === undefined) return;
  row.requests += 1;
  const kind = reply.ok ? `${Math.floor(reply.answer.status / 100)}xx` : "none";
  row.statuses[kind] = (row.statuses[kind] ?? 0) + 1;
  row.slowestMs = Math.max(row.slowestMs, reply.ok ? reply.answer.tookMs : reply.tookMs);
  for (const finding of findings)
    if (!row.findings.has(finding)) row.findings.set(finding, describeExchange(request, reply));
}

function describeExchange({ operation, target, headers, body }: FuzzRequest, reply: Reply): string {
  const sent = `${operation.method} ${target.slice(0, 200)} ${JSON.stringify(headers).slice(0, 300)}`;
  const text = body === undefined ? "" : ` body ${JSON.stringify(body.toString("utf8").slice(0, 200))}`;
  const answer = reply.ok ? `${reply.answer.status} ${reply.answer.text.slice(0, 300)}` : reply.reason;
  return `${sent}${text} → ${answer}`;
}

function emptyRow(operation: Operation): FuzzRow {
  return { operation: operation.id, requests: 0, statuses: {}, slowestMs: 0, findings: new Map() };
}

/** The first of each list, then the second of each, and so on. */
function inTurn<Item>(lists: readonly (readonly Item[])[]): Item[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list.slice(index, index + 1))).flat();
}
