import { parseSettings } from "@statwire/runtime";
import { describe, expect, it } from "vitest";
import { apiSettings } from "./settings.js";

const shape = { DASHPAD_ALLOW_ORIGINS: apiSettings.DASHPAD_ALLOW_ORIGINS };

describe("origins whose pages may call DashPad's paths", () => {
  it.each([
    [undefined, ["*"]],
    ["*", ["*"]],
    ["https://panel.example.org", ["https://panel.example.org"]],
    ["https://a.example.org, http://localhost:5240", ["https://a.example.org", "http://localhost:5240"]],
  ])("%s", (text, origins) => {
    expect(parseSettings(shape, { DASHPAD_ALLOW_ORIGINS: text }).DASHPAD_ALLOW_ORIGINS).toEqual(origins);
  });

  it.each(["example.org", "https://example.org/", "https://example.org/panel", "https://a.example.org,", "file:///x"])(
    "%s is none",
    (text) => {
      expect(() => parseSettings(shape, { DASHPAD_ALLOW_ORIGINS: text })).toThrow("DASHPAD_ALLOW_ORIGINS: expected");
    },
  );
});
