import type { RequestHandler } from "express";

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Statwire</title>
<h1>Statwire</h1>
<p>The API is running. <a href="/docs">Try it</a>, <a href="/redoc">read its reference</a>
or get <a href="/openapi.json">the OpenAPI document</a>.</p>
</html>
`;

/** Answers browsers with a page; who does not ask for HTML first gets the JSON of the controller. */
export const landingPage: RequestHandler = (request, response, next) => {
  if (request.accepts(["json", "html"]) !== "html") return next();
  response.vary("Accept").type("html").send(page);
};
