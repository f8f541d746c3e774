import { escapeToken } from "@statwire/events";
import fc from "fast-check";
import { expect, it } from "vitest";
import { busUsers, permissionsOf } from "./permissions.js";

it("names a node in subjects exactly as the events package does", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 40, unit: "grapheme" }), (node) => {
      const allowed = permissionsOf("collector", { workspace: "default", node }).pub?.allow ?? [];
      expect(allowed[0]).toBe(`telemetry.v1.default.${escapeToken(node)}.>`);
      expect(allowed[1]).toBe(`logs.v1.default.${escapeToken(node)}.>`);
    }),
  );
});

it("lets somebody who listens send nothing", () => {
  const { pub, sub } = permissionsOf("listener", { workspace: "a b", node: "any" });
  expect(pub).toEqual({ allow: [], deny: [">"] });
  expect(sub?.allow).toContain("telemetry.v1.a=20b.>");
});

it.each(busUsers)("leaves the permissions of %s room in what a server reads of a client's first line", (user) => {
  const permissions = JSON.stringify(permissionsOf(user, { workspace: "a".repeat(40), node: "b".repeat(40) }));
  // As base64; of 4 096 bytes the keys, the signature and what the client says of itself take less than 1 000.
  expect(Math.ceil(permissions.length / 3) * 4).toBeLessThan(3_000);
});
