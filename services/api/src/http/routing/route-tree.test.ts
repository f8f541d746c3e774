import express, { type IRouter, type Request, type Response, Router } from "express";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RegisterRoutes } from "../../generated/routes.js";
import { type RouteTree, routeTree } from "./route-tree.js";

/** The routes of the product, each with one handler that tells which it is. */
function tellingRouter(): { router: IRouter; templates: string[] } {
  const product = newRouter();
  RegisterRoutes(product);
  const router = newRouter();
  for (const { route } of product.stack) {
    const [method] = (route?.stack ?? []).map((layer) => layer.method);
    if (route === undefined || method === undefined) throw new Error("not a route");
    router[method as "get"](route.path, tell(`${method.toUpperCase()} ${route.path}`));
  }
  return { router, templates: product.stack.map(({ route }) => route?.path ?? "") };
}

function newRouter(): IRouter {
  return Router({ caseSensitive: true, strict: true });
}

function tell(name: string) {
  return (request: Request) => Object.assign(request, { told: { name, params: { ...request.params } } });
}

interface Told {
  name: string;
  params: Record<string, string>;
}

/** What Express runs. */
function byExpress(router: IRouter, method: string, path: string): Told | undefined {
  const request = { method, url: path } as Request & { told?: Told };
  router(request, {} as Response, () => undefined);
  return request.told;
}

function byTree(tree: RouteTree, method: string, path: string): Told | undefined {
  const found = tree.find(method, path);
  if (found === undefined) return undefined;
  const request = { params: found.params } as unknown as Request & { told?: Told };
  for (const handler of found.handlers) handler(request, {} as Response, () => undefined);
  return request.told;
}

/** The path of a URL as handlers of Express see it. */
function pathOf(url: string): string {
  return (Object.assign(Object.create(express.request), { url }) as Request).path ?? "";
}

const methods = fc.constantFrom("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "LINK");

describe("a route in a tree", () => {
  const { router, templates } = tellingRouter();
  const tree = routeTree(router);
  const words = [...new Set(templates.flatMap((template) => template.split("/")))].filter(
    (word) => !word.startsWith(":"),
  );
  const segments = fc.oneof(
    fc.constantFrom(...words, "", ".", "..", "%20", "é", "a b", ":id", "__proto__", "Stats"),
    fc.string({ maxLength: 8 }).filter((text) => !/[/?#]/.test(text)),
  );
  /** A path of the product with values in it, perhaps with a segment changed, removed or added. */
  const nearPaths = fc
    .tuple(fc.constantFrom(...templates), fc.array(segments, { minLength: 8, maxLength: 8 }), fc.nat(9), fc.nat(3))
    .map(([template, values, at, change]) => {
      const filled = template.split("/").map((part, index) => (part.startsWith(":") ? (values[index] ?? "x") : part));
      if (change === 1) filled.splice(at, 1, values[0] ?? "");
      if (change === 2) filled.splice(at, 1);
      if (change === 3) filled.splice(at, 0, values[0] ?? "");
      return filled.join("/");
    });
  const anyPaths = fc.array(segments, { maxLength: 6 }).map((parts) => `/${parts.join("/")}`);

  it("is the one that Express runs, with the same parameters", () => {
    fc.assert(
      fc.property(methods, fc.oneof(nearPaths, anyPaths), (method, path) => {
        const parsed = pathOf(path);
        fc.pre(!parsed.includes("%"));
        expect(byTree(tree, method, parsed)).toEqual(byExpress(router, method, path));
      }),
      { numRuns: 3_000 },
    );
  });

  it("is found for every operation of the product", () => {
    for (const template of templates) {
      const path = template.replaceAll(/:[^/]+/g, "x");
      const [expected] = ["GET", "POST", "PUT", "PATCH", "DELETE"].flatMap(
        (method) => byTree(tree, method, path) ?? [],
      );
      expect(expected?.name).toContain(" /");
    }
  });

  it("is left to Express where a path has an escape or is none", () => {
    for (const path of ["/api/v2/nodes/%61", "/api/v2/nodes/%zz", "*", ""])
      expect(tree.find("GET", path)).toBeUndefined();
  });
});

describe("of several routes that match", () => {
  const names = fc.constantFrom("a", "b", ":p", ":q");
  const paths = fc.array(names, { minLength: 1, maxLength: 3 }).map((parts) => `/${parts.join("/")}`);
  const asked = fc.array(fc.constantFrom("a", "b", "c", ""), { minLength: 1, maxLength: 3 });

  it("the one registered first is found, whichever that is", () => {
    fc.assert(
      fc.property(fc.array(paths, { maxLength: 8 }), asked, (templates, segments) => {
        const router = newRouter();
        for (const [index, path] of templates.entries()) router.get(unlike(path), tell(`${index}`));
        const path = `/${segments.join("/")}`;
        expect(byTree(routeTree(router), "GET", pathOf(path))).toEqual(byExpress(router, "GET", path));
      }),
    );
  });

  /** Express takes no two parameters of one name. */
  function unlike(path: string): string {
    return path
      .split("/")
      .map((part, index) => (part.startsWith(":") ? `${part}${index}` : part))
      .join("/");
  }
});

it("routes that cannot be told apart by segments are refused", () => {
  for (const path of ["/a{/b}", "/*rest", "/a-:b"]) {
    const router = newRouter();
    router.get(path, () => undefined);
    expect(() => routeTree(router)).toThrow("not a path of segments");
  }
  const mixed = newRouter();
  mixed.use(() => undefined);
  expect(() => routeTree(mixed)).toThrow("a router of routes alone is needed");
  const all = newRouter();
  all.all("/a", () => undefined);
  expect(() => routeTree(all)).toThrow("not a route of one method");
});
