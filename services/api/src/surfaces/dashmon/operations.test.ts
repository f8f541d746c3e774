import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { shapedOperations } from "../../testing/dashmon-shapes.js";
import { dashmonOperations } from "./operations.js";

const read = (path: string) => readFileSync(new URL(`../../../../../${path}`, import.meta.url), "utf8");

interface Document {
  paths: Record<string, Record<string, { tags: string[] }>>;
}

it("lists every operation once: those that answer, and no others as such", () => {
  const { paths } = JSON.parse(read("services/api/src/generated/openapi.json")) as Document;
  const routed = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { tags }]) => tags.some((tag) => tag.startsWith("Dashmon")))
      .map(([method]) => `${method.toUpperCase()} ${path}`),
  );
  const listed = dashmonOperations.map(({ method, path }) => `${method} ${path}`);
  expect(new Set(listed).size).toBe(listed.length);
  const answering = dashmonOperations.filter(({ status }) => status !== "later");
  expect(answering.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(routed.sort());
});

it("has a shape for the answer of each that is served, which tests check every answer by", () => {
  const served = dashmonOperations.filter(({ status }) => status === "served");
  const names = served.map(({ method, path }) => `${method} ${path.replaceAll(/\{[^}]+\}/g, "{}")}`);
  expect(names.sort()).toEqual([...shapedOperations].sort());
});

it("names tests that there are", () => {
  for (const { path, status, test } of dashmonOperations) {
    if (status === "later") expect(test, path).toBeUndefined();
    else expect(read(test?.file ?? ""), path).toContain(JSON.stringify(test?.title));
  }
});
