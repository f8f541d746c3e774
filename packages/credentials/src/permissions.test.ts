import { escapeToken } from "@statwire/events";
import fc from "fast-check";
import { expect, it } from "vitest";
import { permissionsOf } from "./permissions.js";

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
