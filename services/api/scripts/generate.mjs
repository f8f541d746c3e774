// Writes src/generated/routes.ts and src/generated/openapi.json from the controllers.
import { readFile, writeFile } from "node:fs/promises";
import { generateSpecAndRoutes } from "tsoa";

const documentPath = new URL("../src/generated/openapi.json", import.meta.url);

process.chdir(new URL("..", import.meta.url).pathname);
await generateSpecAndRoutes({ configuration: JSON.parse(await readFile("tsoa.json", "utf8")) });
await writeFile(
  documentPath,
  `${JSON.stringify(withCsv(JSON.parse(await readFile(documentPath, "utf8"))), null, 2)}\n`,
);

/** tsoa gives every media type of an answer the same schema; CSV is a text. */
function withCsv(document) {
  for (const operation of Object.values(document.paths).flatMap(Object.values)) {
    for (const { content } of Object.values(operation.responses)) {
      if (content?.["text/csv"]) content["text/csv"] = { schema: { type: "string" } };
    }
  }
  return document;
}
