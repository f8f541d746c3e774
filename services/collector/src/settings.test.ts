import { parseSettings } from "@statwire/runtime";
import { describe, expect, it } from "vitest";
import { collectorSettings } from "./settings.js";

describe("settings of the environment", () => {
  it("splits tags at commas, and knows of no country by default", () => {
    const settings = parseSettings(collectorSettings, { NODE_TAGS: " edge, lab ,,edge", NODE_COUNTRY: "at" });
    expect(settings).toMatchObject({ NODE_TAGS: ["edge", "lab"], NODE_COUNTRY: "AT" });
    const none = parseSettings(collectorSettings, { NODE_COUNTRY: "" });
    expect([none.NODE_TAGS, none.NODE_COUNTRY]).toEqual([undefined, undefined]);
  });

  it("refuses what is no country and too many tags, with the name of the setting", () => {
    expect(() => parseSettings(collectorSettings, { NODE_COUNTRY: "Austria" })).toThrow(
      "NODE_COUNTRY: expected two letters",
    );
    const many = Array.from({ length: 21 }, (_, index) => `tag${index}`).join(",");
    expect(() => parseSettings(collectorSettings, { NODE_TAGS: many })).toThrow("NODE_TAGS");
  });
});
