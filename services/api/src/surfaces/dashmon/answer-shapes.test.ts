import { expect, it } from "vitest";
import { shapedOperations } from "../../testing/dashmon-shapes.js";
import { operations } from "./operations.js";

it("each operation that is served has a shape, by which tests check every answer", () => {
  const served = operations.filter(({ status }) => status === "served");
  const names = served.map(({ method, path }) => `${method} ${path.replaceAll(/\{[^}]+\}/g, "{}")}`);
  expect(names.sort()).toEqual([...shapedOperations].sort());
});
