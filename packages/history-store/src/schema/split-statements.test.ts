import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitStatements } from "./split-statements.js";

describe("splitStatements", () => {
  it("splits at semicolons and drops comments", () => {
    expect(splitStatements("-- a; b\nSELECT 1; /* c; d */ SELECT 2;\n")).toEqual(["SELECT 1", "SELECT 2"]);
  });

  it("leaves quoted semicolons, comment marks and escapes alone", () => {
    const sql = "SELECT 'a;--\\'b', `c;d`, \"e/*f\", 'it''s;'";
    expect(splitStatements(`${sql}; SELECT 3`)).toEqual([sql, "SELECT 3"]);
  });

  it("refuses an unclosed quote or comment", () => {
    expect(() => splitStatements("SELECT 'a; SELECT 2")).toThrow("unclosed '");
    expect(() => splitStatements("SELECT 1 /* a; SELECT 2")).toThrow("no */");
  });

  it("gives back any list of quoted literals", () => {
    const literal = fc.string().map((text) => `SELECT '${text.replace(/[\\']/g, (c) => `\\${c}`)}'`);
    fc.assert(
      fc.property(fc.array(literal), (list) => {
        expect(splitStatements(list.join(";\n"))).toEqual(list);
      }),
    );
  });
});
