import { expect, it } from "vitest";
import { referencePage } from "./reference-page.js";

it("shows texts of the document as text", () => {
  const parameters = [{ name: "<b>", in: "query", schema: { type: "string" } }];
  const operation = { summary: "a & b", description: "<script>", security: [{ Key: [] }], parameters, responses: {} };
  const page = referencePage({ paths: { "/x/{id}": { get: operation } } });
  expect(page).toContain("GET /x/{id}");
  expect(page).toContain("<b>a &amp; b</b>. &lt;script&gt;");
  expect(page).toContain("<code>&lt;b&gt;</code>");
  expect(page).toContain("Authentication: Key");
  expect(page).not.toContain("<script");
});
