import type { StreamOverview } from "@statwire/event-log";
import { describe, expect, it } from "vitest";
import {
  judgeCertificate,
  judgeDeadLetters,
  judgeDisk,
  judgeParts,
  judgeRetention,
  judgeStanding,
  judgeStream,
  judgeVersion,
} from "./judge.js";

const stream: StreamOverview = {
  name: "TELEMETRY",
  subjects: ["telemetry.v1.>"],
  created: "",
  firstSequence: 1,
  lastSequence: 1,
  messages: 1,
  bytes: 0,
  bytesMax: 1_000,
  ageMaxMs: 0,
  whenFull: "refuses",
  duplicateWindowMs: 0,
  replicas: 1,
};

const standing = {
  stream: "TELEMETRY",
  isUntouched: false,
  isHeld: true,
  committed: 1,
  openCuts: 0,
  messagesBehind: 0,
  secondsBehind: 0,
  lost: 0,
};

it.each([
  [790, "ok"],
  [800, "warn"],
  [969, "warn"],
  [970, "fail"],
] as const)("a stream of 1000 bytes with %d is %s", (bytes, status) => {
  expect(judgeStream({ ...stream, bytes })).toMatchObject({ check: "stream TELEMETRY", status });
  expect(judgeStream({ ...stream, bytes, whenFull: "drops the oldest" }).status).toBe("ok");
  expect(judgeStream({ ...stream, bytes, bytesMax: 0 }).status).toBe("ok");
});

it("compares what the streams may grow by with the disk", () => {
  const streams = [
    { ...stream, bytes: 400 },
    { ...stream, bytes: 0, bytesMax: 0 },
  ];
  expect(judgeDisk(streams, 601).status).toBe("ok");
  expect(judgeDisk(streams, 600)).toMatchObject({ status: "warn", text: expect.stringContaining("600 B") });
});

it("names parts that are broken, some of many", () => {
  expect(judgeParts([]).status).toBe("ok");
  const part = { table: "host_cpu", partitionId: "20260131", reason: "Cannot parse", isSetAside: false };
  const broken = Array.from({ length: 7 }, (_, index) => ({ ...part, part: `20260131_${index}_${index}_0` }));
  expect(judgeParts(broken)).toMatchObject({
    status: "fail",
    text: expect.stringMatching(/^7 broken, .*: host_cpu 20260131_0_0_0, .* and 2 more$/),
  });
});

describe("judgeStanding", () => {
  it.each([
    [{ secondsBehind: 59 }, ["ok"]],
    [{ secondsBehind: 60 }, ["warn"]],
    [{ secondsBehind: 600 }, ["fail"]],
    [{ isHeld: false }, ["fail"]],
    [{ isUntouched: true, isHeld: false }, ["warn"]],
    [{ lost: 3 }, ["ok", "fail"]],
  ])("finds %j %j", (change, statuses) => {
    const findings = judgeStanding({ ...standing, ...change });
    expect(findings.map(({ status }) => status)).toEqual(statuses);
    for (const { status, remedy } of findings) expect(remedy === undefined).toBe(status === "ok");
  });
});

it("warns of dead letters", () => {
  expect(judgeDeadLetters(0, 0).status).toBe("ok");
  expect(judgeDeadLetters(2, 0)).toMatchObject({ status: "warn", text: "2" });
  const text = "0, and 3 older ones were given up for room";
  expect(judgeDeadLetters(0, 3)).toMatchObject({ status: "warn", text });
});

it.each([
  [31, "ok"],
  [29, "warn"],
  [0, "fail"],
] as const)("a certificate with %d days left is %s", (days, status) => {
  expect(judgeCertificate(1e12 + days * 86_400_000, 1e12).status).toBe(status);
});

it("names the tables that keep rows for another time", () => {
  expect(judgeRetention([]).status).toBe("ok");
  expect(judgeRetention([{ table: "host_cpu", setDays: 14, effectiveDays: undefined }])).toMatchObject({
    status: "fail",
    text: "host_cpu keeps for ever, set 14 d",
  });
});

it.each([
  ["2.9.10", "2.9", "ok"],
  ["2.12.1", "2.9", "ok"],
  ["2.8.4", "2.9", "fail"],
  ["10.0", "2.9", "ok"],
  ["26.7.1.1", "26.7", "ok"],
])("version %s where %s is needed is %s", (version, least, status) => {
  expect(judgeVersion("it", version, least).status).toBe(status);
});
