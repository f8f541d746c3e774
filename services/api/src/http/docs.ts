import { createRequire } from "node:module";
import { dirname } from "node:path";
import { type RequestHandler, Router } from "express";
import { peekapingPart, swaggerDocument } from "../surfaces/peekaping/swagger-document.js";
import { referencePage } from "./reference-page.js";
import type { OpenApiDocument } from "./route-table.js";

/** Swagger UI's own files that its page loads. */
const uiFiles = [
  "swagger-ui.css",
  "swagger-ui-bundle.js",
  "swagger-ui-standalone-preset.js",
  "favicon-32x32.png",
  "oauth2-redirect.js",
];

/** Open paths beside those of the OpenAPI document: the documentation. */
export const documentationPaths: ReadonlySet<string> = new Set([
  "/openapi.json",
  "/api/openapi.json",
  "/docs",
  "/docs/oauth2-redirect",
  "/redoc",
  "/swagger/index.html",
  "/swagger/doc.json",
  "/docs/assets/initializer.js",
  ...uiFiles.map((file) => `/docs/assets/${file}`),
]);

/** Serves the OpenAPI document and its two readers, and the part that is Peekaping's where its clients look for it, all from our own files. */
export function documentation(document: OpenApiDocument): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const assets = dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));
  const json = JSON.stringify(document);
  const reference = referencePage(document);
  const swagger = JSON.stringify(swaggerDocument(document));
  const swaggerReference = referencePage(peekapingPart(document));
  const script = initializer(headerSchemes(document));
  const sendDocument: RequestHandler = (_request, response) => void response.type("json").send(json);
  router.get("/openapi.json", sendDocument);
  router.get("/api/openapi.json", sendDocument);
  router.get("/docs", (_request, response) => void response.type("html").send(swaggerPage));
  router.get("/swagger/index.html", (_request, response) => void response.type("html").send(swaggerReference));
  router.get("/swagger/doc.json", (_request, response) => void response.type("json").send(swagger));
  router.get("/docs/oauth2-redirect", (_request, response) => void response.type("html").send(oauthRedirectPage));
  router.get("/docs/assets/initializer.js", (_request, response) => void response.type("js").send(script));
  router.get("/redoc", (_request, response) => void response.type("html").send(reference));
  for (const file of uiFiles) {
    router.get(`/docs/assets/${file}`, (_request, response) => {
      response.setHeader("Cache-Control", "public, max-age=86400");
      response.sendFile(file, { root: assets });
    });
  }
  return router;
}

const swaggerPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Statwire API</title>
<link rel="stylesheet" href="/docs/assets/swagger-ui.css">
<link rel="icon" type="image/png" href="/docs/assets/favicon-32x32.png">
</head>
<body>
<div id="swagger-ui"></div>
<script src="/docs/assets/swagger-ui-bundle.js"></script>
<script src="/docs/assets/swagger-ui-standalone-preset.js"></script>
<script src="/docs/assets/initializer.js"></script>
</body>
</html>
`;

/** The ways to send a key that do not put it into addresses, where it would be kept. */
function headerSchemes({ components }: OpenApiDocument): string[] {
  const schemes = Object.entries(components?.securitySchemes ?? {});
  return schemes.filter(([, { in: place }]) => place !== "query" && place !== "cookie").map(([name]) => name);
}

/** A key in the address authorizes the page at once, and leaves the address: DashPad's "quick access". */
function initializer(schemes: readonly string[]): string {
  return `window.onload = () => {
  const address = new URL(window.location.href);
  const key = address.searchParams.get("apikey");
  if (key) {
    address.searchParams.delete("apikey");
    window.history.replaceState(null, "", address);
  }
  window.ui = SwaggerUIBundle({
    url: "/openapi.json",
    dom_id: "#swagger-ui",
    deepLinking: true,
    tryItOutEnabled: true,
    persistAuthorization: false,
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    oauth2RedirectUrl: window.location.origin + "/docs/oauth2-redirect",
    onComplete: () => {
      for (const scheme of key ? ${JSON.stringify(schemes)} : []) window.ui.preauthorizeApiKey(scheme, key);
    },
  });
};
`;
}

const oauthRedirectPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Statwire API: authorized</title>
<body>
<script src="/docs/assets/oauth2-redirect.js"></script>
</body>
</html>
`;
