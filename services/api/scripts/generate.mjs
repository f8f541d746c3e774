// Writes src/generated/configuration from the kinds of documents, then src/generated/routes.ts and src/generated/openapi.json from the
// controllers, then docs/permissions.md from that, and docs/compatibility.md from the lists of the surfaces.
import { readFile, writeFile } from "node:fs/promises";
import { generateSpecAndRoutes } from "tsoa";
import { writeCompatibilityPage } from "./compatibility.mjs";
import { writeConfigurationSurface } from "./configuration-surface.mjs";
import { writePermissionsPage } from "./permissions-page.mjs";

const documentPath = new URL("../src/generated/openapi.json", import.meta.url);

process.chdir(new URL("..", import.meta.url).pathname);
await writeConfigurationSurface(new URL("../src/generated/configuration/", import.meta.url));
await generateSpecAndRoutes({ configuration: JSON.parse(await readFile("tsoa.json", "utf8")) });
const document = withNeeds(withMediaTypes(JSON.parse(await readFile(documentPath, "utf8"))));
await writeFile(documentPath, `${JSON.stringify(document, null, 2)}\n`);
await writePermissionsPage(document, new URL("../../../docs/permissions.md", import.meta.url));
await writeCompatibilityPage(
  new URL("../src/surfaces/", import.meta.url),
  new URL("../../../docs/compatibility.md", import.meta.url),
);

/** tsoa gives every media type of an answer the same schema, and forgets the type of errors that a class declares. */
function withMediaTypes(document) {
  for (const { content } of responsesOf(document)) {
    if (content?.["text/csv"]) content["text/csv"] = { schema: { type: "string" } };
    if (content?.["application/json"]?.schema?.$ref === "#/components/schemas/Problem") {
      content["application/problem+json"] = content["application/json"];
      delete content["application/json"];
    }
  }
  withHeaderFields(document);
  for (const schema of Object.values(document.components.schemas)) allowNull(schema);
  return document;
}

/** An interface of header fields is one field of its own name to tsoa. */
function withHeaderFields(document) {
  const { schemas } = document.components;
  const names = new Set();
  for (const response of responsesOf(document)) {
    for (const name of Object.keys(response.headers ?? {}).filter((name) => schemas[name] !== undefined)) {
      const fields = Object.entries(schemas[name].properties);
      response.headers = Object.fromEntries(
        fields.map(([field, { description, ...schema }]) => [field, { schema, description }]),
      );
      names.add(name);
    }
  }
  for (const name of names) delete schemas[name];
}

/**
 * What an operation needs of its caller is the scope of its schemes; OpenAPI 3.0 knows scopes for OAuth alone, so that it becomes an
 * extension. @throws when an operation does not say, or says different things of its schemes.
 */
function withNeeds(document) {
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      const schemes = (operation.security ?? document.security).flatMap(Object.entries);
      const needs = new Set(schemes.map(([, scopes]) => scopes.join(" ")));
      if (schemes.length === 0) needs.add("nothing");
      const [need] = needs;
      if (needs.size !== 1 || need === "") throw new Error(`${method} ${path} does not say what it needs`);
      operation["x-statwire-needs"] = need;
      for (const scheme of operation.security ?? []) for (const name of Object.keys(scheme)) scheme[name] = [];
    }
  }
  return document;
}

/** tsoa puts `nullable` beside a reference, where OpenAPI 3.0 gives it no meaning: null is a case of its own there. */
function allowNull({ properties = {} }) {
  for (const property of Object.values(properties)) {
    if (!property.nullable || property.allOf === undefined) continue;
    property.anyOf = [...property.allOf, { type: "object", nullable: true, enum: [null] }];
    delete property.allOf;
    delete property.nullable;
  }
}

function responsesOf(document) {
  const operations = Object.values(document.paths).flatMap(Object.values);
  return operations.flatMap(({ responses }) => Object.values(responses));
}
