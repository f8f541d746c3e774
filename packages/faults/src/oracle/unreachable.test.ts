import { SnapshotStoreUnavailableError } from "@statwire/snapshot-store";
import { expect, it } from "vitest";
import { isUnreachable } from "./unreachable.js";

it.each([
  Object.assign(new Error("connect"), { code: "ECONNREFUSED" }),
  new Error("query failed", { cause: new Error("socket hang up") }),
  new AggregateError([Object.assign(new Error("read"), { code: "ECONNRESET" })], "all failed"),
  new SnapshotStoreUnavailableError("disconnected"),
  Object.assign(new Error("Query was cancelled"), { code: "394" }),
  new DOMException("The operation was aborted", "TimeoutError"),
])("takes %s for a server that does not answer", (error) => {
  expect(isUnreachable(error)).toBe(true);
});

it.each([
  new Error("Unknown table expression identifier 'log_lines'"),
  Object.assign(new Error("Cannot read all data: CORRUPTED_DATA"), { code: "246" }),
  new TypeError("x is not a function"),
  new SyntaxError("Unexpected end of JSON input"),
  "no error",
])("takes %s for an answer", (error) => {
  expect(isUnreachable(error)).toBe(false);
});
