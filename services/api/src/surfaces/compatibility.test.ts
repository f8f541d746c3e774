import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { documentationPaths } from "../http/docs.js";
import { type Surface, surfaceOf } from "../http/surface.js";
import type { CompatibleOperation } from "./compatible-operation.js";

const root = new URL("../../../../", import.meta.url);
const document = JSON.parse(readFileSync(new URL("../generated/openapi.json", import.meta.url), "utf8")) as {
  paths: Record<string, object>;
};

/** What is served beside the OpenAPI document: its readers, and sockets (`http/upgrades.ts`). */
const servedBeside = [...documentationPaths, "/ws", "/socket.io/"].map((path) => `GET ${path}`);

const routed = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method) => ({ path, name: nameOf({ method: method.toUpperCase(), path }) })),
);
const reachable = new Set([...routed.map(({ name }) => name), ...servedBeside]);

const surfaces = readdirSync(new URL("./", import.meta.url)).filter((name) =>
  existsSync(new URL(`./${name}/operations.ts`, import.meta.url)),
);

it("the lists are those of surfaces", () => {
  expect(surfaces).toEqual(expect.arrayContaining(["dashpad", "nezha", "v6direct"]));
});

describe.each(surfaces)("the operations of %s", async (surface) => {
  const { operations } = (await import(new URL(`./${surface}/operations.ts`, import.meta.url).href)) as {
    operations: readonly CompatibleOperation[];
  };
  const named = (wanted: (operation: CompatibleOperation) => boolean) => operations.filter(wanted).map(nameOf);

  it("are each listed once", () => {
    const names = named(() => true);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it("are reachable when they are served or refused, and not when they are to come later", () => {
    expect(named((one) => one.status !== "later" && !reachable.has(routeOf(one)))).toEqual([]);
    expect(named((one) => one.status === "later" && reachable.has(routeOf(one)))).toEqual([]);
  });

  it("are all that this surface serves", () => {
    const listed = new Set(operations.map(routeOf));
    const own = routed.filter(({ path }) => surfaceOf(path) === (surface as Surface)).map(({ name }) => name);
    expect(own.filter((name) => !listed.has(name))).toEqual([]);
  });

  it("are each proved by a test that there is", () => {
    expect(named(({ status, test }) => status !== "later" && !isThere(test))).toEqual([]);
  });
});

/** Whatever the parameters of a path are called. */
function nameOf({ method, path }: { method: string; path: string }): string {
  return `${method} ${path.replaceAll(/\{[^}]+\}/g, "{}")}`;
}

function routeOf({ method, path, routedAs = path }: CompatibleOperation): string {
  return nameOf({ method, path: routedAs });
}

function isThere(test: CompatibleOperation["test"]): boolean {
  return test !== undefined && existsSync(new URL(test.file, root)) && titlesIn(test.file).has(test.title);
}

/** Of `it("title"`, and of `it.each(…)("title"`. */
function titlesIn(file: string): ReadonlySet<string> {
  const text = readFileSync(new URL(file, root), "utf8");
  const titles = text.matchAll(/(?:\bit|\))\(\s*(["'`])((?:\\.|(?!\1).)*)\1,/g);
  return new Set([...titles].map(([, , title = ""]) => title.replaceAll(/\\(.)/g, "$1")));
}
