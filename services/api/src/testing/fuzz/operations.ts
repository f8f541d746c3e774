import { readFileSync } from "node:fs";

/** A JSON schema as OpenAPI 3.0 has it: what of it values are made from. */
export interface Schema {
  $ref?: string;
  type?: string;
  enum?: unknown[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  minimum?: number;
  maximum?: number;
  example?: unknown;
}

export interface Parameter {
  name: string;
  in: "query" | "path" | "header";
  schema: Schema;
  example?: unknown;
}

/** One operation of the document, with what it declares. */
export interface Operation {
  id: string;
  tags: readonly string[];
  method: string;
  /** With `{name}` for each path parameter. */
  path: string;
  parameters: readonly Parameter[];
  /** Of a JSON body. */
  body?: { schema: Schema; example?: unknown };
  /** Names of the schemes of which one is enough; empty when it is open to everyone. */
  schemes: readonly string[];
  /** Statuses, and the media types of each. */
  responses: ReadonlyMap<number, readonly string[]>;
}

export interface ApiDocument {
  paths: Record<string, Record<string, DocumentedOperation>>;
  components: { schemas: Record<string, Schema> };
}

interface DocumentedOperation {
  operationId: string;
  tags?: string[];
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema; example?: unknown }> };
  security?: Record<string, string[]>[];
  responses: Record<string, { content?: object }>;
}

/** The document that is generated from the controllers. */
export function readApiDocument(): ApiDocument {
  return JSON.parse(readFileSync(new URL("../../generated/openapi.json", import.meta.url), "utf8")) as ApiDocument;
}

/** Every operation of a document. */
export function operationsOf(document: ApiDocument): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, documented]) => toOperation(method.toUpperCase(), path, documented)),
  );
}

/** The schema that a reference names, or the schema itself. */
export function resolve(document: ApiDocument, schema: Schema): Schema {
  const name = schema.$ref?.split("/").at(-1);
  return name === undefined ? schema : (document.components.schemas[name] ?? {});
}

function toOperation(method: string, path: string, documented: DocumentedOperation): Operation {
  const body = Object.values(documented.requestBody?.content ?? {})[0];
  return {
    id: documented.operationId,
    tags: documented.tags ?? [],
    method,
    path,
    parameters: documented.parameters ?? [],
    ...(body === undefined ? {} : { body }),
    schemes: (documented.security ?? []).flatMap((scheme) => Object.keys(scheme)),
    responses: new Map(
      Object.entries(documented.responses).map(([status, { content }]) => [Number(status), Object.keys(content ?? {})]),
    ),
  };
}
