import { describe, expect, it } from "vitest";
import { parseExpectedNodes } from "./expected-nodes.js";

describe("expected nodes", () => {
  it.each([
    ["", []],
    ["web-1", [{ node: "web-1", tag: "" }]],
    [
      " web-1:front end , db:a:b,",
      [
        { node: "web-1", tag: "front end" },
        { node: "db", tag: "a:b" },
      ],
    ],
  ])("of %j", (text, expected) => {
    const complaints: string[] = [];
    expect(parseExpectedNodes(text, (message) => complaints.push(message))).toEqual(expected);
    expect(complaints).toEqual([]);
  });

  it.each([":tag", `${"x".repeat(256)}:tag`])("refuses %j", (text) => {
    const complaints: string[] = [];
    expect(parseExpectedNodes(`ok,${text}`, (message) => complaints.push(message))).toEqual([{ node: "ok", tag: "" }]);
    expect(complaints).toEqual([`"${text}": expected a name of 1 to 255 bytes before the colon`]);
  });
});
