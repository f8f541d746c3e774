import { StorageType } from "@nats-io/jetstream";
import { expect, it } from "vitest";
import { toProblems } from "./unsafe-streams.js";

it("streams in memory, without acknowledgements or with too few copies are named", () => {
  const safe = { name: "TELEMETRY", storage: StorageType.File, no_ack: false };
  expect(toProblems([safe], { replicas: 1, cluster: undefined })).toEqual([]);
  expect(toProblems([safe], { replicas: 3, cluster: "three" })).toEqual([]);
  const unsafe = [safe, { ...safe, name: "LOGS", storage: StorageType.Memory }, { ...safe, name: "X", no_ack: true }];
  expect(toProblems(unsafe, { replicas: 1, cluster: "three" })).toEqual([
    "stream LOGS: is kept in memory; delete it, and it is created in files",
    "stream X: does not acknowledge what it stores (no_ack)",
    "STREAM_REPLICAS: expected at least 3 in the cluster three, not 1",
  ]);
});
