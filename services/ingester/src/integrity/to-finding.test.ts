import { SubjectError } from "@statwire/events";
import { describe, expect, it } from "vitest";
import { toFinding } from "./to-finding.js";

const numbers = { bootId: 7, first: 2, last: 3, afterMs: 1_000, beforeMs: 4_000, visibleAtMs: 4_000 };
const finding = (family: string) =>
  toFinding({ event: "GapDetected", gap: { workspace: "default", node: "web-1", family, ...numbers } }, 5_000);

describe("the id of a finding", () => {
  it.each([
    ["host.containers", "host.containers"],
    ["log/sys log", "log/sys=20log"],
    ["host.\r\nx", "host=2E=0D=0Ax"],
    ["log/\n", "log/=0A"],
  ])("has %j as %j", (family, part) => {
    expect(finding(family).headers["ce-id"]).toBe(`default/web-1/integrity/gap-detected/${part}/7/2-3/5000`);
  });

  it.each([[""], ["log/"], [`log/${"x".repeat(256)}`], ["x".repeat(256)]])("is none of %j", (family) => {
    expect(() => finding(family)).toThrow(SubjectError);
  });
});
