import { readFileSync } from "node:fs";
import { type KindName, kindOf } from "@statwire/control-plane";
import type { TestAnswer, TestApi } from "../test-api.js";
import { type Expectation, expectationOf } from "./expectations.js";
import type { Outcome, Place } from "./expected-outcome.js";
import type { Scene } from "./scene.js";

interface Operation {
  security: Record<string, string[]>[];
  parameters: { name: string; in: string; required: boolean; example?: unknown }[];
  requestBody?: { content: Record<string, { schema: { $ref?: string }; example?: unknown }> };
}

interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { example?: unknown }> };
}

const document = JSON.parse(readFileSync(new URL("../../generated/openapi.json", import.meta.url), "utf8")) as Document;

/** An operation of the OpenAPI document, and what is expected of it; undefined is a gap. */
export interface Walked {
  name: string;
  method: string;
  path: string;
  operation: Operation;
  expectation: Expectation | undefined;
}

/** Every operation of the document. */
export const walked: readonly Walked[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => {
    const name = `${method.toUpperCase()} ${path}`;
    return { name, method: method.toUpperCase(), path, operation, expectation: expectationOf(name) };
  }),
);

/** What a request is about: a place of the scene, or names that nothing has. */
export type Target = Place | "nothing";

export interface Asked {
  token: string | undefined;
  target: Target;
  /** `X-Workspace`. */
  workspace?: string;
}

/** No document has it: whoever may change one is told so, and nothing is changed. */
const noRevision = 999_999_999;

const nothing = { id: "0197a3b0-0000-7000-8000-00000000dead", node: "web-0" };

/** Whether an operation names a node, or a document that may be in one project or another. */
export function hasPlaces({ expectation, path, operation }: Walked): boolean {
  if (expectation?.is === "documents") {
    const isPlaced = ["project", "device", "maintenance"].includes(expectation.kind);
    return isPlaced && (expectation.names !== "none" || expectation.verb === "create");
  }
  return path === "/api/v2/query" || operation.parameters.some(({ name }) => name === "node");
}

/** Sends an operation with its examples, about a target. Nothing is changed by it that the walk needs. */
export async function send(api: TestApi, scene: Scene, what: Walked, asked: Asked): Promise<TestAnswer<unknown>> {
  const { method } = what;
  const headers: Record<string, string> = {
    ...(asked.token === undefined ? {} : credentialOf(what, asked.token)),
    ...(asked.workspace === undefined ? {} : { "X-Workspace": asked.workspace }),
    ...(method === "GET" || method === "POST" ? {} : { "If-Match": `"${noRevision}"` }),
  };
  const body = method === "GET" || method === "DELETE" ? undefined : bodyOf(scene, what, asked.target);
  return api.send(method, pathOf(scene, what, asked.target), body, headers);
}

/** Nezha knows no workspaces, has a header of its own, and refuses with HTTP 200. */
export function isNezha({ security }: Pick<Operation, "security">): boolean {
  return security.flatMap(Object.keys).some((scheme) => scheme.startsWith("Nezha"));
}

/** What came of it. */
export function outcomeOf({ path, method, operation }: Walked, { status, text, body }: TestAnswer<unknown>): Outcome {
  if (status === 401) return "unknown";
  if (isNezha(operation) && status === 200 && text.includes('"code":403')) return "unknown";
  if (status === 403) return text.includes("Invalid or missing API key") ? "unknown" : "forbidden";
  if (status === 404) return "hidden";
  if (status === 500) throw new Error(`${path}: ${text}`);
  const [item] =
    method === "POST" && path.endsWith("/batch") && status === 200
      ? (body as { results: { status: number }[] }).results
      : [];
  if (item?.status === 403) return "forbidden";
  return item?.status === 404 ? "hidden" : "through";
}

function credentialOf({ operation }: Walked, token: string): Record<string, string> {
  if (isNezha(operation)) return { Authorization: token };
  const schemes = operation.security.flatMap(Object.keys);
  return schemes.includes("Bearer") || schemes.includes("DashmonBearer")
    ? { Authorization: `Bearer ${token}` }
    : { "X-API-Key": token };
}

function pathOf(scene: Scene, { path, operation, expectation }: Walked, target: Target): string {
  let filled = path;
  const query = new URLSearchParams();
  for (const parameter of operation.parameters) {
    // Nezha's lists are of everything without them.
    if (parameter.in === "query" && ["id", "tag"].includes(parameter.name)) continue;
    const values = [namedBy(scene, expectation, parameter, target) ?? parameter.example ?? []].flat().map(String);
    if (parameter.in === "path") filled = filled.replace(`{${parameter.name}}`, encodeURIComponent(values[0] ?? ""));
    else if (parameter.in === "query") for (const value of values) query.append(parameter.name, value);
  }
  return query.size === 0 ? filled : `${filled}?${query}`;
}

function namedBy(scene: Scene, expectation: Expectation | undefined, { name }: { name: string }, target: Target) {
  if (name === "node") return target === "nothing" ? nothing.node : scene.nodes[target];
  // Keys of projects are the names of the places.
  if (name === "projectId" || name === "storeId") return target === "nothing" ? nothing.id : target;
  if (name === "deviceId") return idOf(scene, "device", target);
  if (name !== "id" || expectation?.is !== "documents") return undefined;
  return idOf(scene, expectation.kind, target);
}

function idOf(scene: Scene, kind: KindName, target: Target): string {
  return target === "nothing" ? nothing.id : (scene.ids.get(kind)?.[target] ?? "");
}

function bodyOf(scene: Scene, { path, method, operation, expectation }: Walked, target: Target): unknown {
  if (path === "/api/v2/query") {
    const node = target === "nothing" ? nothing.node : scene.nodes[target];
    return { nodes: [node], metrics: ["system.cpu.utilization"] };
  }
  if (expectation?.is !== "documents") return exampleOf(operation) ?? {};
  const { kind } = expectation;
  if (path.endsWith("/batch")) {
    const change = kindOf(kind).endedBy === undefined ? { operation: "delete" } : { operation: "patch", patch: {} };
    return { items: [{ ...change, id: idOf(scene, kind, target), revision: noRevision }] };
  }
  const isWhole = path === `/api/v2/${kindOf(kind).plural}` || path === `/api/v2/${kindOf(kind).plural}/{id}`;
  if (!isWhole || method === "PATCH") return exampleOf(operation) ?? {};
  return { ...kindOf(kind).example, ...placedFields(scene, kind, target) };
}

/** Where a document is to be made. */
function placedFields(scene: Scene, kind: KindName, target: Target): object {
  const project = target === "nothing" ? nothing.id : scene.ids.get("project")?.[target];
  if (kind === "device") return { project_id: project };
  if (kind === "maintenance") return { project_ids: [project] };
  const user = scene.ids.get("user")?.first;
  if (kind === "preference") return { user_id: user, key: "walked" };
  return kind === "membership" ? { user_id: user } : {};
}

function exampleOf({ requestBody }: Operation): unknown {
  const media = requestBody?.content["application/json"];
  const name = media?.schema.$ref?.split("/").at(-1) ?? "";
  return media?.example ?? document.components.schemas[name]?.example;
}

/** An answer without what belongs to its request: two that are alike tell nothing of which was asked about. */
export function anonymous(answer: TestAnswer<unknown>, scene: Scene, target: Target): string {
  const names = [
    ...Object.values(scene.nodes),
    nothing.node,
    nothing.id,
    ...[...scene.ids.values()].flatMap(Object.values),
  ];
  const known = target === "nothing" ? [nothing.node, nothing.id] : names;
  const text = known.reduce((left, name) => left.replaceAll(name, "…"), answer.text);
  return `${answer.status} ${text.replaceAll(/"request_id":"[^"]*"/g, '"request_id":"…"')}`;
}
