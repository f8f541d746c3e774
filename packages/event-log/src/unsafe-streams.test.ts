import { StorageType } from "@nats-io/jetstream";
import { expect, it } from "vitest";
import { toProblems } from "./unsafe-streams.js";

it("servers that cannot wait for the disk, streams in memory, without acknowledgements or with too few copies are named", () => {
  const safe = { name: "TELEMETRY", storage: StorageType.File, no_ack: false };
  expect(toProblems([safe], { replicas: 1, cluster: undefined, version: "2.10.0" })).toEqual([]);
  expect(toProblems([safe], { replicas: 3, cluster: "three", version: "3.0.1" })).toEqual([]);
  const unsafe = [safe, { ...safe, name: "LOGS", storage: StorageType.Memory }, { ...safe, name: "X", no_ack: true }];
  expect(toProblems(unsafe, { replicas: 1, cluster: "three", version: "2.9.10" })).toEqual([
    "nats-server 2.9.10: acknowledges what is not on disk yet; 2.10 and newer wait (sync_interval: always)",
    "stream LOGS: is kept in memory; delete it, and it is created in files",
    "stream X: does not acknowledge what it stores (no_ack)",
    "STREAM_REPLICAS: expected at least 3 in the cluster three, not 1",
  ]);
});
