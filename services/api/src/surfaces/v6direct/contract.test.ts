import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

interface Document {
  paths: Record<string, Record<string, { parameters?: { name: string }[] }>>;
  components: { schemas: Record<string, { properties?: Record<string, unknown>; required?: string[] }> };
}

/** As the original's FastAPI generates it. */
const original = read("./fixtures/raspapi.openapi.json");
const ours = read("../../generated/openapi.json");

describe("what a client of the original finds in our OpenAPI document", () => {
  it.each(Object.keys(original.paths))("%s with its methods and parameters", (path) => {
    for (const [method, { parameters = [] }] of Object.entries(original.paths[path] ?? {})) {
      const served = ours.paths[path]?.[method]?.parameters?.map(({ name }) => name);
      expect(served).toEqual(expect.arrayContaining(parameters.map(({ name }) => name)));
    }
  });

  it.each(Object.keys(original.components.schemas))("the schema %s with its fields", (name) => {
    const { properties = {}, required = [] } = original.components.schemas[name] ?? {};
    const schema = ours.components.schemas[name];
    expect(Object.keys(schema?.properties ?? {}).sort()).toEqual(Object.keys(properties).sort());
    // An answer of ours may promise more than the original does, never less; the body of a request needs no more.
    if (name === "RefreshRequest") expect(schema?.required ?? []).toEqual(required);
    else expect(schema?.required ?? []).toEqual(expect.arrayContaining(required));
  });
});

function read(path: string): Document {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8")) as Document;
}
