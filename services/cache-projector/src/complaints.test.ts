import { describe, expect, it } from "vitest";
import { Complaints } from "./complaints.js";

describe("Complaints", () => {
  it("admits one for each subject in a minute", () => {
    const complaints = new Complaints();
    expect(complaints.admit("a", 0)).toBe(true);
    expect(complaints.admit("a", 59_999)).toBe(false);
    expect(complaints.admit("b", 59_999)).toBe(true);
    expect(complaints.admit("a", 60_000)).toBe(true);
    expect(complaints.admit("a", 60_001)).toBe(false);
  });
});
