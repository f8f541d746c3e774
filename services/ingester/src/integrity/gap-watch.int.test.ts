import { connectHistory, type History, type IntegrityEvent } from "@statwire/history-store";
import { createMigratedDatabase } from "@statwire/history-store/testing";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { GapWatch } from "./gap-watch.js";

const dayMs = 86_400_000;
const nowMs = Math.floor(Date.now() / 1_000) * 1_000;
/** Long before what every pass looks at. */
const observedAtMs = nowMs - 3 * dayMs;
const nodes = 130;
/** The nodes that lack their second of three events. */
const lacking = [5, 60, 129];

let database: Awaited<ReturnType<typeof createMigratedDatabase>>;
let history: History;

/** What was asked, and the number of the next sweep's question that fails. */
let asked: string[];
let failAt: number;

beforeAll(async () => {
  database = await createMigratedDatabase();
  history = connectHistory(database);
  const at = `fromUnixTimestamp64Milli(toInt64(${observedAtMs}), 'UTC')`;
  const node = "concat('n-', leftPad(toString(number), 3, '0'))";
  for (const query of [
    `INSERT INTO known_nodes SELECT 'w', ${node}, ${at}, ${at} FROM numbers(${nodes})`,
    `INSERT INTO host_events (workspace, node, family, event_seq, boot_id, sequence, observed_at, received_at)
     SELECT 'w', ${node}, 'host', 3 * number + sequence, 1, sequence, ${at} + sequence, ${at} + sequence
     FROM numbers(${nodes}) ARRAY JOIN [1, 2, 3] AS sequence
     WHERE NOT (sequence = 2 AND number IN (${lacking.join(", ")}))`,
  ]) {
    await history.client.command({ query });
  }
});

afterAll(async () => {
  await history?.close();
  await database?.close();
});

beforeEach(() => {
  asked = [];
  failAt = 0;
});

/** A watch for which no time passes, so that every pass is a whole sweep. */
function createWatch(): GapWatch {
  const query: History["client"]["query"] = (question) => {
    if (/FROM known_nodes/.test(question.query)) asked.push(question.query);
    const ofNodes = (question.query_params as { names?: unknown[] } | undefined)?.names ?? [];
    if (failAt > 0 && asked.length === failAt && ofNodes.length > 0) throw new Error("memory limit exceeded");
    return history.client.query(question);
  };
  const client = Object.assign(Object.create(history.client), { query });
  return new GapWatch({ history: { ...history, client }, report: () => Promise.resolve(), now: () => nowMs });
}

const found = (events: readonly IntegrityEvent[]) =>
  events.map(({ event, gap }) => `${event} ${gap.node} ${gap.family} ${gap.first}-${gap.last}`).sort();
const missing = lacking.map((number) => `GapDetected n-${String(number).padStart(3, "0")} host 2-2`);

it("looks at all that is kept of every node, at more of them with each question", async () => {
  expect(found(await createWatch().pass(nowMs, 0))).toEqual(missing);
  // Of 20, of 40 and of the 70 that are left.
  expect(asked).toHaveLength(3);
});

it("looks at fewer nodes after a question that failed, and leaves none of them out", async () => {
  const watch = createWatch();
  failAt = 2;
  await expect(watch.pass(nowMs, 0)).rejects.toThrow("memory limit exceeded");
  expect(watch.openGaps.map(({ node }) => node)).toEqual(["n-005"]);
  failAt = 0;
  expect(found(await watch.pass(nowMs, 0))).toEqual(missing.slice(1));
  // Of 40, which failed; then of 20, of 40 and of the 50 that are left.
  expect(asked).toHaveLength(5);
});

it("passes over the fewest when they fail, until the next sweep", async () => {
  const watch = createWatch();
  failAt = 1;
  await expect(watch.pass(nowMs, 0)).rejects.toThrow("memory limit exceeded");
  failAt = 0;
  expect(found(await watch.pass(nowMs, 0))).toEqual(missing.slice(1));
  await watch.pass(nowMs, 0);
  await watch.pass(nowMs, 0);
  expect(found(await watch.pass(nowMs, 0))).toEqual(missing.slice(0, 1));
});

it("rests for two passes when all nodes have been looked at", async () => {
  const watch = createWatch();
  const questions: number[] = [];
  for (let pass = 0; pass < 7; pass += 1) {
    await watch.pass(nowMs, 0);
    questions.push(asked.length);
    asked = [];
  }
  // The first sweep asked of 20, of 40 and of 80 nodes; the next one goes on from there: of 160.
  expect(questions).toEqual([3, 0, 0, 1, 0, 0, 1]);
});
