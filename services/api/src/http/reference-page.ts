import type { OpenApiDocument } from "./route-table.js";

/** The members of the document that the page shows. */
interface Shown {
  info?: { title?: string; version?: string; description?: string };
  paths: Record<string, Record<string, ShownOperation>>;
  components?: { schemas?: Record<string, unknown> };
}

interface ShownOperation {
  summary?: string;
  description?: string;
  security?: Record<string, string[]>[];
  parameters?: {
    name: string;
    in: string;
    required?: boolean;
    description?: string;
    example?: unknown;
    schema: object;
  }[];
  requestBody?: { content: Record<string, { schema?: object; example?: unknown }> };
  responses?: Record<string, { description: string; content?: Record<string, { schema?: object }> }>;
}

/** The whole reference on one page without scripts, to read, search and print. */
export function referencePage(openApi: OpenApiDocument): string {
  const document = openApi as Shown;
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ id: `${method}${path}`, method, path, operation })),
  );
  const schemas = Object.entries(document.components?.schemas ?? {});
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${text(document.info?.title)} API reference</title>
<style>${style}</style>
</head>
<body>
<h1>${text(document.info?.title)} ${text(document.info?.version)}</h1>
<p>${text(document.info?.description)} <a href="/docs">Try it out</a> · <a href="/openapi.json">OpenAPI document</a></p>
<ul>${operations.map(({ id, method, path }) => `<li><a href="#${text(id)}"><b>${text(method.toUpperCase())}</b> ${text(path)}</a></li>`).join("\n")}</ul>
${operations.map(({ id, method, path, operation }) => operationSection(id, method, path, operation)).join("\n")}
<h2>Schemas</h2>
${schemas.map(([name, schema]) => `<h3 id="${text(name)}">${text(name)}</h3>${code(schema)}`).join("\n")}
</body>
</html>
`;
}

function operationSection(id: string, method: string, path: string, operation: ShownOperation): string {
  const { summary, description, security = [], parameters = [], requestBody, responses = {} } = operation;
  const schemes = security.flatMap((scheme) => Object.keys(scheme));
  return `<section id="${text(id)}">
<h2>${text(method.toUpperCase())} ${text(path)}</h2>
<p><b>${text(summary)}</b>. ${text(description)}</p>
<p>Authentication: ${schemes.length === 0 ? "none" : text(schemes.join(" or "))}</p>
${parameters.length === 0 ? "" : `<table><tr><th>parameter</th><th>in</th><th></th><th>example</th><th>schema</th></tr>${parameters.map(parameterRow).join("")}</table>`}
${Object.entries(requestBody?.content ?? {})
  .map(
    ([type, { schema, example }]) =>
      `<p>Body: ${text(type)}, ${schemaLink(schema)}</p>${example === undefined ? "" : code(example)}`,
  )
  .join("")}
<table><tr><th>status</th><th></th><th>body</th></tr>${Object.entries(responses).map(responseRow).join("")}</table>
</section>`;
}

function parameterRow(parameter: NonNullable<ShownOperation["parameters"]>[number]): string {
  const { name, required, description, example, schema } = parameter;
  const shown = example === undefined ? "" : JSON.stringify(example);
  return `<tr><td><code>${text(name)}</code>${required === true ? " *" : ""}</td><td>${text(parameter.in)}</td><td>${text(description)}</td><td><code>${text(shown)}</code></td><td><code>${text(JSON.stringify(schema))}</code></td></tr>`;
}

function responseRow([status, { description, content = {} }]: [
  string,
  NonNullable<ShownOperation["responses"]>[string],
]): string {
  const bodies = Object.entries(content).map(([type, { schema }]) => `${text(type)}: ${schemaLink(schema)}`);
  return `<tr><td>${text(status)}</td><td>${text(description)}</td><td>${bodies.join("<br>")}</td></tr>`;
}

function schemaLink(schema: object | undefined): string {
  const name = /"#\/components\/schemas\/([^"]+)"/.exec(JSON.stringify(schema ?? {}))?.[1];
  return name === undefined
    ? `<code>${text(JSON.stringify(schema))}</code>`
    : `<a href="#${text(name)}">${text(name)}</a>`;
}

function code(value: unknown): string {
  return `<pre>${text(JSON.stringify(value, null, 2))}</pre>`;
}

function text(value: string | undefined): string {
  return (value ?? "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

const style = `body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;margin:.5rem 0}td,th{border:1px solid #ccc;padding:.2rem .5rem;text-align:left;vertical-align:top}
pre{background:#f4f4f4;padding:.6rem;overflow:auto}section{border-top:1px solid #ccc}ul{columns:2;padding-left:1rem}`;
