import { create } from "@bufbuild/protobuf";
import { LogLinesReadSchema } from "@statwire/events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Problem } from "../../http/problem.js";
import { sampleHost } from "../../testing/sample-events.js";
import { createTestApi, type TestApi, testKey } from "../../testing/test-api.js";
import { createTestHistory, type TestHistory } from "../../testing/test-history.js";
import type { Completeness } from "./dto-completeness.js";

const K = { "X-API-Key": testKey };
const intervalMs = 4_000;
const startMs = Math.floor(Date.now() / 60_000) * 60_000 - 1_800_000;
const iso = (ms: number) => new Date(ms).toISOString();

let api: TestApi;
let history: TestHistory;
/** How often the history was looked at. */
let looks = 0;

beforeAll(async () => {
  let nowMs = startMs + 1_200_000;
  history = await createTestHistory(() => nowMs);
  const { reads } = history;
  const readCompleteness: typeof reads.readCompleteness = (...asked) => {
    looks += 1;
    return reads.readCompleteness(...asked);
  };
  api = await createTestApi({ history: { ...reads, readCompleteness }, now: () => nowMs });
  await api.report("web-1");
  const numbers = Array.from({ length: 100 }, (_, index) => index + 1).filter((number) => number < 41 || number > 43);
  await history.landHost(
    "web-1",
    numbers.map((sequence) => sampleHost({ bootId: 1, sequence, observedAtMs: startMs + sequence * intervalMs })),
  );
  const lines = (sequence: bigint, firstLine: bigint, droppedLines = 0n) =>
    create(LogLinesReadSchema, {
      ...{ bootId: 1n, sequence, observedAtMs: BigInt(startMs), log: "syslog", firstLine, droppedLines },
      ...{ droppedWhy: "rate", lines: [{ text: "one" }, { text: "two" }] },
    });
  await history.landLog("web-1", "syslog", [lines(1n, 1n), lines(2n, 6n, 1n)]);
  nowMs += 600_000;
});

afterAll(async () => {
  await api.close();
  await history.close();
});

describe("GET /api/v2/nodes/{node}/completeness", () => {
  it("counts what should be there and names what is missing", async () => {
    const { status, body } = await read(`from=${startMs}&to=${startMs + 101 * intervalMs}`);
    expect(status).toBe(200);
    expect(body).toEqual({
      node: "web-1",
      from: iso(startMs),
      to: iso(startMs + 101 * intervalMs),
      expected: 100,
      received: 97,
      ratio: 0.97,
      late: 97,
      doubled: 0,
      families: [
        { family: "host", expected: 100, received: 97, late: 97, doubled: 0, clock_skew_seconds: expect.any(Number) },
      ],
      missing: [
        {
          family: "host",
          boot_id: 1,
          first_sequence: 41,
          last_sequence: 43,
          count: 3,
          after: iso(startMs + 40 * intervalMs),
          before: iso(startMs + 44 * intervalMs),
          outstanding: false,
          reason: null,
        },
      ],
      logs: [],
      missing_lines: [],
      truncated: false,
    });
  });

  it("counts the lines of logs by their arrival, without those that the node gave up", async () => {
    const arrivedAt = iso(startMs + 1_200_000);
    const { body } = await read(`from=${startMs + 1_100_000}&to=${startMs + 1_300_000}`);
    expect(body).toMatchObject({ expected: 0, received: 0, missing: [], truncated: false });
    expect(body.logs).toEqual([
      { log: "syslog", expected: 6, received: 4, late: 4, doubled: 0, given_up: 1, clock_skew_seconds: 1_200 },
    ]);
    const around = { after: arrivedAt, before: arrivedAt, outstanding: false };
    expect(body.missing_lines).toEqual([{ log: "syslog", first_line: 3, last_line: 4, count: 2, ...around }]);
  });

  it("expects nothing where nothing was numbered", async () => {
    const { body } = await read("from=-3d&to=-2d");
    expect(body).toMatchObject({ expected: 0, received: 0, ratio: 1, families: [], missing: [] });
  });

  it.each([
    ["web-9", "", 404, "unknown-node", "node"],
    ["web-1", "?from=-40d", 400, "invalid-input", "from"],
    ["web-1", "?to=x", 400, "invalid-input", "to"],
  ])("refuses %s%s", async (node, query, status, code, field) => {
    const answer = await api.get<Problem>(`/api/v2/nodes/${node}/completeness${query}`, K);
    expect([answer.status, answer.body.code, answer.body.errors?.[0]?.field]).toEqual([status, code, field]);
  });
});

describe("the completeness of a series", () => {
  it("is looked up once for a while, also for who is limited to projects", async () => {
    const make = async (plural: string, body: object) =>
      (await api.send<{ id: string; token: string }>("POST", `/api/v2/${plural}`, body, K)).body;
    const { id: project } = await make("projects", { key: "shop", name: "Shop" });
    await make("devices", { name: "Web", node: "web-1", project_id: project });
    const { token } = await make("tokens", { label: "limited", project_ids: [project] });
    const ratioOf = async (headers: Record<string, string>) => {
      const path = `/api/v2/nodes/web-1/metrics/system.cpu.utilization?from=${startMs}&to=${startMs + 600_000}`;
      return (await api.get<{ completeness: { ratio: number } }>(path, headers)).body.completeness.ratio;
    };
    looks = 0;
    const ratios = [await ratioOf({ "X-API-Key": token }), await ratioOf({ "X-API-Key": token }), await ratioOf(K)];
    expect([new Set(ratios).size, looks]).toEqual([1, 1]);
  });
});

function read(query: string) {
  return api.get<Completeness>(`/api/v2/nodes/web-1/completeness?${query}`, K);
}
