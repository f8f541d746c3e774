import { appendFileSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SettingsError } from "@statwire/runtime";
import { expect, it } from "vitest";
import { openAcknowledgedRecord } from "./acknowledged-record.js";

it("has each acknowledgement as soon as it is told, and begins a line after what a killed process left", () => {
  const file = join(mkdtempSync(join(tmpdir(), "acknowledged-")), "record");
  const record = openAcknowledgedRecord({ MODE: "dev", file, node: "n" });
  record([]);
  record([
    { family: "host", bootId: 5, sequence: 1 },
    { family: "log/a b", bootId: 5, sequence: 2 },
  ]);
  expect(readFileSync(file, "utf8")).toBe('\n["n","host",5,1]\n["n","log/a b",5,2]\n');
  appendFileSync(file, '["n","ho');
  openAcknowledgedRecord({ MODE: "dev", file, node: "n" })([{ family: "host", bootId: 6, sequence: 1 }]);
  expect(readFileSync(file, "utf8").split("\n").slice(3)).toEqual(['["n","ho', '["n","host",6,1]', ""]);
});

it("records nothing without a file, and is refused in production", () => {
  expect(openAcknowledgedRecord({ MODE: "prod", file: undefined, node: "n" })([])).toBeUndefined();
  expect(() => openAcknowledgedRecord({ MODE: "prod", file: "/nowhere", node: "n" })).toThrow(SettingsError);
});
