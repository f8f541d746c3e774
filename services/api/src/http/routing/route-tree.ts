import type { IRouter, RequestHandler } from "express";

/** A route of a path with segments that are parameters, all by their places. */
interface PlacedRoute {
  /** Of several that match, the one that was registered first serves. */
  order: number;
  parameters: readonly (readonly [place: number, name: string])[];
  handlers: readonly RequestHandler[];
}

interface Branch {
  literals: Map<string, Branch>;
  parameter: Branch | undefined;
  /** Of the paths that end here, by method. */
  routes: Map<string, PlacedRoute>;
}

/** What serves a request. */
export interface FoundRoute {
  handlers: readonly RequestHandler[];
  /** As Express gives them. */
  params: Record<string, string>;
}

/** The routes of a router by the segments of their paths: found in as many steps as a path has segments, however many there are. */
export interface RouteTree {
  /**
   * What Express would run for a method and a path first; undefined: nothing, or the path has escapes in it, whose errors are Express's to
   * tell.
   */
  find(method: string, path: string): FoundRoute | undefined;
}

/**
 * The routes that a router with case-sensitive, strict paths has now.
 * @throws Error for what is no route, or has other paths than literal segments and `:name`
 */
export function routeTree({ stack }: Pick<IRouter, "stack">): RouteTree {
  const root = emptyBranch();
  for (const [order, { route }] of stack.entries()) {
    if (route === undefined) throw new Error("a router of routes alone is needed");
    place(root, order, route);
  }
  return {
    find(method, path) {
      if (path.includes("%") || !path.startsWith("/")) return undefined;
      const segments = path.split("/");
      const found = search(root, segments, { at: 1, method: method === "HEAD" ? "GET" : method });
      return found && { handlers: found.handlers, params: paramsOf(found, segments) };
    },
  };
}

type Route = NonNullable<IRouter["stack"][number]["route"]>;

function place(root: Branch, order: number, { path, stack }: Route): void {
  if (!/^(?:\/|(?:\/:?[A-Za-z0-9_.-]+)+)$/.test(path)) throw new Error(`not a path of segments: ${path}`);
  const segments = path.split("/");
  let branch = root;
  for (const segment of segments.slice(1))
    branch = segment.startsWith(":") ? parameterOf(branch) : literalOf(branch, segment);
  const parameters = segments.flatMap((segment, at) =>
    segment.startsWith(":") ? [[at, segment.slice(1)] as const] : [],
  );
  for (const method of new Set(stack.map((layer) => layer.method))) {
    if (method === undefined || method === "head") throw new Error(`not a route of one method: ${path}`);
    const handlers = stack.filter((layer) => layer.method === method).map(({ handle }) => handle as RequestHandler);
    const name = method.toUpperCase();
    if (!branch.routes.has(name)) branch.routes.set(name, { order, parameters, handlers });
  }
}

function emptyBranch(): Branch {
  return { literals: new Map(), parameter: undefined, routes: new Map() };
}

function parameterOf(branch: Branch): Branch {
  branch.parameter ??= emptyBranch();
  return branch.parameter;
}

function literalOf({ literals }: Branch, segment: string): Branch {
  const branch = literals.get(segment) ?? emptyBranch();
  literals.set(segment, branch);
  return branch;
}

function search(
  branch: Branch,
  segments: readonly string[],
  { at, method }: { at: number; method: string },
): PlacedRoute | undefined {
  const segment = segments[at];
  if (segment === undefined) return branch.routes.get(method);
  const literal = branch.literals.get(segment);
  const next = { at: at + 1, method };
  const one = literal && search(literal, segments, next);
  const other = segment === "" || branch.parameter === undefined ? undefined : search(branch.parameter, segments, next);
  if (one === undefined || other === undefined) return one ?? other;
  return one.order < other.order ? one : other;
}

function paramsOf({ parameters }: PlacedRoute, segments: readonly string[]): Record<string, string> {
  const params: Record<string, string> = Object.create(null);
  for (const [at, name] of parameters) params[name] = segments[at] ?? "";
  return params;
}
