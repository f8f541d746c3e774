import { expect, it } from "vitest";
import { deadLetterHeaders } from "./dead-letters.js";

it("says where a dead letter came from, and why, in one line of ASCII", () => {
  const letter = { subject: "telemetry.v1.w.n.live.host", sequence: 7, failedAtMs: 1_790_000_004_000 };
  expect(deadLetterHeaders({ ...letter, reason: "no event\r\nat byte 0 – 🦊" })).toEqual({
    "statwire-original-subject": "telemetry.v1.w.n.live.host",
    "statwire-original-sequence": "7",
    "statwire-reason": "no event??at byte 0 ? ?",
    "statwire-failed-at": "2026-09-21T14:13:24.000Z",
  });
  expect(deadLetterHeaders({ ...letter, reason: "x".repeat(5000) })["statwire-reason"]).toHaveLength(1000);
});
