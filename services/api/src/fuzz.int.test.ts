import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dashPadNode } from "./testing/dashpad-node.js";
import { operationsOf, readApiDocument } from "./testing/fuzz/operations.js";
import { type FuzzRow, findingsOf, fuzzTable, runFuzz } from "./testing/fuzz/run-fuzz.js";
import { sampleHost, sampleLines } from "./testing/sample-events.js";
import { createTestApi, type TestApi, testKey } from "./testing/test-api.js";
import { createTestHistory, type TestHistory } from "./testing/test-history.js";

/** `npm run fuzz -- --requests 10000 --seed 7` sets both. */
const requests = Number(process.env.FUZZ_REQUESTS ?? "3000");
const seed = Number(process.env.FUZZ_SEED ?? "1");

const document = readApiDocument();
const needingTags = [
  ...["Sign-in", "Configuration", "Enrollment"],
  ...["Peekaping sign-in", "Peekaping API keys", "Peekaping configuration"],
  ...["Dashmon", "Dashmon team", "Dashmon sign-in", "Dashmon refused"],
];
const logLines: string[] = [];
let api: TestApi;
let history: TestHistory;
let rows: FuzzRow[];

beforeAll(async () => {
  history = await createTestHistory();
  const unlimited = 1_000_000;
  const policies = [
    "v6direct-meta",
    "v6direct-stats",
    "v6direct-refresh",
    "dashpad",
    "native",
    "nezha",
    "peekaping",
    "dashmon",
  ] as const;
  const dashmon = ["dashmon-write", "dashmon-write-premium", "dashmon-auth"] as const;
  api = await createTestApi({
    history: history.reads,
    limits: Object.fromEntries([...policies, ...dashmon].map((policy) => [policy, unlimited])),
    onLogLine: (line) => logLines.push(line),
  });
  await api.report("web-1");
  await api.reportSurveys("web-1");
  api.collect("web-1");
  const node = dashPadNode(api, "web-1");
  // Said again whenever the fuzzing stops or starts the sampling.
  const syslog = {
    name: "syslog",
    displayName: "System log",
    enabled: true,
    lineLimit: 100,
    redacts: true,
    kind: "file",
  };
  await node.configure({ logs: [syslog] });
  node.serve();
  const now = Date.now();
  await api.keepLines(
    "web-1",
    "syslog",
    sampleLines({ bootId: 1, sequence: 1, observedAtMs: now }, 1, ["opened", "closed"]),
  );
  await history.landHost(
    "web-1",
    [1, 2].map((sequence) => sampleHost({ bootId: 1, sequence, observedAtMs: now - 60_000 + sequence * 4_000 })),
  );
  rows = await runFuzz({ url: api.url, document, key: testKey, secrets: [testKey], requests, seed });
  console.log(`seed ${seed}\n${fuzzTable(rows)}`);
}, 240_000);

afterAll(async () => {
  await api?.close();
  await history?.close();
});

describe(`${requests} requests of seed ${seed}, to every operation`, () => {
  it("are each answered as documented, and show nothing of the inside", () => {
    expect(findingsOf(rows)).toEqual([]);
    expect(rows.reduce((sum, row) => sum + row.requests, 0)).toBe(requests);
  });

  it("reach what is behind the door: every operation has answered well, too, that needs nobody's password, key or document", () => {
    const needing = new Set(
      operationsOf(document)
        .filter(({ tags }) => needingTags.some((tag) => tags.includes(tag)))
        .map(({ id }) => id),
    );
    const never = rows.filter(({ statuses }) => (statuses["2xx"] ?? 0) === 0).map(({ operation }) => operation);
    expect(never.filter((operation) => !needing.has(operation))).toEqual([]);
  });

  it("leave nothing in the log but what a person must know, and no key", () => {
    const errors = logLines.filter((line) => /"level":"(error|fatal)"/.test(line));
    expect(errors).toEqual([]);
    expect(logLines.filter((line) => line.includes(testKey))).toEqual([]);
    expect(logLines.length).toBeGreaterThan(requests / 2);
  });

  it("leave the process able to answer", async () => {
    expect((await api.get("/api/v2/nodes/web-1", { "X-API-Key": testKey })).status).toBe(200);
  });
});
