import { describe, expect, it } from "vitest";
import { findLog, shownLogs, shownLogsMax } from "./shown-logs.js";

const entry = { name: "nginx", displayName: "Web", enabled: true, lineLimit: 50, redacts: true, kind: "file" };
const heardOf = ["nginx", "nginx/access.log", "nginx/error.log", "nginx2", "syslog"];

describe("the logs of a node that tells which it has", () => {
  it("are its entries; one that stands for several files is shown as these", () => {
    const logs = shownLogs([entry, { ...entry, name: "syslog", displayName: "", lineLimit: 0 }], heardOf);
    expect(logs).toEqual([
      { name: "nginx/access.log", displayName: "Web (access.log)", enabled: true, lineLimit: 50, redacts: true },
      { name: "nginx/error.log", displayName: "Web (error.log)", enabled: true, lineLimit: 50, redacts: true },
      { name: "syslog", displayName: "syslog", enabled: true, lineLimit: 100, redacts: true },
    ]);
  });

  it("are there before anything was read of them", () => {
    expect(shownLogs([entry], []).map(({ name }) => name)).toEqual(["nginx"]);
    expect(findLog([entry], [], "nginx")).toMatchObject({ name: "nginx" });
  });

  it("are found by name unless they are switched off or not among them", () => {
    expect(findLog([entry], heardOf, "nginx/error.log")).toMatchObject({ lineLimit: 50 });
    expect(findLog([{ ...entry, enabled: false }], heardOf, "nginx/error.log")).toBeUndefined();
    for (const name of ["nginx", "nginx2", "syslog", "nginx/other.log"]) {
      expect(findLog([entry], heardOf, name)).toBeUndefined();
    }
  });

  it("are bounded in what is shown, not in what can be found", () => {
    const many = Array.from({ length: 200 }, (_, index) => `nginx/${index}.log`);
    expect(shownLogs([entry], many)).toHaveLength(shownLogsMax);
    expect(findLog([entry], many, "nginx/199.log")).toBeDefined();
  });
});

it("of a node that does not tell, every log that was heard of is shown", () => {
  expect(shownLogs(undefined, ["a", "b"]).map(({ name }) => name)).toEqual(["a", "b"]);
  expect(findLog(undefined, ["a"], "a")).toEqual({
    name: "a",
    displayName: "a",
    enabled: true,
    lineLimit: 100,
    redacts: false,
  });
  expect(findLog(undefined, ["a"], "b")).toBeUndefined();
});
