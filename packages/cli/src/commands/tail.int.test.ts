import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hostSubject, startBus, type TestBus } from "../testing/bus.js";
import { call } from "../testing/call.js";

let bus: TestBus;
const observedAtMs = Date.UTC(2026, 0, 31, 12);

beforeAll(async () => {
  bus = await startBus();
  await bus.sample(1, { observedAtMs });
  await bus.sample(2, { lane: "backlog", observedAtMs });
  await bus.lines(1, 41, ["first line", "with \u001b[31mred\u001b[0m"]);
});

afterAll(() => bus.discard());

const tail = (...words: string[]) => call(["tail", ...words], bus.environment);

describe("statwire tail", () => {
  it("prints what was stored since, decoded", async () => {
    const { code, printed } = await tail("--since", "1h", "--count", "2");
    expect(code).toBe(0);
    expect(printed).toBe(
      "2026-01-31T12:00:00.000Z  node-1  host  boot 1 #1  cpu\n2026-01-31T12:00:00.000Z  node-1  host  boot 1 #2  cpu",
    );
  });

  it("prints JSON, of one subject", async () => {
    const { printed } = await tail("telemetry.v1.*.*.backlog.>", "--since", "1h", "--count", "1", "--json");
    expect(JSON.parse(printed)).toMatchObject({
      stream: "TELEMETRY",
      streamSequence: 2,
      subject: hostSubject("backlog"),
      workspace: "default",
      node: "node-1",
      family: "host",
      bootId: "1",
      sequence: "2",
      observedAt: "2026-01-31T12:00:00.000Z",
      event: { cpu: { utilizationE4: 5_000 } },
    });
  });

  it("prints lines of logs without what moves the cursor", async () => {
    const { printed } = await tail("--log", "syslog", "--node", "node-1", "--since", "1h", "--count", "1");
    expect(printed.split("\n").map((line) => line.slice(26))).toEqual([
      "node-1  syslog  line 41  first line",
      "node-1  syslog  line 42  with \\x1b[31mred\\x1b[0m",
    ]);
  });

  it("waits for what comes, and ends when it is told to", async () => {
    const stop = new AbortController();
    const seen: string[] = [];
    const onPrint = (text: string) => {
      seen.push(text);
      stop.abort();
    };
    const options = { signal: stop.signal, onPrint };
    const running = call(["tail", "--family", "host", "--json"], bus.environment, options);
    // Until it follows, nothing shows that it does: publish until something is seen.
    for (let sequence = 3; seen.length === 0 && sequence < 1_000; sequence += 1) {
      await bus.sample(sequence);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(await running).toMatchObject({ code: 0, told: "waiting for telemetry.v1.*.*.*.host …" });
    expect(JSON.parse(seen[0] ?? "{}")).toMatchObject({ node: "node-1", bootId: "1" });
  });

  it("shows what it cannot read", async () => {
    await bus.publish("telemetry.v1.default.node-1.live.inventory", new Uint8Array([9, 9, 9]));
    const { printed } = await tail("--family", "inventory", "--since", "1h", "--count", "1");
    expect(printed).toMatch(
      /Z {2}telemetry\.v1\.default\.node-1\.live\.inventory {2}unreadable: event of 9 bytes with 2/,
    );
  });

  it.each([
    [
      ["nonsense.>"],
      "expected a subject that begins with telemetry.v1., logs.v1., integrity.v1., $KV.config., audit.v1., deadletters.v1.",
    ],
    [["telemetry.v1.>", "--node", "n"], "give either a SUBJECT or"],
    [["--family", "host.gpu"], "is not a family"],
    [["--log", "a", "--family", "host"], "--family is of telemetry"],
    [["--since", "soon"], "--since: expected"],
    [["--count", "0"], "--count: expected"],
    [["a", "b"], '"b" is one word too many'],
  ])("is called wrongly with %j", async (words, reason) => {
    expect(await tail(...words)).toMatchObject({ code: 2, told: expect.stringContaining(reason) });
  });
});
