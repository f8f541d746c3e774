import { isNeed } from "../authorization/needs.js";

/** The parts of our OpenAPI document that are read at run time. */
export interface OpenApiDocument {
  paths: Record<string, Record<string, OpenApiOperation>>;
  components?: { securitySchemes?: Record<string, { in?: string }> };
}

export interface OpenApiOperation {
  operationId?: string;
  summary?: string;
  description?: string;
  tags?: string[];
  /** Absent means undeclared; an empty list means open to everyone. */
  security?: Record<string, string[]>[];
  /** What it needs of its caller. */
  "x-statwire-needs"?: string;
  parameters?: { name: string; in: string; schema: { type?: string } }[];
}

/** Which paths are served with which methods, from the OpenAPI document. */
export interface RouteTable {
  /** Methods of a path in upper case, empty for a path that is not served. */
  methods(path: string): string[];
  queryParameters(method: string, path: string): ReadonlyMap<string, { repeats: boolean }>;
}

interface Route {
  pattern: RegExp;
  operations: Record<string, OpenApiOperation>;
}

/** `alsoGet` are paths beside the document that are served with GET. */
export function routeTable(document: OpenApiDocument, alsoGet: ReadonlySet<string> = new Set()): RouteTable {
  const routes: Route[] = Object.entries(document.paths).map(([template, operations]) => ({
    pattern: new RegExp(`^${template.replaceAll(/[.*+?^$()|[\]\\]/g, "\\$&").replaceAll(/\{[^}]+\}/g, "[^/]+")}$`),
    operations,
  }));
  const find = (path: string) => routes.find(({ pattern }) => pattern.test(path));
  return {
    methods(path) {
      if (alsoGet.has(path)) return ["GET"];
      return Object.keys(find(path)?.operations ?? {}).map((method) => method.toUpperCase());
    },
    queryParameters(method, path) {
      const parameters = find(path)?.operations[method.toLowerCase()]?.parameters ?? [];
      const query = parameters.filter((parameter) => parameter.in === "query");
      return new Map(query.map(({ name, schema }) => [name, { repeats: schema.type === "array" }]));
    },
  };
}

/**
 * Operations that do not say what they need of their caller, and those that are open without being listed as such. Anything here
 * is a mistake: every operation declares `@Security` with a need (`authorization/needs.ts`), or `@NoSecurity` and stands in `open`.
 */
export function undeclaredOperations(document: OpenApiDocument, open: ReadonlySet<string>): string[] {
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation }))
      .filter(({ name, operation }) => !isDeclared(operation, open.has(name)))
      .map(({ name }) => name),
  );
}

function isDeclared({ security, "x-statwire-needs": need }: OpenApiOperation, isOpen: boolean): boolean {
  if (security === undefined || !isNeed(need)) return false;
  return security.length === 0 ? isOpen && need === "nothing" : need !== "nothing";
}
