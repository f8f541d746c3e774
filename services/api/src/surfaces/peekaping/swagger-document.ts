import type { OpenApiDocument } from "../../http/route-table.js";
import { surfaceOf } from "../../http/surface.js";

/** The members of an OpenAPI document that Swagger 2.0 says in another way. */
interface Documented {
  operationId?: string;
  summary?: string;
  description?: string;
  tags?: string[];
  security?: Record<string, string[]>[];
  parameters?: { schema: Schema; example?: unknown; deprecated?: boolean; [member: string]: unknown }[];
  requestBody?: { required?: boolean; content: Record<string, { schema: Schema }> };
  responses?: Record<string, { description: string; content?: Record<string, { schema: Schema }> }>;
}

interface Schema {
  [member: string]: unknown;
}

const basePath = "/api/v1";

/** That part of our OpenAPI document which is this surface, with the schemas and schemes that it uses. */
export function peekapingPart(document: OpenApiDocument): OpenApiDocument {
  const paths = Object.fromEntries(Object.entries(document.paths).filter(([path]) => surfaceOf(path) === "peekaping"));
  const { schemas = {}, securitySchemes = {} } = (document.components ?? {}) as {
    schemas?: Record<string, Schema>;
    securitySchemes?: Record<string, { in?: string }>;
  };
  const used = usedSchemas(paths, schemas);
  const schemes = new Set(
    Object.values(paths)
      .flatMap((operations) => Object.values(operations))
      .flatMap(({ security = [] }) => security.flatMap((scheme) => Object.keys(scheme))),
  );
  const components = {
    schemas: Object.fromEntries(Object.entries(schemas).filter(([name]) => used.has(name))),
    securitySchemes: Object.fromEntries(Object.entries(securitySchemes).filter(([name]) => schemes.has(name))),
  };
  const { info: ofAll } = document as { info?: object };
  const info = { ...ofAll, title: "Statwire: Peekaping", description: "What Peekaping's clients call." };
  return { ...document, info, paths, components } as OpenApiDocument;
}

/** The same as a Swagger 2.0 document, which is what this surface's clients read. */
export function swaggerDocument(document: OpenApiDocument): object {
  const part = peekapingPart(document) as OpenApiDocument & { info: object };
  const { schemas = {}, securitySchemes = {} } = part.components as unknown as Record<string, Record<string, Schema>>;
  const paths = Object.entries(part.paths).map(([path, operations]) => [
    path.slice(basePath.length),
    Object.fromEntries(Object.entries(operations).map(([method, one]) => [method, toOperation(one as Documented)])),
  ]);
  return {
    swagger: "2.0",
    info: part.info,
    basePath,
    consumes: ["application/json"],
    produces: ["application/json"],
    paths: Object.fromEntries(paths),
    definitions: toSchema(schemas),
    securityDefinitions: securitySchemes,
  };
}

function toOperation(operation: Documented): object {
  const { operationId, summary, description, tags, security, parameters = [], requestBody, responses = {} } = operation;
  const body = Object.values(requestBody?.content ?? {})[0];
  const bodyParameters =
    body === undefined
      ? []
      : [{ name: "body", in: "body", required: requestBody?.required ?? false, schema: toSchema(body.schema) }];
  return {
    ...{ operationId, summary, description, tags, security },
    parameters: [...parameters.map(toParameter), ...bodyParameters],
    responses: Object.fromEntries(
      Object.entries(responses).map(([status, { description: text, content = {} }]) => {
        const schema = Object.values(content)[0]?.schema;
        return [status, { description: text, ...(schema === undefined ? {} : { schema: toSchema(schema) as Schema }) }];
      }),
    ),
  };
}

/** What the schema of a parameter says stands in the parameter itself. */
function toParameter({ schema, example, ...parameter }: NonNullable<Documented["parameters"]>[number]): object {
  return { ...parameter, ...(toSchema(schema) as Schema), ...(example === undefined ? {} : { "x-example": example }) };
}

/** A schema, or any part of one. Swagger 2.0 has neither null nor alternatives: the first of these stands for all. */
function toSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toSchema);
  if (typeof value !== "object" || value === null) return value;
  const { $ref, nullable, anyOf, ...others } = value as Schema;
  if (typeof $ref === "string") return { $ref: $ref.replace("#/components/schemas/", "#/definitions/") };
  if (Array.isArray(anyOf)) return toSchema(anyOf[0]);
  const members = Object.entries(others).map(([name, member]) => [name, toSchema(member)]);
  return { ...Object.fromEntries(members), ...(nullable === true ? { "x-nullable": true } : {}) };
}

function usedSchemas(root: unknown, schemas: Readonly<Record<string, Schema>>): ReadonlySet<string> {
  const used = new Set<string>();
  const open: unknown[] = [root];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    for (const [, name = ""] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (used.has(name)) continue;
      used.add(name);
      open.push(schemas[name] ?? {});
    }
  }
  return used;
}
