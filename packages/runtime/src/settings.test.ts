import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { describeSettings, flag, parseSettings, port, SettingsError } from "./settings.js";

const shape = {
  SERVER_PORT: port(8034).describe("where HTTP is served"),
  API_KEY: z.string().min(8, "expected at least 8 characters"),
  DURABLE: flag(false),
};

describe("parseSettings", () => {
  it("parses texts and fills defaults", () => {
    expect(parseSettings(shape, { SERVER_PORT: "80", API_KEY: "longenough", DURABLE: "yes" })).toEqual({
      SERVER_PORT: 80,
      API_KEY: "longenough",
      DURABLE: true,
    });
    expect(parseSettings(shape, { API_KEY: "longenough", SERVER_PORT: "" }).SERVER_PORT).toBe(8034);
  });

  it("reads a secret from the file that its _FILE twin names", () => {
    const file = join(mkdtempSync(join(tmpdir(), "settings-")), "key");
    writeFileSync(file, "from-a-file\n");
    expect(parseSettings(shape, { API_KEY_FILE: file }).API_KEY).toBe("from-a-file");
  });

  it("lists every problem at once, each by its variable", () => {
    expect(problemsOf({ SERVER_PORT: "70000", DURABLE: "perhaps" })).toEqual([
      "SERVER_PORT: expected a number from 1 to 65535",
      "API_KEY: is required",
      "DURABLE: expected true or false",
    ]);
    expect(problemsOf({ SERVER_PORT: "80x", API_KEY: "short" })).toEqual([
      "SERVER_PORT: expected a whole number",
      "API_KEY: expected at least 8 characters",
    ]);
  });

  it("refuses a setting given twice and a file that cannot be read", () => {
    expect(problemsOf({ API_KEY: "longenough", API_KEY_FILE: "/etc/hostname" })).toEqual([
      "API_KEY: set both directly and through API_KEY_FILE; keep one",
    ]);
    expect(problemsOf({ API_KEY_FILE: "/nonexistent/key" })[0]).toMatch(
      /^API_KEY: API_KEY_FILE cannot be read: ENOENT/,
    );
  });
});

it("describeSettings shows name, meaning and default", () => {
  expect(describeSettings(shape)).toContain("SERVER_PORT  where HTTP is served [8034]");
  expect(describeSettings(shape)).toContain("API_KEY      (required)");
});

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    parseSettings(shape, environment);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}
