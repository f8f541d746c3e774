import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { rows } from "./rows.js";

it("documents every row, and no other, in the order of the table", () => {
  const page = readFileSync(new URL("../../../../docs/performance.md", import.meta.url), "utf8");
  const documented = [...page.matchAll(/^\| `([a-z0-9-]+)`/gm)].map(([, name]) => name);
  expect(documented).toEqual(rows.map(({ name }) => name));
});
