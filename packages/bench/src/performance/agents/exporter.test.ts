import { expect, test } from "vitest";
import { countSamples } from "./exporter.js";

test("comments and empty lines are no samples", () => {
  expect(countSamples('# HELP a what\n# TYPE a gauge\na 1\nb{c="#d"} 2\n\n')).toBe(2);
});
